import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { ClaimRow, Decision, Found, Span } from './types.js'

const BASE = '/api/v1'

/** What the server refused, in its own words. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const failure = async (response: Response): Promise<ApiError> => {
  const problem = (await response.json().catch(() => null)) as { code?: string; detail?: string } | null
  return new ApiError(response.status, problem?.code ?? 'unknown', problem?.detail ?? `the server answered ${response.status}`)
}

/** Asks the server; throws `ApiError` where it refuses and where it cannot be reached. */
export const ask = async <Answer>(path: string, init: RequestInit = {}): Promise<Answer> => {
  const response = await fetch(BASE + path, { credentials: 'same-origin', ...init }).catch(() => {
    throw new ApiError(0, 'unreachable', 'The server does not answer. Is "herodot serve" still running?')
  })
  if (!response.ok) throw await failure(response)
  return (await response.json()) as Answer
}

export const send = <Answer>(path: string, body: unknown, method = 'POST'): Promise<Answer> =>
  ask(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

type Params = Readonly<Record<string, string | number | null | undefined>>

/** A path with the parameters that have a value. */
export const path = (base: string, params: Params = {}): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params))
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  return query.size === 0 ? base : `${base}?${query}`
}

let version = 0
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Everything shown asks again. */
export const refresh = (): void => {
  version++
  for (const listener of listeners) listener()
}

export const useVersion = (): number => useSyncExternalStore(subscribe, () => version)

const kept = new Map<string, unknown>()
const KEPT = 200

const keep = (key: string, value: unknown) => {
  kept.delete(key)
  kept.set(key, value)
  if (kept.size > KEPT) kept.delete(kept.keys().next().value!)
}

export interface Asked<Answer> {
  readonly data: Answer | null
  readonly error: ApiError | null
  readonly loading: boolean
}

/** What the server answers to a path, asked again when the record changes; what it said before is shown until then. Null asks nothing. */
export const useApi = <Answer>(path: string | null): Asked<Answer> => {
  const now = useVersion()
  const [state, setState] = useState<{ path: string | null; error: ApiError | null; loading: boolean }>({
    path: null,
    error: null,
    loading: false,
  })
  const last = useRef<string | null>(null)
  useEffect(() => {
    if (path === null) return
    void now
    const abort = new AbortController()
    setState({ path, error: null, loading: true })
    ask<Answer>(path, { signal: abort.signal }).then(
      (answer) => {
        if (abort.signal.aborted) return
        keep(path, answer)
        last.current = path
        setState({ path, error: null, loading: false })
      },
      (error: ApiError) => {
        if (!abort.signal.aborted) setState({ path, error, loading: false })
      },
    )
    return () => abort.abort()
  }, [path, now])
  if (path === null) return { data: null, error: null, loading: false }
  const own = state.path === path
  const data = (kept.get(path) ??
    (own && state.error ? null : last.current && sameThing(last.current, path) ? kept.get(last.current) : null)) as
    | Answer
    | null
    | undefined
  return { data: data ?? null, error: own ? state.error : null, loading: !own || state.loading }
}

/** Whether two paths differ in their parameters alone: then the old answer may stand until the new one comes. */
const sameThing = (a: string, b: string) => a.split('?')[0] === b.split('?')[0]

/** One page of a list. */
const fetchPage = <Row>(from: string, cursor: string | null, size: number, signal?: AbortSignal): Promise<Found<Row>> => {
  const extra = new URLSearchParams({ limit: String(size), ...(cursor && { cursor }) })
  return ask(`${from}${from.includes('?') ? '&' : '?'}${extra}`, signal ? { signal } : {})
}

