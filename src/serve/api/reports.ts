import { createRoute, z } from '@hono/zod-openapi'
import { countReports, findReports, rawBytes, showThing } from '../../record/index.js'
import { needs } from '../needs.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { UPLOAD, uploaded } from '../upload.js'
import { blindfold } from '../views/blind.js'
import { FilterQuery, filtersOf, PagedFilterQuery, pageOf } from './filters.js'
import { JobSchema } from './jobs.js'
import { answer, answers, failure, IdParameter, router } from './route.js'
import { ClaimRowSchema, CodingSchema, DecisionSchema, foundOf, ReportProblemSchema, ReportRowSchema } from './schemas.js'

const list = createRoute({
  method: 'get',
  path: '/reports',
  summary: 'Reports, a page at a time',
  request: { query: PagedFilterQuery },
  responses: answers('A page of reports.', foundOf('Report', ReportRowSchema)),
})

const count = createRoute({
  method: 'get',
  path: '/reports/count',
  summary: 'How many reports there are, counted up to 100,000',
  request: { query: FilterQuery },
  responses: answers('The number.', z.object({ count: z.int(), atLeast: z.boolean() }).openapi('Count')),
})

const ReportThing = z
  .object({
    kind: z.literal('report'),
    row: ReportRowSchema,
    text: z.string(),
    claims: z.array(ClaimRowSchema),
    problems: z.array(ReportProblemSchema),
    versions: z.array(z.object({ id: z.string(), version: z.int(), published: z.string().nullable(), added: z.string() })),
    copies: z.array(z.string()),
    codings: z.array(CodingSchema),
    decisions: z.array(DecisionSchema).openapi({ description: 'On the claims of the report, in the order of time.' }),
  })
  .openapi('ReportThing')

const one = createRoute({
  method: 'get',
  path: '/reports/{id}',
  summary: 'One report: text, claims, decisions',
  request: { params: IdParameter },
  responses: answers('The report.', ReportThing),
})

const raw = createRoute({
  method: 'get',
  path: '/reports/{id}/raw',
  summary: 'The bytes that the report was read from, to be saved; only where they were kept',
  request: { params: IdParameter },
  responses: {
    200: { description: 'The bytes.', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
    default: failure,
  },
})

const add = createRoute({
  method: 'post',
  path: '/reports',
  summary: `Adds files (up to ${UPLOAD.files} and ${UPLOAD.bytes / 1e6} MB together); follow the job that reads them`,
  request: {
    body: {
      required: true,
      content: {
        'multipart/form-data': {
          schema: z.object({
            files: z.unknown().openapi({
              type: 'array',
              items: { type: 'string', format: 'binary' },
              description: 'File names may hold folders, with `/` between.',
            }),
            publisher: z.string().max(500).optional(),
            title: z.string().max(2000).optional(),
            url: z.string().max(2000).optional(),
            published: z.string().max(40).optional(),
          }),
        },
      },
    },
  },
  responses: {
    202: answer('The job.', JobSchema),
    default: failure,
  },
})

const LIMIT = 100_000

export const reportRoutes = (serving: Serving) => {
  const { record, jobs } = serving
  return router()
    .openapi(list, (c) => {
      const query = c.req.valid('query')
      return c.json(findReports(record, filtersOf(query), pageOf(query)), 200)
    })
    .openapi(count, (c) => {
      const counted = countReports(record, filtersOf(c.req.valid('query')), LIMIT)
      return c.json({ count: counted, atLeast: counted >= LIMIT }, 200)
    })
    .openapi(one, (c) => {
      const thing = showThing(record, c.req.valid('param').id)
      if (thing.kind !== 'report') throw new ServeError(404, 'record/no-such-id', `that id is of a ${thing.kind}, not of a report`)
      return c.json(blindfold(serving, c.var.viewer).reportThing(thing), 200)
    })
    .openapi(raw, (c) => {
      const { id } = c.req.valid('param')
      const bytes = rawBytes(record, id)
      if (bytes === null) throw new ServeError(404, 'serve/not-found', 'the bytes of that report were not kept')
      const headers = {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${id.replace(/[^\w-]/g, '')}.bin"`,
      }
      return new Response(Buffer.from(bytes), { headers })
    })
    .openapi({ ...add, middleware: needs('coder') }, async (c) => {
      const { files, options } = uploaded(await c.req.formData())
      const job = jobs.add(files, options, c.var.viewer.name)
      if (job === null)
        throw new ServeError(429, 'serve/too-many-requests', 'many files wait already: try again later', { 'retry-after': '30' })
      return c.json(job, 202)
    })
}
