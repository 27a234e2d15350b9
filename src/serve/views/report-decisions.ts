import { type DecisionColumns, decisionOf, undosOf } from '../../record/decision-rows.js'
import type { Decision, Record } from '../../record/index.js'

const ON_REPORT = `
  SELECT d.* FROM decision d WHERE d.text_sha = (SELECT text_sha FROM report WHERE id = ?)
  UNION SELECT d.* FROM decision d WHERE d.target_kind = 'report' AND d.target_id = ?`

/** Decisions on the words of a report and what undid them, in the order of time. */
export const decisionsOnReport = (record: Record, report: string): readonly Decision[] =>
  record
    .all<DecisionColumns>(ON_REPORT, report, report)
    .map(decisionOf)
    .flatMap((decision) => [decision, ...undosOf(record, decision.id)])
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
