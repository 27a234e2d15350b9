import { contradictionId, incidentId } from './ids.js'
import type { Links } from './links.js'
import type { Record } from './record.js'

const LIST = '(SELECT value FROM json_each(?))'

export const writeCopies = (record: Record, copies: Links['copies']): void => {
  for (const { report, of, similarity, reasons } of copies)
    record.run('INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?)', report, of, similarity, JSON.stringify(reasons))
}

export const writeOrigins = (record: Record, { origins, claimOrigins }: Pick<Links, 'origins' | 'claimOrigins'>): void => {
  const keys = new Map<string, number>()
  for (const { id, name, kind } of origins) {
    record.run(
      `INSERT INTO origin (id, name, kind) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name
       WHERE name > excluded.name`,
      id,
      name,
      kind,
    )
    keys.set(id, record.one<{ key: number }>('SELECT key FROM origin WHERE id = ?', id)!.key)
  }
  for (const { claim, origin, reasons } of claimOrigins) {
    const key = keys.get(origin)
    if (key === undefined) throw new Error(`a claim has the origin "${origin}", which is not among the origins`)
    record.run('INSERT OR REPLACE INTO claim_origin VALUES (?, ?, ?)', claim, key, JSON.stringify(reasons))
  }
}

export const writeIncidents = (record: Record, incidents: Links['incidents']): void => {
  for (const { claims } of incidents) {
    const id = incidentId(claims.map(({ claim }) => claim))
    for (const { claim, score, reasons } of claims)
      record.run('INSERT OR REPLACE INTO incident_claim VALUES (?, ?, ?, ?)', claim, id, score, JSON.stringify(reasons))
  }
}

/** Contradictions by id with when they were first found. */
export type FirstFound = ReadonlyMap<string, number>

export const writeDisagreements = (
  record: Record,
  { contradictions, updates }: Pick<Links, 'contradictions' | 'updates'>,
  found: FirstFound,
  time: number,
): void => {
  for (const { field, claims, reasons } of contradictions) {
    const id = contradictionId(field, claims)
    const row = [id, field, ...claims, JSON.stringify(reasons), found.get(id) ?? time]
    record.run('INSERT OR REPLACE INTO contradiction VALUES (?, ?, ?, ?, ?, ?)', ...row)
  }
  for (const { field, before, after } of updates)
    record.run('INSERT OR IGNORE INTO claim_update (before, after, field) VALUES (?, ?, ?)', before, after, field)
}

/** Takes out the contradictions and updates that have one of the claims, or only those that `whether` says; gives when they were found, and their claims. */
export const forgetDisagreements = (
  record: Record,
  claims: readonly string[],
  whether: (a: string, b: string) => boolean = () => true,
): { readonly found: FirstFound; readonly claims: ReadonlySet<string> } => {
  const list = JSON.stringify(claims)
  const found = new Map<string, number>()
  const touched = new Set<string>()
  const pairs = record.all<{ id: string; a: string; b: string; found: number }>(
    `SELECT id, a, b, found FROM contradiction WHERE a IN ${LIST} UNION SELECT id, a, b, found FROM contradiction WHERE b IN ${LIST}`,
    list,
    list,
  )
  for (const { id, a, b, found: time } of pairs) {
    if (!whether(a, b)) continue
    record.run('DELETE FROM contradiction WHERE id = ?', id)
    found.set(id, time)
    touched.add(a).add(b)
  }
  const updates = record.all<{ before: string; after: string }>(
    `SELECT before, after FROM claim_update WHERE before IN ${LIST} UNION SELECT before, after FROM claim_update WHERE after IN ${LIST}`,
    list,
    list,
  )
  for (const { before, after } of updates)
    if (whether(before, after)) record.run('DELETE FROM claim_update WHERE before = ? AND after = ?', before, after)
  return { found, claims: touched }
}
