import { createMiddleware } from 'hono/factory'
import { ServeError } from './problem.js'
import type { Env } from './serving.js'
import { may, type Role } from './viewer.js'

/** Lets only those through whose role allows it. */
export const needs = (role: Role) =>
  createMiddleware<Env>(async (c, next) => {
    if (!may(c.var.viewer, role))
      throw new ServeError(403, 'serve/not-allowed', `this needs the role of ${role}; yours is ${c.var.viewer.role}`)
    await next()
  })
