import { createHash } from 'node:crypto'
import { disagreements } from '../link/contradictions.js'
import { updateIncidents } from '../link/incidents.js'
import type { LinkClaim } from '../link/input.js'
import { explained, type Knowledge, loadLinkKnowledge, traitsOfReport } from '../link/link.js'
import { originsOf } from '../link/origins.js'
import { sketchOf } from '../link/sketch.js'
import type { Told } from '../link/told.js'
import { regroup } from './incidents.js'
import { papersOf, relinkCopies } from './link-copies.js'
import { type RecordMemory, recordMemory } from './link-memory.js'
import { forgetDisagreements, writeDisagreements, writeIncidents, writeOrigins } from './link-rows.js'
import { relinkStates } from './link-states.js'
import { type LinkedReport, linkedReport, NO_LINKS, sameTraits, stateOf } from './linked-reports.js'
import { claimsOfReport, forgetLinks, type LinkReport, reportToLink, toldClaims } from './links.js'
import type { Record } from './record.js'

/** Changes whenever the same claims would be linked otherwise. */
const METHOD = 2

/** Reports that are worked in at a time, and stored at once. */
const PORTION = 500

/**
 * Brings the links up to date where reports were added, read again or ruled on since they last were. It can be stopped at any moment and
 * begun again; the result is that of linking everything at once, whatever the order and the portions.
 */
export const relink = (record: Record, now: () => number = Date.now): void => {
  const knowledge = loadLinkKnowledge()
  startOverIfOtherwise(record, knowledge)
  const waiting = record.all<{ key: number }>(
    "SELECT r.key FROM unlinked u JOIN report r ON r.key = u.report ORDER BY coalesce(r.published, '~'), r.key",
  )
  const memory = recordMemory(record)
  for (let at = 0; at < waiting.length; at += PORTION) {
    const portion = waiting.slice(at, at + PORTION).map(({ key }) => key)
    record.transaction(() => {
      relinkPortion(record, portion, memory, knowledge, now())
      record.run('DELETE FROM unlinked WHERE report IN (SELECT value FROM json_each(?))', JSON.stringify(portion))
    })
  }
}

/** Links of another version of the program are of no use for working in more. */
const startOverIfOtherwise = (record: Record, { agencies, weights }: Knowledge): void => {
  const version = createHash('sha256')
    .update(JSON.stringify([METHOD, [...agencies], [...weights]]))
    .digest('hex')
  if (record.one<{ version: string }>('SELECT version FROM linker')?.version === version) return
  record.transaction(() => {
    forgetLinks(record)
    record.run('INSERT INTO linker VALUES (?)', version)
    record.run('INSERT OR IGNORE INTO unlinked SELECT key FROM report')
  })
}

const relinkPortion = (record: Record, keys: readonly number[], memory: RecordMemory, knowledge: Knowledge, time: number): void => {
  const reports = keys.map((key) => ({ key, before: linkedReport(record, key), ...takenIn(record, key) }))
  const copiesChanged = relinkCopies(
    record,
    reports.map(({ before, after }) => ({ before: before.sketch, after: after.sketch })),
  )
  const otherOrigins = relinkOrigins(record, new Map(reports.map(({ id, claims }) => [id, claims])), copiesChanged, knowledge)

  const before = new Map(reports.flatMap((report) => report.before.traits.map((one) => [one.id, one])))
  const after = new Map(reports.flatMap((report) => report.after.traits.map((one) => [one.id, one])))
  const change = updateIncidents(
    memory,
    [...after.values()].filter((one) => !before.has(one.id) || !sameTraits(before.get(one.id)!, one)),
    [...before.keys()].filter((id) => !after.has(id)),
    knowledge.weights,
  )
  const apart = change.removed.flatMap(({ claims }) => claims)
  for (const claim of apart) record.run('DELETE FROM incident_claim WHERE claim = ?', claim)
  writeIncidents(
    record,
    change.added.map((incident) => explained(incident, memory.claim, knowledge.weights)),
  )

  const told = toldBy(record)
  const touched = new Set([...apart, ...change.added.flatMap(({ claims }) => claims), ...otherOrigins])
  const concerned = new Map([...touched].flatMap((id) => memory.incidentOf(id) ?? []).map((incident) => [incident.id, incident]))
  const { found } = forgetDisagreements(record, [...apart, ...[...concerned.values()].flatMap(({ claims }) => claims)])
  for (const { claims } of concerned.values()) writeDisagreements(record, disagreements(told(claims)), found, time)
  for (const claim of relinkStates(record, reports, otherOrigins, told, time)) touched.add(claim)

  for (const { key, after: linked } of reports) memory.keep(key, linked)
  memory.flush()
  regroup(record, [...touched], time)
}

/** A report as linking takes it in; with nothing where it is not the latest version. */
const takenIn = (
  record: Record,
  key: number,
): { readonly id: string; readonly claims: readonly LinkClaim[]; readonly after: LinkedReport } => {
  const { id, valid_to } = record.one<{ id: string; valid_to: number | null }>('SELECT id, valid_to FROM report WHERE key = ?', key)!
  if (valid_to !== null) return { id, claims: [], after: NO_LINKS }
  const report = reportToLink(record, id)!
  const claims = claimsOfReport(record, report)
  const states = claims.flatMap((one) => stateOf({ ...one, origin: '', published: report.published }) ?? [])
  return { id, claims, after: { sketch: sketchOf(report), traits: traitsOfReport(report, claims), states } }
}

/** Works out whose word the claims of reports are; gives those of which that was not known or is otherwise now. */
const relinkOrigins = (
  record: Record,
  reports: ReadonlyMap<string, readonly LinkClaim[]>,
  changed: ReadonlySet<string>,
  { agencies }: Knowledge,
): readonly string[] => {
  const papers = papersOf(record)
  const otherwise = [...new Set([...reports.keys(), ...changed])].flatMap((id) => {
    const claims = reports.get(id) ?? claimsOfReport(record, papers.report(id) as LinkReport)
    const known = knownOrigins(record, id)
    const found = originsOf(claims, papers, agencies)
    const claimOrigins = found.claimOrigins.filter(
      ({ claim, origin, reasons }) => known.get(claim) !== `${origin} ${JSON.stringify(reasons)}`,
    )
    writeOrigins(record, { origins: found.origins, claimOrigins })
    const present = new Set(claims.map((claim) => claim.id))
    for (const claim of known.keys()) if (!present.has(claim)) record.run('DELETE FROM claim_origin WHERE claim = ?', claim)
    return claimOrigins.map(({ claim }) => claim)
  })
  return otherwise
}

const knownOrigins = (record: Record, report: string): ReadonlyMap<string, string> =>
  new Map(
    record
      .all<{ claim: string; origin: string; reasons: string }>(
        `SELECT co.claim, o.id AS origin, co.reasons FROM report r JOIN claim c ON c.report = r.key
         JOIN claim_origin co ON co.claim = c.id JOIN origin o ON o.key = co.origin WHERE r.id = ?`,
        report,
      )
      .map(({ claim, origin, reasons }) => [claim, `${origin} ${reasons}`]),
  )

/** Claims with whose word they are, read once. */
const toldBy = (record: Record): ((claims: readonly string[]) => readonly Told[]) => {
  const known = new Map<string, Told | null>()
  return (claims) => {
    const missing = claims.filter((id) => !known.has(id))
    for (const id of missing) known.set(id, null)
    if (missing.length > 0) for (const one of toldClaims(record, missing)) known.set(one.id, one)
    return claims.flatMap((id) => known.get(id) ?? [])
  }
}
