import { type DecisionColumns, decisionOf } from '../decision-rows.js'
import { instant } from '../decisions.js'
import type { Record } from '../record.js'
import { incidentRow } from './incidents.js'
import { addedSince, reportOf } from './reports.js'
import type { Changes } from './rows.js'
import { CONTRADICTIONS, type ContradictionColumns, contradictionOf } from './show.js'

/** What came into the record since a time (ISO 8601): new, changed, contradicted, decided; each list newest first and up to `limit`. */
export const changes = (record: Record, since: string, limit = 100): Changes => {
  const time = instant(since)
  const added = addedSince(record, time, limit)
  const rows = (text: string) => record.all<{ key: number }>(text, time, limit).map(({ key }) => incidentRow(record, key))
  return {
    reports: added.filter(({ version }) => version === 1).map(({ key }) => reportOf(record, key)),
    versions: added.filter(({ version }) => version > 1).map(({ key }) => reportOf(record, key)),
    incidents: rows('SELECT key FROM incident WHERE found >= ? AND claims > 0 ORDER BY found DESC, key DESC LIMIT ?'),
    grown: record
      .all<{ key: number }>(
        `SELECT i.key FROM (SELECT DISTINCT c.incident FROM report r CROSS JOIN claim c ON c.report = r.key
           WHERE r.added >= ?1 AND c.current = 1 AND c.incident IS NOT NULL) n CROSS JOIN incident i ON i.key = n.incident
         WHERE i.found < ?1 ORDER BY i.key DESC LIMIT ?2`,
        time,
        limit,
      )
      .map(({ key }) => incidentRow(record, key)),
    contradictions: record
      .all<ContradictionColumns>(`${CONTRADICTIONS} WHERE x.found >= ? ORDER BY x.found DESC, x.id LIMIT ?`, time, limit)
      .map(contradictionOf),
    decisions: record
      .all<DecisionColumns>('SELECT * FROM decision WHERE at >= ? ORDER BY at DESC, id LIMIT ?', time, limit)
      .map(decisionOf),
  }
}
