import { createRoute, z } from '@hono/zod-openapi'
import { getCookie } from 'hono/cookie'
import { cookieHeader, SESSION_COOKIE } from '../cookies.js'
import { needs } from '../needs.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { PASSWORD } from '../team/passwords.js'
import { ROLES, type Viewer } from '../viewer.js'
import { answers, DONE, DoneSchema, jsonBody, router } from './route.js'

const UserName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,62}[\p{L}\p{N}]$/u)
  .openapi({ description: 'Letters, digits, spaces, dots, hyphens; 2 to 64.' })
const Password = z.string().min(PASSWORD.shortest).max(PASSWORD.longest)
const Role = z.enum(ROLES)

const Session = z
  .object({
    access: z.enum(['open', 'token', 'users']).openapi({ description: 'How people are told apart.' }),
    viewer: z.object({ name: z.string(), role: Role }).nullable().openapi({ description: 'Null where nobody is logged in.' }),
    setUp: z.boolean().openapi({ description: 'False until there is an administrator.' }),
    baseMap: z.boolean().openapi({ description: 'Whether `/basemap.pmtiles` is there.' }),
  })
  .openapi('Session')

const current = createRoute({
  method: 'get',
  path: '/session',
  summary: 'Who one is; answers everybody',
  responses: answers('The session.', Session),
})

const login = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Logs in and sets the session cookie',
  request: jsonBody(z.object({ name: z.string().min(1).max(64), password: z.string().min(1).max(PASSWORD.longest) }).openapi('Login')),
  responses: answers('The session.', Session),
})

const logout = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Logs out',
  responses: answers('Done.', DoneSchema),
})

const setup = createRoute({
  method: 'post',
  path: '/session/setup',
  summary: 'Takes up an invitation: sets the password, and the name where the invitation has none, and logs in',
  request: jsonBody(z.object({ code: z.string().min(1).max(200), name: UserName.optional(), password: Password }).openapi('Setup')),
  responses: answers('The session.', Session),
})

const password = createRoute({
  method: 'put',
  path: '/session/password',
  summary: "Changes one's password and ends one's other sessions",
  request: jsonBody(z.object({ old: z.string().min(1).max(PASSWORD.longest), new: Password }).openapi('PasswordChange')),
  responses: answers('Done.', DoneSchema),
})

const User = z
  .object({
    name: z.string(),
    role: Role,
    made: z.string(),
    active: z.boolean().openapi({ description: 'False until the invitation is taken up.' }),
  })
  .openapi('User')

const users = createRoute({
  method: 'get',
  path: '/users',
  summary: 'People with an account',
  responses: answers('The users.', z.object({ items: z.array(User) }).openapi('Users')),
})

const invite = createRoute({
  method: 'post',
  path: '/users',
  summary: 'Invites somebody, or gives a known user a new invitation for a forgotten password',
  request: jsonBody(z.object({ name: UserName, role: Role }).openapi('NewUser')),
  responses: answers(
    'The invitation: the path to open in a browser, once, within a week.',
    z.object({ user: User, path: z.string() }).openapi('Invitation'),
  ),
})

const NameParameter = z.object({ name: z.string().min(1).max(200) })

const change = createRoute({
  method: 'patch',
  path: '/users/{name}',
  summary: "Changes somebody's role",
  request: { params: NameParameter, ...jsonBody(z.object({ role: Role }).openapi('RoleChange')) },
  responses: answers('The user.', User),
})

const remove = createRoute({
  method: 'delete',
  path: '/users/{name}',
  summary: 'Removes an account; decisions keep the name',
  request: { params: NameParameter },
  responses: answers('Done.', DoneSchema),
})

export const sessionRoutes = (serving: Serving) => {
  const { team, access, secure } = serving
  const needsAccounts = () => {
    if (access !== 'users') throw new ServeError(409, 'serve/conflict', 'accounts are off: start the server with --users')
  }
  const shown = (viewer: Viewer | null) => ({
    access,
    viewer,
    setUp: access !== 'users' || team.users.hasAdministrator(),
    baseMap: serving.baseMap !== null,
  })
  const changed = () => serving.events.tell({ kind: 'changed', what: 'team', ids: [] })

  return router()
    .openapi(current, (c) => c.json(shown((c.get('viewer') as Viewer | undefined) ?? null), 200))
    .openapi(login, async (c) => {
      needsAccounts()
      const { name, password: given } = c.req.valid('json')
      const { viewer, secret } = await team.login(name, given)
      return c.json(shown(viewer), 200, { 'set-cookie': cookieHeader(secret, secure) })
    })
    .openapi(logout, (c) => {
      const secret = getCookie(c, SESSION_COOKIE)
      if (secret) team.sessions.end(secret)
      return c.json(DONE, 200, { 'set-cookie': cookieHeader(null, secure) })
    })
    .openapi(setup, async (c) => {
      needsAccounts()
      const { code, name, password: given } = c.req.valid('json')
      const { viewer, secret } = await team.setUp(code, name ?? null, given)
      changed()
      return c.json(shown(viewer), 200, { 'set-cookie': cookieHeader(secret, secure) })
    })
    .openapi({ ...password, middleware: needs('reader') }, async (c) => {
      needsAccounts()
      const body = c.req.valid('json')
      const secret = await team.changePassword(c.var.viewer, body.old, body.new)
      return c.json(DONE, 200, { 'set-cookie': cookieHeader(secret, secure) })
    })
    .openapi({ ...users, middleware: needs('reader') }, (c) => c.json({ items: [...team.users.list()] }, 200))
    .openapi({ ...invite, middleware: needs('administrator') }, (c) => {
      needsAccounts()
      const { name, role } = c.req.valid('json')
      const code = team.invite(name, role)
      changed()
      return c.json({ user: team.users.find(name)!, path: `/setup#${code}` }, 200)
    })
    .openapi({ ...change, middleware: needs('administrator') }, (c) => {
      needsAccounts()
      const user = team.changeRole(c.req.valid('param').name, c.req.valid('json').role)
      changed()
      return c.json(user, 200)
    })
    .openapi({ ...remove, middleware: needs('administrator') }, (c) => {
      needsAccounts()
      team.remove(c.req.valid('param').name)
      changed()
      return c.json(DONE, 200)
    })
}
