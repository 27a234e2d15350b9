import { createRoute, z } from '@hono/zod-openapi'
import { CERTAINTIES, CLAIM_TYPES, type Claim } from '../../claim.js'
import { claimsOf as claimsOfRuling } from '../../record/incident-rulings.js'
import {
  claimsById,
  DECISION_KINDS,
  type Decision,
  decide,
  listDecisions,
  pendingDecisions,
  type Record,
  type Ruling,
} from '../../record/index.js'
import { needs } from '../needs.js'
import { badRequest, ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { may, type Viewer } from '../viewer.js'
import { blindfold } from '../views/blind.js'
import { pageParameters } from './filters.js'
import { answers, jsonBody, router } from './route.js'
import {
  ActorFillerSchema,
  AttributionSchema,
  ClaimRowSchema,
  CodesSchema,
  codedFields,
  DecisionSchema,
  FieldSchema,
  FigureSchema,
  foundOf,
  PlaceFillerSchema,
  TimeFillerSchema,
} from './schemas.js'

const list = createRoute({
  method: 'get',
  path: '/decisions',
  summary: 'The audit trail, newest first',
  request: {
    query: z.object({
      author: z.string().min(1).max(200).optional(),
      kind: z.enum(DECISION_KINDS).optional(),
      since: z
        .string()
        .regex(/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z)?)?)?$/)
        .optional(),
      ...pageParameters,
    }),
  },
  responses: answers('A page of decisions.', foundOf('Decision', DecisionSchema)),
})

const pending = createRoute({
  method: 'get',
  path: '/decisions/pending',
  summary: 'Decisions in force that no claim of the present coding answers to',
  responses: answers(
    'The decisions.',
    z
      .object({
        items: z.array(
          z.object({
            decision: DecisionSchema,
            report: z.string().nullable(),
            near: z.array(z.object({ id: z.string(), type: z.enum(CLAIM_TYPES), certainty: z.enum(CERTAINTIES) })),
          }),
        ),
      })
      .openapi('PendingDecisions'),
  ),
})

const id = z.string().min(1).max(200)
const common = {
  reason: z.string().max(5000).nullable().optional(),
  seen: z.unknown().optional().openapi({ description: 'What the author had in view, for the audit; at most 100 kB as JSON.' }),
  role: z
    .enum(['coder', 'adjudicator'])
    .optional()
    .openapi({ description: "An adjudicator's ruling stands above a coder's; administrators, or anybody where there are no accounts." }),
  author: z.string().min(1).max(200).optional().openapi({ description: 'Only where there are no accounts: who decides.' }),
}

const pair = z.tuple([id, id]).openapi({ description: 'Two incidents, two claims, or one of each.' })

export const RulingSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('accept'), claim: id, ...common }),
    z.object({ kind: z.literal('reject'), claim: id, ...common }),
    z.object({ kind: z.literal('hold'), claim: id, ...common }),
    z.object({
      kind: z.literal('correct'),
      claim: id,
      field: FieldSchema,
      value: z.unknown().openapi({ description: 'The new value of the whole field, as in `Claim`.' }),
      ...common,
    }),
    z.object({
      kind: z.literal('add'),
      report: id,
      claim: z.object({ ...codedFields, codes: CodesSchema.optional() }).openapi('MissedClaim'),
      ...common,
    }),
    z.object({ kind: z.literal('merge'), incidents: z.tuple([id, id]), ...common }),
    z.object({ kind: z.literal('split'), incident: id, claims: z.array(id).min(1).max(10_000), ...common }),
    z.object({ kind: z.literal('different'), pair, ...common }),
    z.object({ kind: z.literal('unsure'), pair, ...common }),
    z.object({ kind: z.literal('undo'), decision: id, ...common }),
  ])
  .openapi('Ruling')

