import type { Claim } from '../claim.js'
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

/** What linking finds, all by the record's ids. Incident ids are `incidentId` of their claims. */
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
    readonly id: string
    readonly claims: readonly { readonly claim: string; readonly score: number | null; readonly reasons: readonly LinkReason[] }[]
  }[]
  readonly contradictions: readonly {
    readonly field: string
    readonly claims: readonly [string, string]
    readonly reasons: readonly LinkReason[]
  }[]
}

/** What the new links take the place of: everything, or what the named claims and reports had. */
export type LinkScope = 'all' | { readonly claims: readonly string[]; readonly reports: readonly string[] }

/** Stores links in place of those of the scope, and applies people's merges and splits. Incidents whose smallest claim stays keep their id. */
export const replaceLinks = (_record: Record, _links: Links, _scope: LinkScope = 'all', _now: () => number = Date.now): void => {
  throw new Error('not yet')
}

/** Claims of the present coding that people did not reject, in a fixed order; of some reports only, if named. */
export function* claimsToLink(_record: Record, _reports?: readonly string[]): Generator<LinkClaim> {}

/** The latest versions of the reports in a fixed order. */
export function* reportsToLink(_record: Record): Generator<LinkReport> {}
