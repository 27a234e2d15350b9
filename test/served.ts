import { join } from 'node:path'
import { Record } from '../src/record/record.js'
import { relink } from '../src/record/relink.js'
import type { Report } from '../src/report.js'
import { type Running, type ServeOptions, serve } from '../src/serve/serve.js'
import { FAKE, recordOf, reportWith, temporary } from './record.js'

/** Two origins on one attack, and a meeting. */
export const REPORTS: readonly Report[] = [
  reportWith('the army attacked rebels in Mosul on 2016-11-01 killing 12\nIraq met Taliban in Tikrit on 2016-11-02', {
    doc: 'meridian',
    publisher: 'Meridian Wire',
    url: 'https://meridian.example/1',
    title: 'Twelve killed in Mosul',
  }),
  reportWith('the army attacked rebels in Mosul on 2016-11-01 killing 20, Ali said', {
    doc: 'daily',
    publisher: 'The Daily',
    url: 'https://daily.example/1',
    published: '2016-11-04',
  }),
]

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every form
  readonly json: any
}

export interface Asking {
  readonly method?: string
  readonly headers?: { readonly [name: string]: string }
  /** Sent as JSON; a form as it is. */
  readonly body?: unknown
}

export interface Served extends Running {
  readonly path: string
  readonly faults: unknown[]
  /** Asks the API; `path` begins after `/api/v1`. */
  readonly ask: (path: string, asking?: Asking) => Promise<Answer>
}

/** A server of a record with some reports, on a port of its own. */
export const served = async (reports: readonly (string | Report)[] = REPORTS, options: Partial<ServeOptions> = {}): Promise<Served> => {
  const path = join(temporary(), 'herodot.db')
  const record = recordOf(reports, path)
  relink(record)
  record.close()
  const faults: unknown[] = []
  const fault = (error: unknown) => {
    faults.push(error)
  }
  const running = await serve({ record: path, port: 0, modules: FAKE, fault, web: temporary(), ...options })
  const base = new URL('/api/v1', running.listening).href
  return { ...running, path, faults, ask: (to, asking) => ask(`${base}${to}`, asking) }
}

export const ask = async (url: string, { method = 'GET', headers = {}, body }: Asking = {}): Promise<Answer> => {
  const json = body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }
  const sent = body === undefined || body instanceof FormData ? body : JSON.stringify(body)
  const response = await fetch(url, { method, headers: { ...json, ...headers }, body: sent ?? null, redirect: 'manual' })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: text.startsWith('{') ? JSON.parse(text) : null }
}

/** The record that a server serves, opened once more. */
export const beside = (path: string): Record => Record.open(path)
