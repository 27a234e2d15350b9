import { createRoute, z } from '@hono/zod-openapi'
import { FIGURE_KINDS } from '../../claim.js'
import { countIncidents, findIncidents, findPairs, showThing } from '../../record/index.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { blindfold } from '../views/blind.js'
import { citationsOf } from '../views/citations.js'
import { estimatesOf, RULES } from '../views/estimates.js'
import { figuresOf } from '../views/figures.js'
import { FilterQuery, filtersOf, PagedFilterQuery, pageOf } from './filters.js'
import { answers, IdParameter, router } from './route.js'
import {
  AccountSchema,
  ContradictionSchema,
  DecisionSchema,
  foundOf,
  IncidentRowSchema,
  LinkReasonSchema,
  OriginSchema,
  orNull,
  SpanSchema,
} from './schemas.js'

const list = createRoute({
  method: 'get',
  path: '/incidents',
  summary: 'Incidents, a page at a time',
  request: { query: PagedFilterQuery },
  responses: answers('A page of incidents.', foundOf('Incident', IncidentRowSchema)),
})

const count = createRoute({
  method: 'get',
  path: '/incidents/count',
  summary: 'How many incidents there are, counted up to 100,000',
  request: { query: FilterQuery },
  responses: answers('The number.', z.object({ count: z.int(), atLeast: z.boolean() }).openapi('Count')),
})

const FigureRow = z
  .object({
    claim: z.string(),
    report: z.string(),
    publisher: z.string().nullable(),
    published: z.string().nullable(),
    origin: orNull(OriginSchema),
    said: z.array(z.string()).openapi({ description: 'Who says so, outermost first.' }),
    kind: z.enum(FIGURE_KINDS),
    of: z.string().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    text: z.string(),
    span: SpanSchema,
  })
  .openapi('FigureRow')

const Citations = z
  .object({
    nodes: z.array(z.object({ id: z.string(), kind: z.enum(['report', 'speaker', 'origin']), name: z.string() })),
    edges: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        kind: z.enum(['copies', 'cites', 'comes-from']),
        claims: z.array(z.string()),
      }),
    ),
  })
  .openapi('Citations', { description: 'Who relies on whom: an edge goes from the one who cites to the one cited.' })

const Estimate = z
  .object({
    rule: z.enum(RULES),
    kind: z.enum(FIGURE_KINDS),
    best: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    claims: z.array(z.string()).openapi({ description: 'Claims whose figures were counted.' }),
  })
  .openapi('Estimate')

const IncidentThing = z
  .object({
    kind: z.literal('incident'),
    row: IncidentRowSchema,
    accounts: z.array(AccountSchema),
    links: z.array(z.object({ claim: z.string(), score: z.number().nullable(), reasons: z.array(LinkReasonSchema) })),
    contradictions: z.array(ContradictionSchema),
    decisions: z.array(DecisionSchema),
    figures: z.array(FigureRow),
    citations: Citations,
    estimates: z.array(Estimate),
  })
  .openapi('IncidentThing')

const one = createRoute({
  method: 'get',
  path: '/incidents/{id}',
  summary: 'One incident: accounts, contradictions, figures, who cites whom, estimates by a named rule',
  request: { params: IdParameter, query: z.object({ rule: z.enum(RULES).default('ged') }) },
  responses: answers('The incident.', IncidentThing),
})

const pairs = createRoute({
  method: 'get',
  path: '/pairs',
  summary: 'Pairs of incidents that may be one happening and that nobody judged to be different or could not tell apart',
  request: {
    query: z.object({
      limit: z.coerce.number().int().min(1).max(1000).default(100).openapi({ type: 'integer', minimum: 1, maximum: 1000 }),
    }),
  },
  responses: answers(
    'Pairs of one type, place and time, those with most claims first.',
    z.object({ items: z.array(z.tuple([IncidentRowSchema, IncidentRowSchema])) }).openapi('Pairs'),
  ),
})

const LIMIT = 100_000

export const incidentRoutes = (serving: Serving) => {
  const { record } = serving
  return router()
    .openapi(list, (c) => {
      const query = c.req.valid('query')
      return c.json(findIncidents(record, filtersOf(query), pageOf(query)), 200)
    })
    .openapi(count, (c) => {
      const counted = countIncidents(record, filtersOf(c.req.valid('query')), LIMIT)
      return c.json({ count: counted, atLeast: counted >= LIMIT }, 200)
    })
    .openapi(pairs, (c) =>
      c.json({ items: findPairs(record, c.req.valid('query').limit).map(([a, b]) => [a, b] as [typeof a, typeof b]) }, 200),
    )
    .openapi(one, (c) => {
      const thing = showThing(record, c.req.valid('param').id)
      if (thing.kind !== 'incident') throw new ServeError(404, 'record/no-such-id', `that id is of a ${thing.kind}, not of an incident`)
      const seen = blindfold(serving, c.var.viewer).incidentThing(thing)
      const figures = figuresOf(seen.accounts)
      const estimates = estimatesOf(seen.accounts, c.req.valid('query').rule)
      return c.json({ ...seen, figures, citations: citationsOf(record, seen.accounts), estimates }, 200)
    })
}
