import { createRoute, z } from '@hono/zod-openapi'
import { needs } from '../needs.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { answers, IdParameter, router } from './route.js'
import { ReportProblemSchema } from './schemas.js'

export const JobSchema = z
  .object({
    id: z.string(),
    state: z.enum(['waiting', 'running', 'done', 'stopped', 'failed']),
    by: z.string(),
    started: z.string().openapi({ description: 'ISO 8601.' }),
    files: z.int(),
    done: z.int().openapi({ description: 'Reports looked at so far.' }),
    counts: z.object({ new: z.int(), version: z.int(), recoded: z.int(), unchanged: z.int(), problems: z.int() }),
    reports: z.array(z.string()).openapi({ description: 'Ids of the first thousand reports stored.' }),
    problems: z.array(ReportProblemSchema).openapi({ description: 'The first hundred.' }),
    error: z.string().nullable(),
  })
  .openapi('Job')

const list = createRoute({
  method: 'get',
  path: '/jobs',
  summary: 'Long work, the newest first',
  responses: answers('The jobs of this run of the server.', z.object({ items: z.array(JobSchema) }).openapi('Jobs')),
})

const one = createRoute({
  method: 'get',
  path: '/jobs/{id}',
  summary: 'How far a job is',
  request: { params: IdParameter },
  responses: answers('The job.', JobSchema),
})

const stop = createRoute({
  method: 'delete',
  path: '/jobs/{id}',
  summary: 'Stops a job; what it has stored stays',
  request: { params: IdParameter },
  responses: answers('The job.', JobSchema),
})

export const jobRoutes = ({ jobs }: Serving) => {
  const found = (id: string) => {
    const job = jobs.find(id)
    if (job === null) throw new ServeError(404, 'serve/not-found', 'there is no such job')
    return job
  }
  return router()
    .openapi(list, (c) => c.json({ items: jobs.list() }, 200))
    .openapi(one, (c) => c.json(found(c.req.valid('param').id), 200))
    .openapi({ ...stop, middleware: needs('coder') }, (c) => {
      const { id } = found(c.req.valid('param').id)
      return c.json(jobs.stop(id), 200)
    })
}
