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
export const etags = ({ record, team }: Serving) => {
  const slow = new SlowAnswers()
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method !== 'GET' || UNTAGGED.test(c.req.path)) {
      await next()
      if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
      return
    }
    const { name, role } = c.var.viewer
    const blind = [...team.assignments.blindFor(name)]
    const tag = `W/"${digest(JSON.stringify([revisionOf(record), c.req.url, name, role, blind])).slice(0, 32)}"`
    const headers = { etag: tag, 'cache-control': 'private, no-cache' }
    const offered = c.req.header('if-none-match')?.split(',') ?? []
    if (offered.some((one) => one.trim() === tag)) {
      c.res = new Response(null, { status: 304, headers })
      return
    }
    const known = slow.get(tag)
    if (known !== null) {
      c.res = new Response(known, { headers: { ...headers, 'content-type': 'application/json' } })
      return
    }
    const begun = performance.now()
    await next()
    if (c.res.status !== 200) return
    for (const [header, value] of Object.entries(headers)) c.header(header, value)
    if (performance.now() - begun > SLOW) slow.keep(tag, await c.res.clone().text())
  })
}

/** Milliseconds above which an answer is kept until the record changes. */
const SLOW = 50
/** UTF-16 code units of kept answers. */
const ROOM = 20_000_000

/** Answers that took long, by their ETag; the oldest go first. */
class SlowAnswers {
  readonly #answers = new Map<string, string>()
  #size = 0

  get(tag: string): string | null {
    return this.#answers.get(tag) ?? null
  }

  keep(tag: string, answer: string): void {
    if (answer.length > ROOM / 4) return
    this.#answers.set(tag, answer)
    this.#size += answer.length
    for (const [oldest, { length }] of this.#answers) {
      if (this.#size <= ROOM) return
      this.#answers.delete(oldest)
      this.#size -= length
    }
  }
}
