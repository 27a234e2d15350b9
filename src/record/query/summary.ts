import type { Coder } from '../../claim.js'
import { pendingDecisions } from '../decisions.js'
import type { Record } from '../record.js'
import type { Summary } from './rows.js'

/** What the record holds, in numbers. */
export const summary = (record: Record): Summary => {
  const count = (from: string) => record.one<{ n: number }>(`SELECT count(*) AS n FROM ${from}`)!.n
  const coders = record.all<Coder & { readonly reports: number }>(
    `SELECT k.name, k.version, k.model, count(*) AS reports FROM reading g JOIN coder k ON k.key = g.coder WHERE g.present = 1
     GROUP BY k.key ORDER BY reports DESC, k.key`,
  )
  return {
    reports: count('report WHERE valid_to IS NULL'),
    versions: count('report'),
    claims: count("claim WHERE current = 1 AND verdict <> 'rejected'"),
    incidents: count('incident WHERE claims > 0'),
    decisions: count('decision'),
    pending: pendingDecisions(record).length,
    coders: coders.map((coder) => ({ ...coder })),
  }
}
