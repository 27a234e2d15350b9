import { createRoute, z } from '@hono/zod-openapi'
import { countReports, findReports } from '../../record/index.js'
import type { Assignment } from '../answers.js'
import { blindClaims } from '../double-coding/blind-claims.js'
import { COMPARED, compareCoders } from '../double-coding/compare.js'
import { needs } from '../needs.js'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { may, type Viewer } from '../viewer.js'
import { answers, IdParameter, jsonBody, router } from './route.js'
import { ClaimRowSchema, ClaimSchema, DecisionSchema, orNull, VerdictSchema } from './schemas.js'

const name = z.string().min(1).max(200)

const AssignmentSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    reports: z.array(z.string()),
    coders: z.array(z.string()),
    by: z.string(),
    made: z.string(),
    finished: z.array(z.string()).openapi({ description: 'Coders who said that they are done.' }),
    open: z.boolean().openapi({ description: 'As long as not all are done, nobody sees what another coder decided.' }),
    claims: z.int(),
    ruled: z
      .record(z.string(), z.int())
      .openapi({ description: 'How many claims each coder has ruled on; others only once all are done.' }),
  })
  .openapi('Assignment')

const list = createRoute({
  method: 'get',
  path: '/double-coding',
  summary: 'Reports that several people code blind',
  responses: answers('The assignments, newest first.', z.object({ items: z.array(AssignmentSchema) }).openapi('Assignments')),
})

const assign = createRoute({
  method: 'post',
  path: '/double-coding',
  summary: 'Gives reports to two or more people to code blind',
  request: jsonBody(
    z
      .object({
        title: z.string().min(1).max(200),
        reports: z.array(z.string().min(1).max(200)).min(1).max(1000),
        coders: z.array(name).min(2).max(10),
      })
      .openapi('NewAssignment'),
  ),
  responses: answers('The assignment.', AssignmentSchema),
})

const author = z.object({
  author: name.optional().openapi({ description: 'Only where there are no accounts: which of the coders asks.' }),
})

const BlindClaim = z
  .object({
    row: ClaimRowSchema.openapi({ description: 'As this coder left it; decisions of others are not applied.' }),
    decisions: z.array(DecisionSchema).openapi({ description: "This coder's own." }),
  })
  .openapi('BlindClaim')

const claims = createRoute({
  method: 'get',
  path: '/double-coding/{id}/claims',
  summary: "The claims to code, with one's own decisions alone",
  request: { params: IdParameter, query: author.extend({ report: z.string().min(1).max(200).optional() }) },
  responses: answers('The claims, by report and place in its text.', z.object({ items: z.array(BlindClaim) }).openapi('BlindClaims')),
})

const finish = createRoute({
  method: 'post',
  path: '/double-coding/{id}/done',
  summary: 'Says that one has coded everything',
  request: { params: IdParameter, ...jsonBody(author) },
  responses: answers('The assignment.', AssignmentSchema),
})

const Agreement = z
  .object({
    field: z.enum(COMPARED),
    alpha: z
      .number()
      .nullable()
      .openapi({ description: "Krippendorff's alpha for nominal values; null where nothing varies or is comparable." }),
    percent: z.number().nullable().openapi({ description: 'Share of pairs of values that are equal, 0 to 1.' }),
    units: z.int().openapi({ description: 'Claims that at least two coders gave a value for.' }),
    agreed: z.int(),
  })
  .openapi('Agreement')

const agreement = createRoute({
  method: 'get',
  path: '/double-coding/{id}/agreement',
  summary: 'How far the coders agree, field by field; once all are done',
  request: { params: IdParameter },
  responses: answers('The agreement.', z.object({ fields: z.array(Agreement) }).openapi('AgreementReport')),
})

const Disagreement = z
  .object({
    row: ClaimRowSchema,
    field: z.enum(COMPARED),
    values: z.array(z.object({ author: z.string(), verdict: VerdictSchema, value: z.unknown(), claim: orNull(ClaimSchema) })),
    settled: orNull(DecisionSchema).openapi({ description: "The adjudicator's decision, where there is one." }),
  })
  .openapi('Disagreement')

const disagreements = createRoute({
  method: 'get',
  path: '/double-coding/{id}/disagreements',
  summary: 'What the coders disagree on, to be adjudicated by decisions with the role `adjudicator`; once all are done',
  request: { params: IdParameter },
  responses: answers('The disagreements.', z.object({ items: z.array(Disagreement) }).openapi('Disagreements')),
})

const remove = createRoute({
  method: 'delete',
  path: '/double-coding/{id}',
  summary: 'Ends an assignment; decisions stay',
  request: { params: IdParameter },
  responses: answers('Done.', z.object({ done: z.literal(true) }).openapi('Done')),
})

