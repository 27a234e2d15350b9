import type { Claim } from '../claim.js'
import { sliceOf } from '../report.js'
import { contradictionId } from './ids.js'
import { regroup } from './incidents.js'
import type { LinkReason } from './query/rows.js'
import type { Record } from './record.js'

/** What linking works on: a claim with what it must know of its report. */
export interface LinkClaim {
  readonly id: string
  readonly report: string
  readonly claim: Claim
  readonly sentence: string
}

export interface LinkReport {
  readonly id: string
  readonly publisher: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly text: string
}

/** What linking finds, all by the record's ids. A claim is in one incident and has one origin at most; an incident's id is the record's matter. */
export interface Links {
  readonly copies: readonly {
    readonly report: string
    readonly of: string
    readonly similarity: number
    readonly reasons: readonly LinkReason[]
  }[]
  readonly origins: readonly { readonly id: string; readonly name: string; readonly kind: string }[]
  readonly claimOrigins: readonly { readonly claim: string; readonly origin: string; readonly reasons: readonly LinkReason[] }[]
  readonly incidents: readonly {
    readonly claims: readonly { readonly claim: string; readonly score: number | null; readonly reasons: readonly LinkReason[] }[]
  }[]
  readonly contradictions: readonly {
    readonly field: string
    readonly claims: readonly [string, string]
    readonly reasons: readonly LinkReason[]
  }[]
  /** Later claims by the same origin that take the place of what it said before. */
  readonly updates: readonly { readonly field: string; readonly before: string; readonly after: string }[]
}

/** What the new links take the place of: everything, or what the named claims and reports had. */
export type LinkScope = 'all' | { readonly claims: readonly string[]; readonly reports: readonly string[] }

/**
 * Stores links in place of those of the scope, and applies people's merges and splits.
 * An incident is named for the smallest id of its claims, so it keeps its id as long as that claim stays in it.
 */
export const replaceLinks = (record: Record, links: Links, scope: LinkScope = 'all', now: () => number = Date.now): void =>
  record.transaction(() => {
    const found = new Map(
      record.all<{ id: string; found: number }>('SELECT id, found FROM contradiction').map(({ id, found }) => [id, found]),
    )
    const claims = forget(record, scope)
    for (const { report, of, similarity, reasons } of links.copies)
      record.run('INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?)', report, of, similarity, JSON.stringify(reasons))
    const keys = originKeys(record, links.origins)
    for (const { claim, origin, reasons } of links.claimOrigins)
      record.run('INSERT OR REPLACE INTO claim_origin VALUES (?, ?, ?)', claim, keys(origin), JSON.stringify(reasons))
    links.incidents.forEach((group, number) => {
      // Only a label of the group until `regroup` names it for its claims.
      for (const { claim, score, reasons } of group.claims)
        record.run('INSERT OR REPLACE INTO incident_claim VALUES (?, ?, ?, ?)', claim, `new ${number}`, score, JSON.stringify(reasons))
    })
    const time = now()
    for (const { field, claims: pair, reasons } of links.contradictions) {
      const id = contradictionId(field, pair)
      record.run(
        'INSERT OR REPLACE INTO contradiction VALUES (?, ?, ?, ?, ?, ?)',
        id,
        field,
        ...pair,
        JSON.stringify(reasons),
        found.get(id) ?? time,
      )
    }
    regroup(
      record,
      claims === null ? null : [...claims, ...links.incidents.flatMap((group) => group.claims.map(({ claim }) => claim))],
      time,
    )
  })

/** Removes the links of the scope; gives the claims that were in the same incidents, null for all. */
const forget = (record: Record, scope: LinkScope): readonly string[] | null => {
  if (scope === 'all') {
    record.db.exec(
      'DELETE FROM copy; DELETE FROM claim_origin; DELETE FROM incident_claim; DELETE FROM contradiction; DELETE FROM claim_update',
    )
    return null
  }
  const reports = JSON.stringify(scope.reports)
  const claims = JSON.stringify(scope.claims)
  const list = '(SELECT value FROM json_each(?))'
  const mates = record.all<{ claim: string }>(
    `SELECT claim FROM incident_claim WHERE incident IN (SELECT incident FROM incident_claim WHERE claim IN ${list})`,
    claims,
  )
  record.run(`DELETE FROM copy WHERE report IN ${list}`, reports)
  for (const table of ['claim_origin', 'incident_claim']) record.run(`DELETE FROM ${table} WHERE claim IN ${list}`, claims)
  record.run(`DELETE FROM claim_update WHERE before IN ${list} OR after IN ${list}`, claims, claims)
  record.run(`DELETE FROM contradiction WHERE a IN ${list} OR b IN ${list}`, claims, claims)
  return [...new Set([...scope.claims, ...mates.map(({ claim }) => claim)])]
}

const originKeys = (record: Record, origins: Links['origins']): ((id: string) => number) => {
  for (const { id, name, kind } of origins)
    record.run(
      'INSERT INTO origin (id, name, kind) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind',
      id,
      name,
      kind,
    )
  const known = new Map<string, number>()
  return (id) => {
    const key = known.get(id) ?? record.one<{ key: number }>('SELECT key FROM origin WHERE id = ?', id)?.key
    if (key === undefined) throw new Error(`a claim has the origin "${id}", which is not among the origins`)
    known.set(id, key)
    return key
  }
}

const BATCH = 500

/** Claims of the present coding that people did not reject, in the order of their ids; of some reports only, if named. */
export function* claimsToLink(record: Record, reports?: readonly string[]): Generator<LinkClaim> {
  const only = reports === undefined ? '' : 'AND r.id IN (SELECT value FROM json_each(?))'
  let last = ''
  for (;;) {
    const rows = record.all<{ id: string; report: string; json: string; text: string }>(
      `SELECT c.id, r.id AS report, c.json, r.text FROM claim c JOIN report r ON r.key = c.report
       WHERE c.id > ? AND c.current = 1 AND c.verdict <> 'rejected' ${only} ORDER BY c.id LIMIT ${BATCH}`,
      last,
      ...(reports === undefined ? [] : [JSON.stringify(reports)]),
    )
    for (const { id, report, json, text } of rows) {
      const claim = { ...(JSON.parse(json) as Claim), id }
      yield { id, report, claim, sentence: sliceOf(text, claim.sentence) }
    }
    if (rows.length < BATCH) return
    last = rows.at(-1)!.id
  }
}

/** The latest versions of the reports in the order of their ids. */
export function* reportsToLink(record: Record): Generator<LinkReport> {
  let last = ''
  for (;;) {
    const rows = record.all<LinkReport>(
      `SELECT id, publisher, url, title, byline, published, text FROM report WHERE id > ? AND valid_to IS NULL ORDER BY id LIMIT ${BATCH}`,
      last,
    )
    yield* rows.map((row) => ({ ...row }))
    if (rows.length < BATCH) return
    last = rows.at(-1)!.id
  }
}
