import { NO_DAY } from './days.js'
import { incidentId } from './ids.js'
import { type IncidentRuling, incidentRulings, ruled } from './incident-rulings.js'
import type { Record } from './record.js'

/**
 * Makes incidents of what linking grouped and people merged, split and kept apart, and works out what is said of each.
 * `claims` are those whose groups changed; null for all.
 */
export const regroup = (record: Record, claims: readonly string[] | null, time: number): void => {
  const rulings = incidentRulings(record, ['merge', 'split', 'different'])
  const members = claims === null ? null : withRuled(record, claims, rulings)
  const groups = groupsOf(record, members)
  const before = incidentsOf(record, members)
  const now = ruled(groups, rulings)
  leaveIncidents(record, members, new Set(now.flat()))
  markContradicted(record, members)
  const kept = new Set(now.map((group) => writeIncident(record, group, time)))
  for (const key of kept) describe(record, key)
  for (const key of before) if (!kept.has(key)) record.run('DELETE FROM incident WHERE key = ?', key)
}

/** Claims that are in no group any more are in no incident. */
const leaveIncidents = (record: Record, members: ReadonlySet<string> | null, grouped: ReadonlySet<string>): void => {
  const ids = members ?? record.all<{ id: string }>('SELECT DISTINCT id FROM claim WHERE incident IS NOT NULL').map(({ id }) => id)
  for (const id of ids) if (!grouped.has(id)) record.run('UPDATE claim SET incident = NULL WHERE id = ? AND incident IS NOT NULL', id)
}

/** Works out anew what is said of incidents, after claims of theirs were corrected or rejected. */
export const recount = (record: Record, claims: readonly string[]): void => {
  const keys = record.all<{ incident: number | null }>(
    'SELECT DISTINCT incident FROM claim WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(claims),
  )
  for (const { incident } of keys) if (incident !== null) describe(record, incident)
}

const LIST = '(SELECT value FROM json_each(?))'

/** The claims with all that share an incident with them or are bound to them by a merge or split. */
const withRuled = (record: Record, claims: readonly string[], rulings: readonly IncidentRuling[]): ReadonlySet<string> => {
  const members = new Set(claims)
  for (let size = -1; size !== members.size; ) {
    size = members.size
    for (const ruling of rulings)
      if ('claims' in ruling && ruling.claims.some((id) => members.has(id))) for (const id of ruling.claims) members.add(id)
    const list = JSON.stringify([...members])
    const mates = record.all<{ id: string }>(
      `SELECT claim AS id FROM incident_claim WHERE incident IN (SELECT incident FROM incident_claim WHERE claim IN ${LIST})
       UNION SELECT id FROM claim WHERE incident IN (SELECT incident FROM claim WHERE id IN ${LIST})`,
      list,
      list,
    )
    for (const { id } of mates) members.add(id)
  }
  return members
}

type Group = readonly string[]

const groupsOf = (record: Record, members: ReadonlySet<string> | null): readonly Group[] => {
  const rows =
    members === null
      ? record.all<{ claim: string; incident: string }>('SELECT claim, incident FROM incident_claim ORDER BY claim')
      : record.all<{ claim: string; incident: string }>(
          `SELECT claim, incident FROM incident_claim WHERE claim IN ${LIST} ORDER BY claim`,
          JSON.stringify([...members]),
        )
  const groups = new Map<string, string[]>()
  for (const { claim, incident } of rows) (groups.get(incident) ?? groups.set(incident, []).get(incident)!).push(claim)
  return [...groups.values()]
}

/** Incidents that claims were in. */
const incidentsOf = (record: Record, members: ReadonlySet<string> | null): readonly number[] =>
  (members === null
    ? record.all<{ key: number }>('SELECT key FROM incident')
    : record.all<{ key: number }>(
        `SELECT DISTINCT incident AS key FROM claim WHERE id IN ${LIST} AND incident IS NOT NULL`,
        JSON.stringify([...members]),
      )
  ).map(({ key }) => key)

const EMPTY = `INSERT INTO incident (id, type, day, claims, reports, origins, contradictions, first_published, last_published, actors, recipients, found)
  VALUES (?, '', 0, 0, 0, 0, 0, 0, 0, '[]', '[]', ?)`

const writeIncident = (record: Record, group: Group, time: number): number => {
  const id = incidentId(group)
  const key = record.one<{ key: number }>('SELECT key FROM incident WHERE id = ?', id)?.key ?? record.run(EMPTY, id, time)
  for (const claim of group) record.run('UPDATE claim SET incident = ?1 WHERE id = ?2 AND incident IS NOT ?1', key, claim)
  return key
}