/** Rows of a list, page after page. */
export const usePages = <Row>(path: string | null) => {
  const now = useVersion()
  const [pages, setPages] = useState<{ path: string; rows: readonly Row[]; next: string | null } | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const busy = useRef(false)
  const loaded = useRef(0)
  useEffect(() => {
    if (path === null) return
    void now
    const abort = new AbortController()
    busy.current = true
    const size = Math.min(1000, Math.max(PAGE, pagesKeep(loaded.current)))
    fetchPage<Row>(path, null, size, abort.signal).then(
      ({ items, next }) => {
        if (abort.signal.aborted) return
        busy.current = false
        loaded.current = items.length
        setError(null)
        setPages({ path, rows: items, next })
      },
      (thrown: ApiError) => {
        if (abort.signal.aborted) return
        busy.current = false
        setError(thrown)
      },
    )
    return () => abort.abort()
  }, [path, now])
  const more = () => {
    if (busy.current || !pages?.next || pages.path !== path) return
    busy.current = true
    fetchPage<Row>(pages.path, pages.next, PAGE).then(
      ({ items, next }) => {
        busy.current = false
        setPages((before) => {
          if (before?.path !== pages.path) return before
          loaded.current = before.rows.length + items.length
          return { ...before, rows: [...before.rows, ...items], next }
        })
      },
      () => {
        busy.current = false
      },
    )
  }
  return { rows: pages?.rows ?? null, complete: pages?.next === null, error, more, settled: pages?.path === path }
}

const PAGE = 100
/** After a change as many rows are asked for as were there. */
const pagesKeep = (rows: number) => Math.ceil(rows / PAGE) * PAGE

export interface Ruled {
  readonly decision: Decision
  readonly claims: readonly ClaimRow[]
}

/** Decisions made on this page, so that they can be undone one after the other. */
const made: Decision[] = []

type Sent = { readonly kind: string } & Readonly<Record<string, unknown>>

/** Stores a decision. */
export const rule = async (ruling: Sent): Promise<Ruled> => {
  const answer = await send<Ruled>('/decisions', { ...ruling, ...asAuthor() })
  if (ruling.kind !== 'undo') made.push(answer.decision)
  refresh()
  return answer
}

/** Removes words for good; gives the other reports in which they stand too. What the page kept of earlier answers goes with them. */
export const redact = async (report: string, span: Span, reason: string): Promise<readonly string[]> => {
  const { alsoIn } = await send<{ readonly alsoIn: readonly string[] }>('/redact', { report, span, reason, ...asAuthor() })
  kept.clear()
  refresh()
  return alsoIn
}

/** Undoes the last decision made on this page; null where there is none. */
export const undoLast = async (): Promise<Decision | null> => {
  const last = made.pop()
  if (!last) return null
  await rule({ kind: 'undo', decision: last.id })
  return last
}

export const decisionsMade = (): readonly Decision[] => made

/** Where there are no accounts, the name that decisions are made under, if one was given. */
export const authorName = {
  get: (): string => localStorage.getItem('author') ?? '',
  set: (name: string) => (name === '' ? localStorage.removeItem('author') : localStorage.setItem('author', name)),
}
let accounts = false
export const useAccounts = (on: boolean) => {
  accounts = on
}
const asAuthor = () => (accounts || authorName.get() === '' ? {} : { author: authorName.get() })

/** Milliseconds between two askings for what others changed: what one does oneself is shown at once. */
const OTHERS = 5000

/** Listens to the server for changes; reports of jobs are passed on. */
export const listen = (onJob: (job: unknown) => void): (() => void) => {
  const source = new EventSource(`${BASE}/events`)
  let waiting: ReturnType<typeof setTimeout> | null = null
  let last = 0
  const changed = () => {
    waiting ??= setTimeout(
      () => {
        waiting = null
        last = Date.now()
        refresh()
      },
      Math.max(400, last + OTHERS - Date.now()),
    )
  }
  const read = (event: MessageEvent<string>) => {
    try {
      const told = JSON.parse(event.data) as { kind?: string; job?: unknown }
      if (told.kind === 'job' || event.type === 'job') onJob(told.job ?? told)
      else changed()
    } catch {
      changed()
    }
  }
  for (const name of ['message', 'changed', 'job']) source.addEventListener(name, read)
  return () => {
    source.close()
    if (waiting) clearTimeout(waiting)
  }
}
