import { createRoute, z } from '@hono/zod-openapi'
import { findActors } from '../../record/index.js'
import type { Serving } from '../serving.js'
import { blindfold } from '../views/blind.js'
import { dossierOf } from '../views/dossier.js'
import { networkOf } from '../views/network.js'
import { filterParameters, filtersOf, PagedFilterQuery, pageOf } from './filters.js'
import { answers, IdParameter, router } from './route.js'
import { ActorRowSchema, ClaimRowSchema, foundOf } from './schemas.js'

const list = createRoute({
  method: 'get',
  path: '/actors',
  summary: 'Groups, states and office-holders, those with most claims first; never private persons',
  request: { query: PagedFilterQuery },
  responses: answers('A page of actors.', foundOf('Actor', ActorRowSchema)),
})

const Dossier = z
  .object({
    kind: z.literal('actor'),
    row: ActorRowSchema,
    names: z.array(z.object({ name: z.string(), claims: z.int() })).openapi({ description: 'Words used for it.' }),
    by: foundOf('Claim', ClaimRowSchema).openapi({ description: 'Claims that it makes itself.' }),
    about: foundOf('Claim', ClaimRowSchema).openapi({
      description: 'Claims with it as actor or recipient; `/claims?actor=ID` gives more.',
    }),
    affiliations: z.array(ClaimRowSchema).openapi({ description: 'Who belongs to, leads or backs whom, in the order of time.' }),
  })
  .openapi('Dossier')

const one = createRoute({
  method: 'get',
  path: '/actors/{id}',
  summary: 'The dossier of a group, state or office-holder; there is none for private persons',
  request: { params: IdParameter },
  responses: answers('The dossier.', Dossier),
})

const network = createRoute({
  method: 'get',
  path: '/network',
  summary: 'Who is said to act with or against whom, by number of origins',
  request: {
    query: z.object({
      ...filterParameters,
      edges: z.coerce.number().int().min(1).max(1000).default(200).openapi({ type: 'integer', minimum: 1, maximum: 1000 }),
    }),
  },
  responses: answers(
    'The edges with most origins first, and the actors between which they run.',
    z
      .object({
        nodes: z.array(z.object({ id: z.string(), name: z.string(), code: z.string().nullable() })),
        edges: z.array(
          z.object({
            from: z.string(),
            to: z.string(),
            kind: z.enum(['with', 'against']),
            claims: z.int(),
            origins: z.int(),
          }),
        ),
        truncated: z.boolean(),
      })
      .openapi('Network'),
  ),
})

export const actorRoutes = (serving: Serving) => {
  const { record } = serving
  return router()
    .openapi(list, (c) => {
      const query = c.req.valid('query')
      return c.json(findActors(record, filtersOf(query), pageOf(query)), 200)
    })
    .openapi(one, (c) => {
      const { by, about, affiliations, ...rest } = dossierOf(record, c.req.valid('param').id)
      const { claims } = blindfold(serving, c.var.viewer)
      const seen = {
        by: { ...by, items: claims(by.items) },
        about: { ...about, items: claims(about.items) },
        affiliations: claims(affiliations),
      }
      return c.json({ ...rest, ...seen }, 200)
    })
    .openapi(network, (c) => {
      const query = c.req.valid('query')
      return c.json(networkOf(record, filtersOf(query), query.edges), 200)
    })
}
