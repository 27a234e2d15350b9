import { randomUUID } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Record } from '../record/index.js'
import type { Env, Serving } from './serving.js'
import { digest } from './team/secrets.js'

const START = randomUUID()

/** Differs whenever the record may differ, whoever wrote to it. */
export const revisionOf = ({ db }: Record): string => {
  const other = Number(Object.values(db.prepare('PRAGMA data_version').get() as object)[0])
  const own = Number(Object.values(db.prepare('SELECT total_changes()').get() as object)[0])
  return `${START}.${other}.${own}`
}

/** Answers that rest on more than the record, or go to one asker only once. */
const UNTAGGED = /\/(session|users|jobs|events|publish|double-coding|raw|openapi\.json)(\/|$)/

/** ETags of answers about the record: when it is as it was, so is the answer, and it need not be worked out again. */
export const etags = ({ record, team }: Serving) =>
  createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== 'GET' || UNTAGGED.test(c.req.path)) {
      await next()
      if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
      return
    }
    const { name, role } = c.var.viewer
    const blind = [...team.assignments.blindFor(name)]
    const tag = `W/"${digest(JSON.stringify([revisionOf(record), c.req.url, name, role, blind])).slice(0, 32)}"`
    const headers = { etag: tag, 'cache-control': 'private, no-cache' }
    const known = c.req.header('if-none-match')?.split(',') ?? []
    if (known.some((one) => one.trim() === tag)) {
      c.res = new Response(null, { status: 304, headers })
      return
    }
    await next()
    if (c.res.status === 200) for (const [header, value] of Object.entries(headers)) c.header(header, value)
  })
