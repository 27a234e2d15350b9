import type { Coder } from '../../claim.js'
import type { Problem } from '../../report.js'
import { isoTime } from '../days.js'
import { undosOf } from '../decision-rows.js'
import { decisionById, decisionsOf } from '../decisions.js'
import { RecordError } from '../errors.js'
import type { Record } from '../record.js'
import { inForce } from '../states.js'
import { actorRow } from './actors.js'
import { claimRows } from './claim-row.js'
import { claimsById, findClaims, stateKey } from './claims.js'
import { SHORTEST } from './conditions.js'
import { evidenceOf } from './evidence.js'
import { incidentKey, incidentRow } from './incidents.js'
import { placeRow } from './places.js'
import { reportOf, reportText } from './reports.js'
import type { Account, ClaimRow, Coding, Contradiction, LinkReason, Thing } from './rows.js'

const TABLES = ['claim', 'report', 'incident', 'actor', 'place', 'decision'] as const

/** One thing whole, by its id or the beginning of it (six characters or more). */
export const showThing = (record: Record, id: string): Thing => {
  const { kind, id: whole } = thingOf(record, id)
  return SHOW[kind](record, whole)
}

export interface Named {
  readonly kind: (typeof TABLES)[number]
  readonly id: string
}

/** What an id, or the beginning of one, names. */
export const thingOf = (record: Record, id: string): Named => {
  const exact = named(record, 'SELECT id FROM % WHERE id = ?1 LIMIT 1', id)
  if (exact[0]) return exact[0]
  const coded = record
    .all<{ id: string }>('SELECT DISTINCT id FROM claim WHERE coded_id = ?', id)
    .map((row) => ({ kind: 'claim' as const, ...row }))
  const begun =
    id.length < SHORTEST ? [] : named(record, 'SELECT DISTINCT id FROM % WHERE id >= ?1 AND id < ?1 || char(1114111) LIMIT 3', id)
  const found = coded.length > 0 ? coded : begun
  if (found.length === 1) return found[0]!
  if (found.length === 0) throw new RecordError('record/no-such-id', `there is nothing with the id ${id}`)
  throw new RecordError(
    'record/ambiguous-id',
    `several things have ids that begin with ${id}: ${found.map((one) => `${one.kind} ${one.id}`).join(', ')}`,
  )
}

const named = (record: Record, text: string, id: string): readonly Named[] =>
  TABLES.flatMap((kind) => record.all<{ id: string }>(text.replace('%', kind), id).map((row) => ({ kind, id: row.id })))

const key = (record: Record, table: string, id: string): number =>
  record.one<{ key: number }>(`SELECT key FROM ${table} WHERE id = ?`, id)!.key

/** Claims shown with an actor or place; the rest is found with the filters. */
const SOME = 20

const SHOW: { readonly [kind in Named['kind']]: (record: Record, id: string) => Thing } = {
  claim(record, id) {
    const row = claimRows(record, [stateKey(record, id)!])[0]!
    return {
      kind: 'claim',
      row,
      evidence: evidenceOf(row.claim),
      contradictions: contradictionsOf(record, [id]),
      decisions: decisionsOf(record, id),
      otherCodings: otherCodings(record, id),
    }
  },
  report(record, id) {
    const row = reportOf(record, key(record, 'report', id))
    const states = record.all<{ key: number }>(
      'SELECT key FROM claim WHERE report = ? AND state_to IS NULL ORDER BY trigger_start, key',
      key(record, 'report', id),
    )
    const present = record.all<{ key: number }>(
      `SELECT c.key FROM claim c JOIN report r ON r.key = c.report LEFT JOIN reading g ON g.key = c.reading
       WHERE r.id = ? AND c.state_to IS NULL AND coalesce(g.present, 1) = 1 ORDER BY c.trigger_start, c.key`,
      id,
    )
    return {
      kind: 'report',
      row,
      text: reportText(record, id),
      claims: claimRows(
        record,
        (present.length > 0 ? present : states).map((state) => state.key),
      ),
      problems: record
        .all<{ problems: string }>('SELECT problems FROM reading g JOIN report r ON r.key = g.report WHERE r.id = ? AND g.present = 1', id)
        .flatMap(({ problems }) => JSON.parse(problems) as Problem[]),
      versions: versionsOf(record, id),
      copies: record.all<{ report: string }>('SELECT report FROM copy WHERE "of" = ? ORDER BY report', id).map(({ report }) => report),
      codings: codingsOf(record, id),
    }
  },
  incident(record, id) {
    const claims = claimIds(record, id)
    return {
      kind: 'incident',
      row: incidentRow(record, incidentKey(record, id)!),
      accounts: accountsOf(record, id),
      links: record
        .all<{ claim: string; score: number | null; reasons: string }>(
          'SELECT claim, score, reasons FROM incident_claim WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim',
          JSON.stringify(claims),
        )
        .map(({ claim, score, reasons }) => ({ claim, score, reasons: JSON.parse(reasons) as LinkReason[] })),
      contradictions: contradictionsOf(record, claims),
      updates: record
        .all<{ field: string; before: string; after: string }>(
          'SELECT field, before, after FROM claim_update WHERE before IN (SELECT value FROM json_each(?)) ORDER BY before, after, field',
          JSON.stringify(claims),
        )
        .map((row) => ({ ...row })),
      decisions: decisionsOf(record, id),
    }
  },
  actor: (record, id) => {
    const row = actorRow(record, key(record, 'actor', id))
    const { public: open } = record.one<{ public: number }>('SELECT public FROM actor WHERE id = ?', id)!
    if (open === 0) throw new RecordError('record/no-such-id', 'private persons are shown in their report only')
    return { kind: 'actor', row, claims: findClaims(record, { actor: id }, { limit: SOME }).items }
  },
  place: (record, id) => {
    const placeKey = key(record, 'place', id)
    const keys = record.all<{ key: number }>(
      `SELECT c.key FROM filler f CROSS JOIN claim c ON c.key = f.claim WHERE f.place = ? AND c.current = 1 AND c.verdict <> 'rejected'
       ORDER BY c.day DESC, c.key DESC LIMIT ${SOME}`,
      placeKey,
    )
    return {
      kind: 'place',
      row: placeRow(record, placeKey),
      claims: claimRows(
        record,
        keys.map((row) => row.key),
      ),
    }
  },
  decision: (record, id) => {
    const row = decisionById(record, id)
    const undos = undosOf(record, id)
    const undone = !inForce([row, ...undos]).includes(row)
    return { kind: 'decision', row, undoneBy: undone ? (undos.find((undo) => undo.target.id === id)?.id ?? null) : null }
  },
}

