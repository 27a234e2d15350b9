import { OpenAPIHono, z } from '@hono/zod-openapi'
import { badRequest, PROBLEM_TYPE, ProblemSchema } from '../problem.js'
import type { Env } from '../serving.js'

/** A router that answers what does not fit its schemas with a problem. */
export const router = () =>
  new OpenAPIHono<Env>({
    defaultHook: (result) => {
      if (!result.success) throw badRequest(result.error)
    },
  })

export const failure = { description: 'What is wrong.', content: { [PROBLEM_TYPE]: { schema: ProblemSchema } } }

type Still<Value> = Value extends object ? { readonly [key in keyof Value]: Still<Value[key]> } : Value

/** An answer in JSON; handlers may give readonly values. */
export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema: schema as unknown as z.ZodType<Still<z.output<Schema>>> } },
})

/** The answers of a route: its own, and problems. */
export const answers = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: answer(description, schema),
  default: failure,
})

export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true as const, content: { 'application/json': { schema } } },
})

export const IdParameter = z.object({ id: z.string().min(1).max(200) })

export const DoneSchema = z.object({ done: z.literal(true) }).openapi('Done')
export const DONE = { done: true as const }
