import { createRoute, z } from '@hono/zod-openapi'
import { CLAIM_TYPES } from '../../claim.js'
import { changes, findPlaces, showThing, summary, timeline } from '../../record/index.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { blindfold } from '../views/blind.js'
import { mapOf } from '../views/map.js'
import { sourcesOf } from '../views/sources.js'
import { FilterQuery, filterParameters, filtersOf, PagedFilterQuery, pageOf } from './filters.js'
import { answers, IdParameter, router } from './route.js'
import {
  ClaimRowSchema,
  CoderSchema,
  ContradictionSchema,
  DecisionSchema,
  foundOf,
  IncidentRowSchema,
  PlaceRowSchema,
  ReportRowSchema,
} from './schemas.js'

const overall = createRoute({
  method: 'get',
  path: '/summary',
  summary: 'What the record holds',
  responses: answers(
    'Counts.',
    z
      .object({
        reports: z.int(),
        versions: z.int(),
        claims: z.int(),
        incidents: z.int(),
        decisions: z.int(),
        pending: z.int(),
        coders: z.array(CoderSchema.extend({ reports: z.int() })),
      })
      .openapi('Summary'),
  ),
})

const line = createRoute({
  method: 'get',
  path: '/timeline',
  summary: 'How many claims begin in each day, week or month; with `by=published`, were published then',
  request: { query: z.object({ ...filterParameters, unit: z.enum(['day', 'week', 'month']).default('month') }) },
  responses: answers(
    'The bins in the order of time; `from` is null for claims without a date.',
    z.object({ items: z.array(z.object({ from: z.string().nullable(), claims: z.int(), incidents: z.int() })) }).openapi('Timeline'),
  ),
})

const map = createRoute({
  method: 'get',
  path: '/map',
  summary: 'Places of the claims, and how many claims have none that can be drawn',
  request: { query: FilterQuery },
  responses: answers(
    'Places with most claims first, up to 10,000; outlines are part of the application.',
    z
      .object({
        places: z.array(
          z.object({
            place: PlaceRowSchema,
            incidents: z.int(),
            contradicted: z.int(),
            types: z.partialRecord(z.enum(CLAIM_TYPES), z.int()).openapi({ description: 'Claims of each type.' }),
          }),
        ),
        truncated: z.boolean(),
        claims: z.int(),
        withoutPlace: z.int().openapi({ description: 'Claims that name no place.' }),
        withoutCoordinates: z.int().openapi({ description: 'Claims whose places are all unknown to the gazetteer.' }),
      })
      .openapi('Map'),
  ),
})

const placeList = createRoute({
  method: 'get',
  path: '/places',
  summary: 'Places, those with most claims first',
  request: { query: PagedFilterQuery },
  responses: answers('A page of places.', foundOf('Place', PlaceRowSchema)),
})

const placeOne = createRoute({
  method: 'get',
  path: '/places/{id}',
  summary: 'One place with its claims',
  request: { params: IdParameter },
  responses: answers(
    'The place.',
    z.object({ kind: z.literal('place'), row: PlaceRowSchema, claims: z.array(ClaimRowSchema) }).openapi('PlaceThing'),
  ),
})

const changed = createRoute({
  method: 'get',
  path: '/changes',
  summary: 'What came into the record since a time: new, changed, contradicted, decided',
  request: {
    query: z.object({
      since: z
        .string()
        .regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)?)?$/)
        .refine((text) => !Number.isNaN(Date.parse(text)), 'no such time')
        .openapi({ example: '2016-11-04' }),
      limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ type: 'integer', minimum: 1, maximum: 1000 }),
    }),
  },
  responses: answers(
    'What is new.',
    z
      .object({
        reports: z.array(ReportRowSchema),
        versions: z.array(ReportRowSchema),
        incidents: z.array(IncidentRowSchema),
        grown: z.array(IncidentRowSchema),
        contradictions: z.array(ContradictionSchema),
        decisions: z.array(DecisionSchema),
      })
      .openapi('Changes'),
  ),
})

const SourceRow = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.string().openapi({ description: '`publisher`, or the kind of origin.' }),
    reports: z.int(),
    claims: z.int(),
    linked: z.int().openapi({ description: 'Claims that belong to an incident.' }),
    corroborated: z.int().openapi({ description: 'Claims in incidents of two independent origins or more.' }),
    contradicted: z.int(),
    corrected: z.int(),
    rejected: z.int(),
    copies: z.int().openapi({ description: 'Reports that are copies of another.' }),
    reliesOn: z.array(z.object({ id: z.string(), name: z.string(), claims: z.int() })),
  })
  .openapi('SourceRow', { description: 'Counts, never a single score.' })

const sources = createRoute({
  method: 'get',
  path: '/sources',
  summary: 'Publishers and origins: how often corroborated, contradicted, corrected, whom they rely on',
  request: {
    query: z.object({
      kind: z.enum(['publisher', 'origin']).default('publisher'),
      limit: z.coerce.number().int().min(1).max(1000).default(100).openapi({ type: 'integer', minimum: 1, maximum: 1000 }),
    }),
  },
  responses: answers('Those with most claims first.', z.object({ items: z.array(SourceRow) }).openapi('Sources')),
})

export const overviewRoutes = (serving: Serving) => {
  const { record } = serving
  return router()
    .openapi(overall, (c) => c.json(summary(record), 200))
    .openapi(line, (c) => {
      const query = c.req.valid('query')
      return c.json({ items: [...timeline(record, filtersOf(query), query.unit)] }, 200)
    })
    .openapi(map, (c) => c.json(mapOf(record, filtersOf(c.req.valid('query'))), 200))
    .openapi(placeList, (c) => {
      const query = c.req.valid('query')
      return c.json(findPlaces(record, filtersOf(query), pageOf(query)), 200)
    })
    .openapi(placeOne, (c) => {
      const thing = showThing(record, c.req.valid('param').id)
      if (thing.kind !== 'place') throw new ServeError(404, 'record/no-such-id', `that id is of a ${thing.kind}, not of a place`)
      return c.json({ ...thing, claims: blindfold(serving, c.var.viewer).claims(thing.claims) }, 200)
    })
    .openapi(changed, (c) => {
      const { since, limit } = c.req.valid('query')
      const found = changes(record, since, limit)
      return c.json({ ...found, decisions: blindfold(serving, c.var.viewer).decisions(found.decisions) }, 200)
    })
    .openapi(sources, (c) => {
      const { kind, limit } = c.req.valid('query')
      return c.json({ items: sourcesOf(record, kind, limit) }, 200)
    })
}
