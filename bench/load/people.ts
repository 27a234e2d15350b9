import { setTimeout as sleep } from 'node:timers/promises'
import type { Chance } from '../generate/random.js'
import type { Samples } from '../queries/samples.js'
import type { Log } from './log.js'
import { VIEWS } from './views.js'

export interface Who {
  readonly url: string
  readonly chance: Chance
  readonly samples: Samples
  readonly log: Log
  /** By the clock of `performance.now`. */
  readonly until: number
}

/** Milliseconds after which a page that others' changes outdated asks again, as the application does. */
const AGAIN = 5000

/** Goes from view to view, a few seconds on each; asks again for what is shown when the record changes. */
export const reader = async (who: Who): Promise<void> => {
  const { chance, until } = who
  const changes = listenTo(who)
  await sleep(chance.next() * 3000)
  while (performance.now() < until) {
    const [view, pathsOf] = chance.pick(VIEWS)
    const paths = pathsOf(chance, who.samples)
    await look(who, view, paths)
    const leave = Math.min(until, performance.now() + 2000 + chance.next() * 8000)
    for (let asked = performance.now(); performance.now() < leave; ) {
      await sleep(Math.min(AGAIN, leave - performance.now()))
      if (changes.last < asked) continue
      asked = performance.now()
      await look(who, view, paths)
    }
  }
  changes.stop()
}

interface Item {
  readonly id: string
  readonly claim: { readonly certainty: string }
}

/** Judges claim after claim from the queue, and takes one in ten judgements back. */
export const reviewer = async (who: Who, author: string): Promise<void> => {
  const { chance, until, log } = who
  const changes = listenTo(who)
  while (performance.now() < until) {
    const answer = await ask<{ items: readonly Item[] }>(who, 'queue', '/queue?limit=100')
    const item = answer && chance.pick(answer.items)
    if (item) {
      await ask(who, 'claim', `/claims/${item.id}`)
      await sleep(500 + chance.next() * 1500)
      const decided = await decide(who, rulingOn(chance, item), author)
      if (decided && chance.happens(0.1)) await decide(who, { kind: 'undo', decision: decided }, author)
    } else await sleep(1000)
  }
  changes.stop()
  async function decide(by: Who, ruling: object, name: string): Promise<string | null> {
    const body = JSON.stringify({ ...ruling, author: name })
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body }
    const stored = await ask<{ decision: { id: string } }>(by, 'decision', '/decisions', init)
    if (stored) log.decisions.push(stored.decision.id)
    return stored?.decision.id ?? null
  }
}

const rulingOn = (chance: Chance, { id, claim }: Item): object => {
  const kind = chance.pick(['accept', 'accept', 'accept', 'reject', 'hold', 'correct'] as const)
  if (kind === 'correct') return { kind, claim: id, field: 'certainty', value: claim.certainty === 'certain' ? 'possible' : 'certain' }
  return { kind, claim: id }
}

/** What a page asks for, all at once. */
const look = (who: Who, view: string, paths: readonly string[]) => Promise.all(paths.map((path) => ask(who, view, path)))

const ask = async <Answer>({ url, log }: Who, what: string, path: string, init: RequestInit = {}): Promise<Answer | null> => {
  const start = performance.now()
  try {
    const answer = await fetch(`${url}/api/v1${path}`, init)
    const text = await answer.text()
    log.answers.push({ what, time: performance.now() - start })
    if (answer.ok) return JSON.parse(text) as Answer
    log.errors.push(`${answer.status} ${path}: ${text.slice(0, 300)}`)
  } catch (error) {
    log.errors.push(`${path}: ${String((error as Error).cause ?? error)}`)
  }
  return null
}

/** Listens to the server as a page does; `last` is when it last told of a change. */
const listenTo = ({ url, log }: Who) => {
  const abort = new AbortController()
  const heard = { last: 0, stop: () => abort.abort() }
  const listen = async () => {
    const stream = await fetch(`${url}/api/v1/events`, { signal: abort.signal })
    if (!stream.ok) throw new Error(`events: ${stream.status}`)
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream()))
      if (chunk.includes('changed')) heard.last = performance.now()
  }
  listen().catch((error: Error) => {
    if (!abort.signal.aborted) log.errors.push(`events: ${error.message}`)
  })
  return heard
}