const claimIds = (record: Record, incident: string): readonly string[] =>
  record
    .all<{ id: string }>('SELECT c.id FROM claim c WHERE c.incident = ? AND c.current = 1 ORDER BY c.id', incidentKey(record, incident)!)
    .map(({ id }) => id)

/** What each origin says of an incident, those with most reports first; what nobody's origin is known of, last. */
export const accountsOf = (record: Record, incident: string): readonly Account[] => {
  const known = incidentKey(record, incident)
  if (known === null) throw new RecordError('record/no-such-id', `there is no incident ${incident}`)
  const rows = claimsById(record, claimIds(record, incident)).filter(({ verdict }) => verdict !== 'rejected')
  const groups = new Map<string | null, ClaimRow[]>()
  for (const row of rows)
    (groups.get(row.origin?.id ?? null) ?? groups.set(row.origin?.id ?? null, []).get(row.origin?.id ?? null)!).push(row)
  return [...groups.values()]
    .map((claims) => ({ origin: claims[0]!.origin, reports: new Set(claims.map(({ report }) => report.id)).size, claims }))
    .sort(
      (a, b) => Number(a.origin === null) - Number(b.origin === null) || b.reports - a.reports || (a.origin!.id < b.origin!.id ? -1 : 1),
    )
}

export const contradictionsOf = (record: Record, claims: readonly string[]): readonly Contradiction[] => {
  const list = JSON.stringify(claims)
  return record
    .all<ContradictionColumns>(
      `${CONTRADICTIONS} WHERE x.id IN (
         SELECT id FROM contradiction WHERE a IN (SELECT value FROM json_each(?)) UNION SELECT id FROM contradiction WHERE b IN (SELECT value FROM json_each(?))
       ) ORDER BY x.id`,
      list,
      list,
    )
    .map(contradictionOf)
}

export interface ContradictionColumns {
  readonly id: string
  readonly field: string
  readonly a: string
  readonly b: string
  readonly reasons: string
  readonly found: number
  readonly incident: string | null
}

export const CONTRADICTIONS = `SELECT x.*, (SELECT i.id FROM claim c JOIN incident i ON i.key = c.incident WHERE c.id = x.a LIMIT 1) AS incident FROM contradiction x`

export const contradictionOf = ({ id, field, a, b, reasons, found, incident }: ContradictionColumns): Contradiction => ({
  id,
  incident,
  field,
  claims: [a, b],
  reasons: JSON.parse(reasons) as LinkReason[],
  found: isoTime(found),
})

const otherCodings = (record: Record, id: string): readonly { readonly id: string; readonly coder: Coder }[] =>
  record
    .all<Coder & { readonly id: string }>(
      `SELECT DISTINCT o.id, k.name, k.version, k.model FROM claim c JOIN claim o ON o.report = c.report AND o.trigger_start < c.trigger_end
         AND o.trigger_end > c.trigger_start AND o.reading <> c.reading JOIN reading g ON g.key = o.reading JOIN coder k ON k.key = g.coder
       WHERE c.id = ? AND c.state = 0 ORDER BY g.at, o.id`,
      id,
    )
    .map((row) => ({ id: row.id, coder: { name: row.name, version: row.version, model: row.model } }))

const versionsOf = (record: Record, id: string) =>
  record
    .all<{ id: string; version: number; published: string | null; added: number }>(
      'SELECT id, version, published, added FROM report WHERE thread = (SELECT thread FROM report WHERE id = ?) ORDER BY version',
      id,
    )
    .map((row) => ({ ...row, added: isoTime(row.added) }))

const codingsOf = (record: Record, id: string): readonly Coding[] =>
  record
    .all<Coder & { readonly at: number; readonly claims: number; readonly present: number }>(
      `SELECT k.name, k.version, k.model, g.at, g.present, (SELECT count(*) FROM claim c WHERE c.reading = g.key AND c.state = 0) AS claims
       FROM reading g JOIN coder k ON k.key = g.coder JOIN report r ON r.key = g.report WHERE r.id = ? ORDER BY g.at, g.key`,
      id,
    )
    .map(({ name, version, model, at, claims, present }) => ({
      coder: { name, version, model },
      at: isoTime(at),
      claims,
      present: present === 1,
    }))