/** What each field may be corrected to. */
const VALUES: { readonly [field in z.output<typeof FieldSchema>]: z.ZodType } = {
  type: codedFields.type,
  mode: codedFields.mode,
  actor: z.array(ActorFillerSchema),
  recipient: z.array(ActorFillerSchema),
  place: z.array(PlaceFillerSchema),
  time: TimeFillerSchema,
  figures: z.array(FigureSchema),
  status: codedFields.status,
  negated: codedFields.negated,
  background: codedFields.background,
  certainty: codedFields.certainty,
  attribution: z.array(AttributionSchema),
}

const Ruled = z
  .object({
    decision: DecisionSchema,
    claims: z
      .array(ClaimRowSchema)
      .openapi({ description: 'The claim as it now stands; for rulings on incidents the claims in question, with their incidents.' }),
  })
  .openapi('Ruled')

const rule = createRoute({
  method: 'post',
  path: '/decisions',
  summary: 'Accepts, corrects, rejects, holds or adds a claim, merges, splits or tells incidents apart, or undoes a decision',
  request: jsonBody(RulingSchema),
  responses: answers('The decision as stored.', Ruled),
})

const SEEN = 100_000

export const decisionRoutes = (serving: Serving) => {
  const { record, events } = serving
  return router()
    .openapi(list, (c) => {
      const { limit, cursor, ...of } = c.req.valid('query')
      const { items, next } = listDecisions(record, of, { limit, cursor })
      return c.json({ items: blindfold(serving, c.var.viewer).decisions(items), next }, 200)
    })
    .openapi(pending, (c) => {
      const blind = blindfold(serving, c.var.viewer)
      const items = pendingDecisions(record).filter(({ decision }) => blind.decisions([decision]).length > 0)
      return c.json({ items }, 200)
    })
    .openapi({ ...rule, middleware: needs('coder') }, (c) => {
      const body = c.req.valid('json')
      if (body.kind === 'correct') {
        const value = VALUES[body.field].safeParse(body.value)
        if (!value.success) throw badRequest(value.error)
      }
      if (JSON.stringify(body.seen ?? null).length > SEEN) throw new ServeError(413, 'serve/too-large', '"seen" is too large')
      const decision = decide(record, { ...body, ...authorOf(body, c.var.viewer, serving), at: serving.now() } as Ruling)
      const ids = claimIdsOf(record, decision)
      events.tell({ kind: 'changed', what: 'decisions', ids })
      return c.json({ decision, claims: blindfold(serving, c.var.viewer).claims(claimsById(record, ids)) }, 200)
    })
}

/** Who decides: whoever is logged in; without accounts, whom the request names. */
export const authorOf = (
  { author, role = 'coder' }: { readonly author?: string | undefined; readonly role?: 'coder' | 'adjudicator' | undefined },
  viewer: Viewer,
  { access }: Serving,
) => {
  if (access !== 'users') return { author: author ?? viewer.name, role }
  if (author !== undefined && author !== viewer.name)
    throw new ServeError(403, 'serve/not-allowed', 'nobody can decide in the name of another')
  if (role === 'adjudicator' && !may(viewer, 'administrator'))
    throw new ServeError(403, 'serve/not-allowed', 'adjudicating needs the role of administrator')
  return { author: viewer.name, role }
}

/** The claims that a decision is about. */
const claimIdsOf = (record: Record, { kind, target, after }: Decision): readonly string[] => {
  if (target.kind === 'claim') return kind === 'add' ? addedId(record, target.id, after) : [target.id]
  if (target.kind !== 'decision') return claimsOfRuling({ target })
  const undone = record.one<{ target: string }>('SELECT target FROM decision WHERE id = ?', target.id)
  if (!undone) return []
  const of = JSON.parse(undone.target) as Decision['target']
  return of.kind === 'claim' ? [of.id] : claimsOfRuling({ target: of })
}

const addedId = (record: Record, id: string, after: unknown): readonly string[] => {
  if (claimsById(record, [id]).length > 0) return [id]
  return record.all<{ id: string }>('SELECT DISTINCT id FROM claim WHERE coded_id = ?', (after as Claim).id).map((row) => row.id)
}
