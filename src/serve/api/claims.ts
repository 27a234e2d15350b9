import { createRoute, z } from '@hono/zod-openapi'
import { countClaims, findClaims, showThing, WHY_FIELDS, why } from '../../record/index.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { blindfold } from '../views/blind.js'
import { queuePage } from '../views/queue.js'
import { FilterQuery, filterParameters, filtersOf, PagedFilterQuery, pageOf, pageParameters } from './filters.js'
import { answers, IdParameter, router } from './route.js'
import { ClaimRowSchema, CoderSchema, ContradictionSchema, DecisionSchema, EvidenceSchema, foundOf, orNull } from './schemas.js'

const list = createRoute({
  method: 'get',
  path: '/claims',
  summary: 'Claims, a page at a time',
  request: { query: PagedFilterQuery },
  responses: answers('A page of claims.', foundOf('Claim', ClaimRowSchema)),
})

const count = createRoute({
  method: 'get',
  path: '/claims/count',
  summary: 'How many claims there are, counted up to 100,000',
  request: { query: FilterQuery },
  responses: answers('The number.', z.object({ count: z.int(), atLeast: z.boolean() }).openapi('Count')),
})

const ClaimThing = z
  .object({
    kind: z.literal('claim'),
    row: ClaimRowSchema,
    evidence: z.array(EvidenceSchema),
    contradictions: z.array(ContradictionSchema),
    decisions: z.array(DecisionSchema),
    otherCodings: z.array(z.object({ id: z.string(), coder: CoderSchema })),
  })
  .openapi('ClaimThing')

const one = createRoute({
  method: 'get',
  path: '/claims/{id}',
  summary: 'One claim whole, with every word it rests on',
  request: { params: IdParameter },
  responses: answers('The claim.', ClaimThing),
})

const reason = createRoute({
  method: 'get',
  path: '/claims/{id}/why',
  summary: 'How a value came about: words, rule or model, alternatives, decisions',
  request: { params: IdParameter, query: z.object({ field: z.enum(WHY_FIELDS) }) },
  responses: answers(
    'How it came about.',
    z
      .object({
        claim: z.string(),
        field: z.string(),
        value: z.unknown(),
        coded: z.unknown(),
        words: z.array(EvidenceSchema),
        sentence: EvidenceSchema,
        how: z.array(z.string()),
        alternatives: z.array(z.unknown()),
        coder: orNull(CoderSchema),
        confidence: z.number(),
        decisions: z.array(DecisionSchema),
      })
      .openapi('Why'),
  ),
})

const queue = createRoute({
  method: 'get',
  path: '/queue',
  summary: 'Claims that nobody ruled on, in the order of review',
  request: {
    query: z.object({
      ...filterParameters,
      ...pageParameters,
      order: z.enum(['least-certain', 'contradicted', 'newest', 'oldest']).default('least-certain'),
    }),
  },
  responses: answers(
    'A page of claims to review; `verdict` looks for others than those without a ruling.',
    foundOf('Claim', ClaimRowSchema),
  ),
})

const LIMIT = 100_000

export const claimRoutes = (serving: Serving) => {
  const { record } = serving
  return router()
    .openapi(list, (c) => {
      const query = c.req.valid('query')
      const { items, next } = findClaims(record, filtersOf(query), pageOf(query))
      return c.json({ items: blindfold(serving, c.var.viewer).claims(items), next }, 200)
    })
    .openapi(count, (c) => {
      const counted = countClaims(record, filtersOf(c.req.valid('query')), LIMIT)
      return c.json({ count: counted, atLeast: counted >= LIMIT }, 200)
    })
    .openapi(one, (c) => {
      const thing = showThing(record, c.req.valid('param').id)
      if (thing.kind !== 'claim') throw new ServeError(404, 'record/no-such-id', `that id is of a ${thing.kind}, not of a claim`)
      return c.json(blindfold(serving, c.var.viewer).claimThing(thing), 200)
    })
    .openapi(reason, (c) => {
      const answer = why(record, c.req.valid('param').id, c.req.valid('query').field)
      return c.json(blindfold(serving, c.var.viewer).why(answer), 200)
    })
    .openapi(queue, (c) => {
      const query = c.req.valid('query')
      const { items, next } = queuePage(record, filtersOf(query), query)
      return c.json({ items: blindfold(serving, c.var.viewer).claims(items), next }, 200)
    })
}
