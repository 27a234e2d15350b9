import { z } from '@hono/zod-openapi'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { RecordError, type RecordErrorCode } from '../record/index.js'

export const PROBLEM_TYPE = 'application/problem+json'

/** RFC 9457, with a stable code. */
export const ProblemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    code: z.string().openapi({ description: 'Stable, such as `record/no-such-id` or `serve/not-allowed`.' }),
    detail: z.string(),
    /** Where the request was wrong. */
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')

export type ServeCode =
  /** The request does not fit the API's schema. */
  | 'serve/bad-request'
  /** Nobody is logged in, or the token is wrong. */
  | 'serve/not-logged-in'
  /** Name or password is wrong. */
  | 'serve/bad-login'
  /** The role does not allow it. */
  | 'serve/not-allowed'
  /** The Host header names another server. */
  | 'serve/wrong-host'
  /** A page of another site asks. */
  | 'serve/cross-site'
  | 'serve/not-found'
  | 'serve/conflict'
  | 'serve/too-large'
  | 'serve/unsupported-type'
  | 'serve/too-many-requests'
  | 'serve/internal'

/** What the server answers a request that it cannot grant. */
export class ServeError extends Error {
  constructor(
    readonly status: ContentfulStatusCode,
    readonly code: ServeCode | RecordErrorCode,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
    readonly issues?: readonly Issue[],
  ) {
    super(message)
  }
}

const RECORD_STATUS: Readonly<Record<RecordErrorCode, ContentfulStatusCode>> = {
  'record/not-found': 404,
  'record/no-such-id': 404,
  'record/ambiguous-id': 409,
  'record/bad-query': 400,
  'record/bad-decision': 422,
  'record/busy': 503,
  'record/not-a-record': 500,
  'record/too-new': 500,
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Content Too Large',
  415: 'Unsupported Media Type',
  421: 'Misdirected Request',
  422: 'Unprocessable Content',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  503: 'Service Unavailable',
}

export interface Issue {
  readonly path: string
  readonly message: string
}

/** The answer that says what is wrong. */
export const problem = (
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
  errors?: readonly Issue[],
): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail, ...(errors && { errors }) }), {
    status,
    headers: { 'content-type': PROBLEM_TYPE, 'cache-control': 'no-store', ...headers },
  })

/** The answer to what was thrown; `report` is told of faults of the program. */
export const problemOf = (error: unknown, report: (error: unknown) => void): Response => {
  if (error instanceof ServeError) return problem(error.status, error.code, error.message, error.headers, error.issues)
  if (error instanceof RecordError) {
    const status = RECORD_STATUS[error.code]
    return problem(status, error.code, error.message.replace(` [${error.code}]`, ''), status === 503 ? { 'retry-after': '2' } : {})
  }
  report(error)
  return problem(500, 'serve/internal', 'something is wrong with the program; the terminal it runs in says more')
}

/** That a request does not fit its schema, and where. */
export const badRequest = (error: z.ZodError): ServeError => {
  const issues = error.issues.map(({ path, message }) => ({ path: path.map(String).join('.'), message }))
  const detail = issues.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ')
  return new ServeError(400, 'serve/bad-request', detail, {}, issues)
}
