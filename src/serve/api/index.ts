import { OpenAPIHono } from '@hono/zod-openapi'
import type { Env, Serving } from '../serving.js'
import { actorRoutes } from './actors.js'
import { claimRoutes } from './claims.js'
import { decisionRoutes } from './decisions.js'
import { doubleCodingRoutes } from './double-coding.js'
import { eventRoutes } from './events.js'
import { incidentRoutes } from './incidents.js'
import { jobRoutes } from './jobs.js'
import { overviewRoutes } from './overview.js'
import { publishRoutes } from './publish.js'
import { reportRoutes } from './reports.js'
import { sessionRoutes } from './session.js'

export const API = '/api/v1'

const DESCRIPTION =
  'A record of attributed claims: what news reports say happened, who says so and how surely. Answers to GET carry an ETag. Errors are problem details (RFC 9457) with a stable code.'

/** The routes of the API, and their description. */
export const api = (serving: Serving, version: string) => {
  const routes = new OpenAPIHono<Env>()
  const all = [
    overviewRoutes,
    claimRoutes,
    incidentRoutes,
    reportRoutes,
    actorRoutes,
    decisionRoutes,
    doubleCodingRoutes,
    publishRoutes,
    jobRoutes,
    eventRoutes,
    sessionRoutes,
  ]
  for (const part of all) routes.route('/', part(serving) as unknown as OpenAPIHono<Env>)
  const info = { title: 'Herodot', version, description: DESCRIPTION }
  let document: object | undefined
  routes.get('/openapi.json', (c) => {
    document ??= routes.getOpenAPI31Document({ openapi: '3.1.0', info, servers: [{ url: API }] })
    return c.json(document)
  })
  return routes
}
