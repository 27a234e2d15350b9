import { isIP } from 'node:net'
import { getCookie } from 'hono/cookie'
import { createMiddleware } from 'hono/factory'
import { SESSION_COOKIE, TOKEN_COOKIE } from './cookies.js'
import { ServeError } from './problem.js'
import type { Env, Serving } from './serving.js'
import { sameSecret } from './team/secrets.js'
import type { Viewer } from './viewer.js'

/** Pages load nothing from elsewhere and run no script but the application's own; maps draw in workers and on images that they make. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "child-src 'self' blob:",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

export const securityHeaders = createMiddleware<Env>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
})

/** What the server answers to: a name of its own, or an address, which no name of another's can be bound to. */
export interface Names {
  readonly names: ReadonlySet<string>
  /** Whether it answers to any address, as it listens on one that is not loopback. */
  readonly anyAddress: boolean
  /** Where people reach it through a proxy; null where they come to it straight. */
  readonly origin: URL | null
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

export const namesOf = (host: string, origin: URL | null): Names => {
  const own = host.toLowerCase()
  return { names: new Set([...LOOPBACK, own, ...(origin ? [bare(origin.hostname)] : [])]), anyAddress: !isLoopback(own), origin }
}

export const isLoopback = (host: string): boolean => LOOPBACK.has(host.toLowerCase()) || /^127\.\d+\.\d+\.\d+$/.test(host)

/** Refuses requests by another name: a site whose name was bound to this address is still that site to the browser. */
export const checkHost = ({ names, anyAddress }: Names) =>
  createMiddleware<Env>(async (c, next) => {
    const host = hostOf(c.req.header('host'))
    if (host === null || !(names.has(host) || (anyAddress && isIP(host) !== 0)))
      throw new ServeError(421, 'serve/wrong-host', 'this server does not answer to that name')
    await next()
  })

/** The name or address without the port; null where it is none. */
const hostOf = (header: string | undefined): string | null => {
  if (header === undefined || !/^[\w.:[\]-]+$/.test(header)) return null
  const url = URL.parse(`http://${header}`)
  return url && url.pathname === '/' && url.username === '' ? bare(url.hostname) : null
}

/** An IPv6 address without its brackets. */
const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase()

const SAFE = new Set(['GET', 'HEAD'])

/** Refuses what pages of other sites ask: browsers say where a request comes from, programs do not. */
export const checkOrigin = ({ origin: proxied }: Names) =>
  createMiddleware<Env>(async (c, next) => {
    const refuse = () => new ServeError(403, 'serve/cross-site', 'pages of other sites may not use this server')
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')?.toLowerCase()
    const own = origin === undefined || origin === proxied?.origin || origin === ownOrigin(c.req.header('host'), proxied)
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && c.req.path.startsWith('/api/')) throw refuse()
    if (!own && (!SAFE.has(c.req.method) || c.req.path.startsWith('/api/'))) throw refuse()
    await next()
  })

/** The origin of pages that came from here without a proxy; the proxy's name is good by its own scheme alone. */
const ownOrigin = (host: string | undefined, proxied: URL | null): string | null =>
  host === undefined || (proxied !== null && hostOf(host) === bare(proxied.hostname)) ? null : `http://${host.toLowerCase()}`

/** Bodies are JSON or, for uploads, forms; nothing that a page of another site could send without being asked. */
export const checkType = createMiddleware<Env>(async (c, next) => {
  if (SAFE.has(c.req.method) || c.req.method === 'DELETE') return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  const wanted = c.req.path.endsWith('/reports') ? 'multipart/form-data' : 'application/json'
  if (type !== wanted) throw new ServeError(415, 'serve/unsupported-type', `the body must be ${wanted}`)
  return next()
})

/** Paths that answer those who are not logged in. */
const OPEN = [/^\/api\/v1\/session(\/setup)?$/, /^\/api\/v1\/openapi\.json$/]

/** Tells who asks, and refuses those who may not. */
export const identify = ({ access, team, author }: Serving, token: string | null) => {
  const one: Viewer = { name: author, role: 'administrator' }
  return createMiddleware<Env>(async (c, next) => {
    const viewer =
      access === 'open'
        ? one
        : access === 'token'
          ? byToken(c.req.header('authorization'), getCookie(c, TOKEN_COOKIE))
          : bySession(getCookie(c, SESSION_COOKIE))
    if (viewer) c.set('viewer', viewer)
    else if (!OPEN.some((path) => path.test(c.req.path))) throw new ServeError(401, 'serve/not-logged-in', refusal(access))
    await next()
  })

  function byToken(header: string | undefined, cookie: string | undefined): Viewer | null {
    const given = header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : cookie
    return given !== undefined && token !== null && sameSecret(given, token) ? one : null
  }
  function bySession(secret: string | undefined): Viewer | null {
    return secret === undefined ? null : team.sessions.viewer(secret)
  }
}

const refusal = (access: Serving['access']) =>
  access === 'token' ? 'this server needs its token: open the address that it printed' : 'nobody is logged in'
