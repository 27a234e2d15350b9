import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { API, api } from './api/index.js'
import { BASE_MAP, baseMap } from './base-map.js'
import { cookieHeader, TOKEN_COOKIE } from './cookies.js'
import { problemOf, ServeError } from './problem.js'
import { etags } from './revision.js'
import { checkHost, checkOrigin, checkType, identify, type Names, securityHeaders } from './security.js'
import type { Env, Serving } from './serving.js'
import { staticFiles } from './static.js'
import { sameSecret } from './team/secrets.js'
import { UPLOAD } from './upload.js'

export interface AppOptions {
  readonly names: Names
  /** Null where there is none. */
  readonly token: string | null
  /** Folder of the built application. */
  readonly web: string
  readonly version: string
}

/** Bytes of a body that is no upload. */
const BODY = 4_000_000
/** A form has some bytes besides its files. */
const FORM = UPLOAD.bytes + 1_000_000

const tooLarge = (most: number) => () => {
  throw new ServeError(413, 'serve/too-large', `at most ${Math.floor(most / 1e6)} MB can be sent at once`)
}

/** The whole server as one function from requests to answers. */
export const app = (serving: Serving, { names, token, web, version }: AppOptions): Hono<Env> => {
  const root = new Hono<Env>()
  root.onError((error) => problemOf(fromHono(error), serving.fault))
  root.use(securityHeaders, checkHost(names), checkOrigin(names))
  root.use(`${API}/*`, identify(serving, token), checkType)
  root.use(`${API}/*`, async (c, next) => {
    const most = c.req.path === `${API}/reports` ? FORM : BODY
    return bodyLimit({ maxSize: most, onError: tooLarge(most) })(c, next)
  })
  root.use(`${API}/*`, etags(serving))
  root.route(API, api(serving, version))
  root.all('/api/*', () => {
    throw new ServeError(404, 'serve/not-found', 'that is no part of the API')
  })
  if (token !== null)
    root.get('/', (c, next) => {
      const given = c.req.query('token')
      if (given === undefined) return next()
      if (!sameSecret(given, token)) throw new ServeError(401, 'serve/not-logged-in', 'the token is wrong')
      return Promise.resolve(c.redirect('/', 303)).then((response) => {
        response.headers.append('set-cookie', cookieHeader(token, serving.secure, TOKEN_COOKIE))
        return response
      })
    })
  root.get(BASE_MAP, identify(serving, token), baseMap(serving.baseMap))
  root.all('*', staticFiles(web))
  return root
}

/** What hono itself throws of broken requests. */
const fromHono = (error: unknown): unknown => {
  const status = (error as { readonly status?: unknown }).status
  if (error instanceof ServeError || typeof status !== 'number' || status >= 500) return error
  const known = status === 413 ? ([413, 'serve/too-large'] as const) : ([400, 'serve/bad-request'] as const)
  return new ServeError(known[0], known[1], (error as Error).message || 'the request cannot be read')
}
