import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import { ManifestSchema } from '../../publish/manifest.js'
import { PreviewSchema, preview } from '../../publish/preview.js'
import { ProfileSchema } from '../../publish/profile.js'
import { FolderTaken, listPublications, publish } from '../../publish/publish.js'
import { redact } from '../../record/index.js'
import { needs } from '../needs.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { answers, failure, jsonBody, router } from './route.js'
import { SpanSchema } from './schemas.js'

const look = createRoute({
  method: 'post',
  path: '/publish/preview',
  summary: 'What a profile would publish: before and after, and a count of what it removes; writes nothing',
  request: jsonBody(ProfileSchema),
  responses: answers('The preview.', PreviewSchema),
})

const PublicationSchema = z.object({ id: z.string(), manifest: ManifestSchema }).openapi('Publication')

const write = createRoute({
  method: 'post',
  path: '/publish',
  summary: 'Writes a publication into a folder beside the record, with a manifest',
  request: jsonBody(ProfileSchema),
  responses: answers('The publication.', PublicationSchema),
})

const list = createRoute({
  method: 'get',
  path: '/publish',
  summary: 'Publications written so far, the newest first',
  responses: answers('The publications.', z.object({ items: z.array(PublicationSchema) }).openapi('Publications')),
})

const file = createRoute({
  method: 'get',
  path: '/publish/{id}/{file}',
  summary: 'One file of a publication, to be saved',
  request: { params: z.object({ id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/), file: z.string().regex(/^[a-z-]+\.[a-z]+$/) }) },
  responses: {
    200: { description: 'The file.', content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } } },
    default: failure,
  },
})

const remove = createRoute({
  method: 'post',
  path: '/redact',
  summary: 'Truly removes words of a report from the record and its indexes; leaves a tombstone',
  request: jsonBody(
    z
      .object({
        report: z.string().min(1).max(200),
        span: SpanSchema,
        reason: z.string().min(1).max(5000),
        author: z.string().min(1).max(200).optional(),
      })
      .openapi('Redaction'),
  ),
  responses: answers(
    'The decision, and other reports in which the same words stand.',
    z.object({ decision: z.string(), alsoIn: z.array(z.string()) }).openapi('Redacted'),
  ),
})

export const publishRoutes = (serving: Serving) => {
  const { record, publications, now, events } = serving
  return router()
    .openapi({ ...look, middleware: needs('coder') }, async (c) => c.json(await preview(record, c.req.valid('json'), now()), 200))
    .openapi({ ...write, middleware: needs('administrator') }, async (c) => {
      const profile = c.req.valid('json')
      const at = new Date(now()).toISOString()
      const id = `${profile.name}-${at.slice(0, 19).replaceAll(/[^0-9]/g, '')}`
      const manifest = await publish(record, profile, join(publications, id), now()).catch((error: unknown) => {
        throw error instanceof FolderTaken ? new ServeError(409, 'serve/conflict', 'that was published a moment ago') : error
      })
      return c.json({ id, manifest }, 200)
    })
    .openapi(list, async (c) => c.json({ items: await listPublications(publications) }, 200))
    .openapi(file, async (c) => {
      const { id, file: name } = c.req.valid('param')
      const published = (await listPublications(publications)).find((publication) => publication.id === id)
      const known = name === 'manifest.json' || published?.manifest.files.some((one) => one.name === name)
      if (!published || !known) throw new ServeError(404, 'serve/not-found', 'there is no such file')
      const bytes = await readFile(join(publications, id, name))
      const headers = { 'content-type': 'application/octet-stream', 'content-disposition': `attachment; filename="${id}-${name}"` }
      return new Response(new Uint8Array(bytes), { headers })
    })
    .openapi({ ...remove, middleware: needs('administrator') }, (c) => {
      const { author, ...what } = c.req.valid('json')
      const by = serving.access === 'users' ? c.var.viewer.name : (author ?? c.var.viewer.name)
      const { decision, alsoIn } = redact(record, { ...what, author: by, at: now() })
      events.tell({ kind: 'changed', what: 'anything', ids: [what.report] })
      // Browsers keep answers on the disk.
      return c.json({ decision, alsoIn: [...alsoIn] }, 200, { 'clear-site-data': '"cache"' })
    })
}
