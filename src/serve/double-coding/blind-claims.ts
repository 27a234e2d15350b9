import { claimBy, eachClaim, type Record, VERDICTS } from '../../record/index.js'
import type { Assignment, BlindClaim } from '../answers.js'

/** The claims of an assignment as one coder left them, by report and place in its text; what others added is not there. */
export const blindClaims = (record: Record, { reports }: Pick<Assignment, 'reports'>, coder: string): BlindClaim[] =>
  reports.flatMap((report) =>
    [...eachClaim(record, { report, verdict: VERDICTS })]
      .flatMap((row): BlindClaim[] => {
        const { claim, verdict, decisions } = claimBy(record, row.id, coder)
        if (row.coder === null && !decisions.some(({ kind }) => kind === 'add')) return []
        const corrected = [...new Set(decisions.flatMap(({ kind, field }) => (kind === 'correct' && field ? [field] : [])))].sort()
        return [{ row: { ...row, claim, verdict, corrected }, decisions: [...decisions] }]
      })
      .sort((a, b) => a.row.claim.trigger.span.start - b.row.claim.trigger.span.start || (a.row.id < b.row.id ? -1 : 1)),
  )