export const doubleCodingRoutes = (serving: Serving) => {
  const { record, team, access } = serving

  const found = (id: string): Assignment => {
    const assignment = team.assignments.find(id)
    if (assignment === null) throw new ServeError(404, 'serve/not-found', 'there is no such assignment')
    return assignment
  }
  /** Which of the coders asks. */
  const coderOf = (assignment: Assignment, viewer: Viewer, named: string | undefined): string => {
    if (access === 'users' && named !== undefined && named !== viewer.name)
      throw new ServeError(403, 'serve/not-allowed', 'nobody sees the work of another coder while it is blind')
    const coder = access === 'users' ? viewer.name : (named ?? viewer.name)
    if (!assignment.coders.includes(coder)) throw new ServeError(403, 'serve/not-allowed', `${coder} is not a coder of this assignment`)
    return coder
  }
  const closed = (id: string, viewer: Viewer): Assignment => {
    const assignment = found(id)
    if (assignment.open) throw new ServeError(409, 'serve/conflict', 'not all coders are done; until then nobody compares their work')
    if (!may(viewer, 'administrator') && !assignment.coders.includes(viewer.name))
      throw new ServeError(403, 'serve/not-allowed', 'only its coders and administrators see how far they agree')
    return assignment
  }
  const shown = (assignment: Assignment, viewer: Viewer) => {
    const coders = assignment.coders.map((coder) => [coder, blindClaims(record, assignment, coder)] as const)
    const ruled = coders
      .filter(([coder]) => access !== 'users' || !assignment.open || coder === viewer.name)
      .map(([coder, all]) => [coder, all.filter(({ decisions }) => decisions.length > 0).length] as const)
    return { ...assignment, claims: Math.max(...coders.map(([, all]) => all.length)), ruled: Object.fromEntries(ruled) }
  }

  return router()
    .openapi(list, (c) => c.json({ items: team.assignments.list().map((assignment) => shown(assignment, c.var.viewer)) }, 200))
    .openapi({ ...assign, middleware: needs('administrator') }, (c) => {
      const { title, reports, coders } = c.req.valid('json')
      const unknown = reports.find((report) => countReports(record, { report }, 1) === 0)
      if (unknown !== undefined) throw new ServeError(404, 'record/no-such-id', `there is no report ${unknown}`)
      const ids = [...new Set(reports.flatMap((report) => findReports(record, { report }, { limit: 1 }).items.map((row) => row.id)))]
      const people = [...new Set(coders)]
      if (people.length < 2) throw new ServeError(400, 'serve/bad-request', 'coders: two different ones are needed')
      const stranger =
        access === 'users' && people.find((coder) => !may({ name: coder, role: team.users.find(coder)?.role ?? 'reader' }, 'coder'))
      if (stranger) throw new ServeError(400, 'serve/bad-request', `coders: there is no coder named ${stranger}`)
      const assignment = team.assignments.add({ title, reports: ids, coders: people, by: c.var.viewer.name })
      serving.events.tell({ kind: 'changed', what: 'team', ids: [assignment.id] })
      return c.json(shown(assignment, c.var.viewer), 200)
    })
    .openapi({ ...claims, middleware: needs('coder') }, (c) => {
      const { author: named, report } = c.req.valid('query')
      const assignment = found(c.req.valid('param').id)
      const all = blindClaims(record, assignment, coderOf(assignment, c.var.viewer, named))
      return c.json({ items: all.filter(({ row }) => report === undefined || row.report.id === report) }, 200)
    })
    .openapi({ ...finish, middleware: needs('coder') }, (c) => {
      const assignment = found(c.req.valid('param').id)
      const coder = coderOf(assignment, c.var.viewer, c.req.valid('json').author)
      const after = team.assignments.finish(assignment.id, coder)
      serving.events.tell({ kind: 'changed', what: 'team', ids: [assignment.id] })
      return c.json(shown(after, c.var.viewer), 200)
    })
    .openapi(agreement, (c) => c.json({ fields: compareCoders(record, closed(c.req.valid('param').id, c.var.viewer)).agreement }, 200))
    .openapi(disagreements, (c) =>
      c.json({ items: compareCoders(record, closed(c.req.valid('param').id, c.var.viewer)).disagreements }, 200),
    )
    .openapi({ ...remove, middleware: needs('administrator') }, (c) => {
      const { id } = found(c.req.valid('param').id)
      team.assignments.remove(id)
      serving.events.tell({ kind: 'changed', what: 'team', ids: [id] })
      return c.json({ done: true as const }, 200)
    })
}
