import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { userInfo } from 'node:os'
import { serve as listen } from '@hono/node-server'
import { Record } from '../record/index.js'
import type { ReaderModules } from '../workers.js'
import { app } from './app.js'
import { checkBaseMap } from './base-map.js'
import { Events } from './events.js'
import { Jobs } from './jobs.js'
import { revisionOf } from './revision.js'
import { isLoopback, namesOf } from './security.js'
import type { Serving } from './serving.js'
import { WEB } from './static.js'
import { teamPath } from './team/store.js'
import { Team } from './team/team.js'

export interface ServeOptions {
  /** Made where there is none. */
  readonly record: string
  readonly host?: string | undefined
  /** 0 for any that is free. */
  readonly port?: number | undefined
  readonly token?: string | undefined
  /** Where people reach the server through a proxy, such as `https://herodot.example.org`. */
  readonly origin?: URL | undefined
  readonly users?: boolean | undefined
  readonly modules?: ReaderModules | undefined
  readonly web?: string | undefined
  readonly publications?: string | undefined
  /** A PMTiles file to draw under the claims. */
  readonly baseMap?: string | undefined
  readonly now?: (() => number) | undefined
  readonly fault?: ((error: unknown) => void) | undefined
}

/** A server that runs. */
export interface Running {
  /** Address of the application, with the token where there is one. */
  readonly url: string
  /** Where it listens itself, before any proxy. */
  readonly listening: string
  /** Link for the first administrator, where accounts are on and there is none. */
  readonly setup: string | null
  readonly serving: Serving
  /** Lets what is under way end, then closes everything. */
  readonly close: () => Promise<void>
}

/** Others could reach the server, and it would let anybody in. */
export class UnsafeHost extends Error {}

const HOST = '127.0.0.1'
const PORT = 4747
/** How often to look whether another process wrote to the record, in milliseconds. */
const LOOK = 1500
/** How long answers under way may take after the server is told to stop. */
const GRACE = 3000

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** Starts the server. Throws `UnsafeHost` for an address that others can reach, without token or accounts, `NoBaseMap` for a file that is none, otherwise what `listen` throws. */
export const serve = async (options: ServeOptions): Promise<Running> => {
  const { host = HOST, port = PORT, token, users = false, origin, now = Date.now, fault = () => {} } = options
  for (const [reached, option] of [
    [host, '--host'],
    [origin?.hostname ?? HOST, '--origin'],
  ] as const)
    if (!isLoopback(reached) && token === undefined && !users)
      throw new UnsafeHost(`others can reach ${reached}: say --token T, or --users for accounts, or leave out ${option}`)
  const { baseMap = null } = options
  if (baseMap !== null) await checkBaseMap(baseMap)
  const record = Record.open(options.record, { create: true })
  const events = new Events()
  const team = new Team(teamPath(options.record), now)
  const jobs = new Jobs(record, events, { modules: options.modules, now })
  const access = users ? 'users' : token === undefined ? 'open' : 'token'
  const publications = options.publications ?? `${options.record.replace(/\.db$/, '')}.published`
  const secure = origin?.protocol === 'https:'
  const serving: Serving = { record, team, events, jobs, access, secure, author: userName(), publications, baseMap, now, fault }
  const look = watch(record, events)
  const stop = async () => {
    clearInterval(look)
    await jobs.close()
    team.close()
    record.close()
  }
  try {
    const { fetch } = app(serving, { names: namesOf(host, origin ?? null), token: token ?? null, web: options.web ?? WEB, version })
    const server = await started(fetch, host, port)
    const listening = `http://${host.includes(':') ? `[${host}]` : host}:${(server.address() as AddressInfo).port}`
    const address = origin?.origin ?? listening
    const close = async () => {
      events.tell({ kind: 'closing' })
      await ended(server)
      await stop()
    }
    const setup = users && !team.users.hasAdministrator() ? `${address}/setup#${team.invite(null, 'administrator')}` : null
    const query = token === undefined ? '' : `?token=${encodeURIComponent(token)}`
    return { url: `${address}/${query}`, listening, setup, serving, close }
  } catch (error) {
    await stop()
    throw error
  }
}

const started = (fetch: (request: Request) => Response | Promise<Response>, hostname: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = listen({ fetch, hostname, port, serverOptions: { requestTimeout: 120_000, headersTimeout: 20_000 } }, () =>
      resolve(server),
    ) as Server
    server.on('error', reject)
  })

const ended = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const hurry = setTimeout(() => server.closeAllConnections(), GRACE)
    server.close(() => {
      clearTimeout(hurry)
      resolve()
    })
    server.closeIdleConnections()
  })

/** Tells of what other processes write. */
const watch = (record: Record, events: Events): NodeJS.Timeout => {
  const others = () => revisionOf(record).split('.')[1]
  let last = others()
  const timer = setInterval(() => {
    if (events.listeners === 0) return
    const next = others()
    if (next !== last) events.tell({ kind: 'changed', what: 'anything', ids: [] })
    last = next
  }, LOOK)
  timer.unref()
  return timer
}

const userName = (): string => {
  try {
    return userInfo().username
  } catch {
    return 'me'
  }
}
