import type { Claim } from '../claim.js'
import type { Told } from '../link/told.js'
import { sliceOf } from '../report.js'
import { regroup } from './incidents.js'
import { writeCopies, writeDisagreements, writeIncidents, writeOrigins } from './link-rows.js'
import { LINKING_TABLES } from './link-schema.js'
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

/**
 * Stores links in place of all others, and applies people's merges and splits.
 * An incident is named for the smallest id of its claims, so it keeps its id as long as that claim stays in it.
 */
export const replaceLinks = (record: Record, links: Links, now: () => number = Date.now): void =>
  record.transaction(() => {
    const time = now()
    const known = record.all<{ id: string; found: number }>('SELECT id, found FROM contradiction')
    forgetLinks(record)
    writeCopies(record, links.copies)
    writeOrigins(record, links)
    writeIncidents(record, links.incidents)
    writeDisagreements(record, links, new Map(known.map(({ id, found }) => [id, found])), time)
    regroup(record, null, time)
  })

/** Removes all links and what linking kept to work in more. */
export const forgetLinks = (record: Record): void => {
  for (const table of ['copy', 'claim_origin', 'incident_claim', 'contradiction', 'claim_update', ...LINKING_TABLES])
    record.db.exec(`DELETE FROM ${table}`)
}

const BATCH = 500

/** Claims of the present coding that people did not reject, in the order of their ids. */
export function* claimsToLink(record: Record): Generator<LinkClaim> {
  let last = ''
  for (;;) {
    const rows = record.all<{ id: string; report: string; json: string; text: string }>(
      `SELECT c.id, r.id AS report, c.json, r.text FROM claim c JOIN report r ON r.key = c.report
       WHERE c.id > ? AND c.current = 1 AND c.verdict <> 'rejected' ORDER BY c.id LIMIT ${BATCH}`,
      last,
    )
    for (const { id, report, json, text } of rows) yield linkClaim(id, report, json, text)
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

const linkClaim = (id: string, report: string, json: string, text: string): LinkClaim => {
  const claim = { ...(JSON.parse(json) as Claim), id }
  return { id, report, claim, sentence: sliceOf(text, claim.sentence) }
}

/** A report by its id, whichever version it is. */
export const reportToLink = (record: Record, id: string): LinkReport | undefined =>
  record.one<LinkReport>('SELECT id, publisher, url, title, byline, published, text FROM report WHERE id = ?', id)

/** Claims of one report, as `claimsToLink`. */
export const claimsOfReport = (record: Record, { id: report, text }: LinkReport): readonly LinkClaim[] =>
  record
    .all<{ id: string; json: string }>(
      `SELECT c.id, c.json FROM report r JOIN claim c ON c.report = r.key
       WHERE r.id = ? AND c.current = 1 AND c.verdict <> 'rejected' ORDER BY c.id`,
      report,
    )
    .map(({ id, json }) => linkClaim(id, report, json, text))

/** The claims of those ids that hold now, with whose word they are. */
export const toldClaims = (record: Record, ids: readonly string[]): readonly Told[] =>
  record
    .all<{ id: string; json: string; report: string; published: string | null; origin: string | null }>(
      `SELECT c.id, c.json, r.id AS report, r.published, o.id AS origin FROM json_each(?) w CROSS JOIN claim c ON c.id = w.value
       JOIN report r ON r.key = c.report LEFT JOIN claim_origin co ON co.claim = c.id LEFT JOIN origin o ON o.key = co.origin
       WHERE c.current = 1 AND c.verdict <> 'rejected'`,
      JSON.stringify(ids),
    )
    .map(({ id, json, report, published, origin }) => ({
      id,
      report,
      published,
      origin: origin ?? '',
      claim: { ...(JSON.parse(json) as Claim), id },
    }))
