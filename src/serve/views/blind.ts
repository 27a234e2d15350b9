import { claimsOf } from '../../record/incident-rulings.js'
import { type ClaimRow, claimBy, type Decision, type Thing, type Why } from '../../record/index.js'
import type { Serving } from '../serving.js'
import type { Viewer } from '../viewer.js'
import { decisionsOnReport } from './report-decisions.js'

type Of<Kind extends Thing['kind']> = Extract<Thing, { readonly kind: Kind }>

/** Shows things as they are, or to one who codes blind without what others decided on the reports in question. */
export interface Blindfold {
  readonly claims: (rows: readonly ClaimRow[]) => ClaimRow[]
  readonly decisions: (decisions: readonly Decision[]) => Decision[]
  readonly claimThing: (thing: Of<'claim'>) => Of<'claim'>
  readonly incidentThing: (thing: Of<'incident'>) => Of<'incident'>
  readonly reportThing: (thing: Of<'report'>) => Of<'report'> & { readonly decisions: readonly Decision[] }
  readonly why: (why: Why) => Why
}

/** What somebody may see while assignments to code blind are open; without accounts the pages themselves keep coders apart. */
export const blindfold = ({ record, team, access }: Serving, viewer: Viewer): Blindfold => {
  const hidden = access === 'users' ? team.assignments.blindFor(viewer.name) : new Set<string>()

  const reportOfClaim = (id: string) =>
    record.one<{ id: string }>('SELECT r.id FROM claim c JOIN report r ON r.key = c.report WHERE c.id = ? LIMIT 1', id)?.id ?? null
  const isHidden = (decision: Decision): boolean => {
    if (hidden.size === 0 || decision.author === viewer.name) return false
    const { target } = decision
    if (target.kind === 'claim') return hidden.has(reportOfClaim(target.id) ?? '')
    if (target.kind === 'report') return hidden.has(target.id)
    if (target.kind === 'incident' || target.kind === 'pair')
      return claimsOf(decision).some((claim) => hidden.has(reportOfClaim(claim) ?? ''))
    return true
  }
  const decisions = (list: readonly Decision[]) => list.filter((decision) => !isHidden(decision))
  const claim = (row: ClaimRow): readonly ClaimRow[] => {
    if (!hidden.has(row.report.id)) return [row]
    const own = claimBy(record, row.id, viewer.name)
    if (row.coder === null && !own.decisions.some(({ kind }) => kind === 'add')) return []
    const corrected = [...new Set(own.decisions.flatMap(({ kind, field }) => (kind === 'correct' && field ? [field] : [])))].sort()
    return [{ ...row, claim: own.claim, verdict: own.verdict, corrected }]
  }
  const claims = (rows: readonly ClaimRow[]) => (hidden.size === 0 ? [...rows] : rows.flatMap(claim))

  return {
    claims,
    decisions,
    claimThing: (thing) => ({ ...thing, row: claims([thing.row])[0] ?? thing.row, decisions: decisions(thing.decisions) }),
    incidentThing: (thing) => ({
      ...thing,
      accounts: thing.accounts.map((account) => ({ ...account, claims: claims(account.claims) })),
      decisions: decisions(thing.decisions),
    }),
    reportThing: (thing) => ({ ...thing, claims: claims(thing.claims), decisions: decisions(decisionsOnReport(record, thing.row.id)) }),
    why: (answer) => {
      if (!hidden.has(reportOfClaim(answer.claim) ?? '')) return answer
      const own = claimBy(record, answer.claim, viewer.name).claim as unknown as { readonly [field: string]: unknown }
      return { ...answer, value: own[answer.field] ?? null, decisions: decisions(answer.decisions) }
    },
  }
}