interface Member {
  readonly type: string
  readonly mode: string | null
  readonly report: number
  readonly origin: number | null
  readonly published_day: number
  readonly day_from: number | null
  readonly day_to: number | null
  readonly place: number | null
}

const STANDS = "c.incident = ? AND c.current = 1 AND c.verdict <> 'rejected'"

/** What is said of an incident: of its claims that stand, the commonest type, place and actors, and the shortest time, each the same in any order. */
const describe = (record: Record, key: number): void => {
  const rows = record.all<Member>(
    `SELECT c.type, c.mode, c.report, o.origin, c.published_day, c.day_from, c.day_to,
       (SELECT f.place FROM filler f WHERE f.claim = c.key AND f.role = 'place' ORDER BY f.position LIMIT 1) AS place
     FROM claim c LEFT JOIN claim_origin o ON o.claim = c.id WHERE ${STANDS}`,
    key,
  )
  const type = commonest(rows.map((row) => row.type)) ?? 'ASSAULT'
  const mode = commonest(rows.flatMap((row) => (row.type === type && row.mode ? [row.mode] : [])))
  const dated = rows.filter(({ day_from, day_to }) => day_from !== null || day_to !== null)
  const length = ({ day_from, day_to }: Member) => (day_from === null || day_to === null ? 1e9 : day_to - day_from)
  const when = commonest(
    dated.filter((row) => length(row) === Math.min(...dated.map(length))).map(({ day_from, day_to }) => `${day_from} ${day_to}`),
  )
  const [from, to] = when?.split(' ').map((day) => (day === 'null' ? null : Number(day))) ?? [null, null]
  const place = commonest(rows.flatMap((row) => (row.place === null ? [] : [String(row.place)])))
  const published = rows.map((row) => row.published_day).filter((day) => day !== NO_DAY)
  const fillers = record.all<{ role: string; name: string }>(
    `SELECT f.role, f.name FROM claim c JOIN filler f ON f.claim = c.key AND f.role IN ('actor', 'recipient') WHERE ${STANDS}`,
    key,
  )
  const names = (role: 'actor' | 'recipient') =>
    JSON.stringify(byNumber(fillers.flatMap((filler) => (filler.role === role ? [filler.name] : []))).slice(0, 5))
  const known = new Set(rows.flatMap(({ origin }) => origin ?? []))
  const contradictions = record.one<{ n: number }>(
    `SELECT count(*) AS n FROM contradiction x JOIN claim a ON a.id = x.a JOIN claim b ON b.id = x.b
     WHERE a.incident = ? AND b.incident = ? AND a.current = 1 AND b.current = 1 AND a.verdict <> 'rejected' AND b.verdict <> 'rejected'`,
    key,
    key,
  )!.n
  record.run(
    `UPDATE incident SET type = ?, mode = ?, day = ?, day_from = ?, day_to = ?, place = ?, claims = ?, reports = ?, origins = ?, contradictions = ?,
       first_published = ?, last_published = ?, actors = ?, recipients = ? WHERE key = ?`,
    type,
    mode,
    from ?? to ?? NO_DAY,
    from ?? null,
    to ?? null,
    place === null ? null : Number(place),
    rows.length,
    new Set(rows.map(({ report }) => report)).size,
    known.size,
    contradictions,
    published.length === 0 ? NO_DAY : Math.min(...published),
    published.length === 0 ? NO_DAY : Math.max(...published),
    names('actor'),
    names('recipient'),
    key,
  )
}

/** The most frequent first, of equally frequent ones the first in the alphabet. */
const byNumber = <Value extends string>(values: readonly Value[]): readonly Value[] => {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([value]) => value)
}

const commonest = <Value extends string>(values: readonly Value[]): Value | null => byNumber(values)[0] ?? null

const markContradicted = (record: Record, members: ReadonlySet<string> | null): void => {
  const only = members === null ? [] : [JSON.stringify([...members])]
  record.run(
    `UPDATE claim SET contradicted = s.has FROM (
       SELECT key, EXISTS (SELECT 1 FROM contradiction WHERE a = claim.id) OR EXISTS (SELECT 1 FROM contradiction WHERE b = claim.id) AS has
       FROM claim ${members === null ? '' : `WHERE id IN ${LIST}`}
     ) AS s WHERE s.key = claim.key AND claim.contradicted <> s.has`,
    ...only,
  )
}
