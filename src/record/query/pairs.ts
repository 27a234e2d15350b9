import { LONG } from '../claim-rows.js'
import { NO_DAY } from '../days.js'
import { incidentRulings } from '../incident-rulings.js'
import type { Record } from '../record.js'
import { incidentRow } from './incidents.js'
import type { IncidentRow } from './rows.js'

/** Two incidents that may be one happening. */
export type IncidentPair = readonly [IncidentRow, IncidentRow]

/** Incidents further apart than these days are no pair. */
const APART = 2

/** When an incident was, or, where nobody says, when it was first reported. */
const START = 'coalesce(i.day_from, i.day_to, i.first_published)'
const END = 'coalesce(i.day_to, i.day_from, i.first_published)'

const PARTNERS = `
  SELECT i.key FROM incident i WHERE i.place = ?1 AND i.type = ?2 AND (i.day BETWEEN ?3 - ${LONG} AND ?4 OR i.day = ${NO_DAY})
    AND ${START} <= ?4 AND ${END} >= ?3 AND (i.claims < ?5 OR (i.claims = ?5 AND i.key > ?6)) AND i.claims > 0
  ORDER BY i.claims DESC, i.key`

interface Row {
  readonly key: number
  readonly place: number
  readonly type: string
  readonly first: number
  readonly last: number
  readonly claims: number
}

/** Incidents of one type and place and about one time that nobody judged to be different or unclear, those with most claims first. */
export const findPairs = (record: Record, limit: number): readonly IncidentPair[] => {
  const judged = judgedPairs(record)
  const pairs: IncidentPair[] = []
  for (const a of record.each<Row>(
    `SELECT i.key, i.place, i.type, ${START} AS first, ${END} AS last, i.claims FROM incident i
     WHERE i.claims > 0 AND i.place IS NOT NULL ORDER BY i.claims DESC, i.key`,
  )) {
    for (const { key } of record.all<{ key: number }>(PARTNERS, a.place, a.type, a.first - APART, a.last + APART, a.claims, a.key)) {
      if (judged.has(pairKey(a.key, key))) continue
      pairs.push([incidentRow(record, a.key), incidentRow(record, key)])
      if (pairs.length === limit) return pairs
    }
  }
  return pairs
}

const pairKey = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`

const judgedPairs = (record: Record): ReadonlySet<string> => {
  const judged = new Set<string>()
  for (const ruling of incidentRulings(record, ['different', 'unsure'])) {
    if (!('sides' in ruling)) continue
    const [a, b] = ruling.sides.map((side) => incidentKeys(record, side))
    for (const one of a!) for (const other of b!) judged.add(pairKey(one, other))
  }
  return judged
}

const incidentKeys = (record: Record, claims: readonly string[]): readonly number[] =>
  record
    .all<{ incident: number }>(
      'SELECT DISTINCT incident FROM claim WHERE id IN (SELECT value FROM json_each(?)) AND current = 1 AND incident IS NOT NULL',
      JSON.stringify(claims),
    )
    .map(({ incident }) => incident)
