import type { Certainty, Claim, ClaimType, Coder, PlacePrecision } from '../../claim.js'
import type { Problem, Report, Span } from '../../report.js'
import type { CorrectableField, Decision, Verdict } from '../decision.js'

/** A report without its text. */
export interface ReportRow {
  readonly id: string
  readonly doc: string
  readonly publisher: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly language: string | null
  readonly sha256: Report['sha256']
  /** 1 for the first text under its address. */
  readonly version: number
  /** Id of the version that took its place, null for the latest. */
  readonly supersededBy: string | null
  /** ISO 8601 time of being added. */
  readonly added: string
  /** Whether words were removed; then the text has █ in their place, and `sha256.text` is that of the text as added. */
  readonly redacted: boolean
  /** Claims of the present coding. */
  readonly claims: number
  /** Id of the report whose copy this is, null where it is nobody's. */
  readonly copyOf: string | null
}

export interface ClaimRow {
  readonly id: string
  readonly report: Pick<ReportRow, 'id' | 'doc' | 'publisher' | 'url' | 'title' | 'published' | 'version'>
  /** With the decisions applied; its `id` is the record's. */
  readonly claim: Claim
  /** Words of the claim's sentence. */
  readonly sentence: string
  readonly verdict: Verdict
  /** Fields that people corrected. */
  readonly corrected: readonly CorrectableField[]
  /** Null for a claim that a person added. */
  readonly coder: Coder | null
  readonly incident: string | null
  /** Whose word it is in the end, where linked. */
  readonly origin: OriginRef | null
  readonly contradicted: boolean
}

export interface OriginRef {
  readonly id: string
  readonly name: string
  readonly kind: string
}

export interface IncidentRow {
  readonly id: string
  readonly type: ClaimType
  readonly mode: string | null
  /** ISO dates; null where open or unknown. */
  readonly from: string | null
  readonly to: string | null
  readonly place: PlaceRef | null
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly claims: number
  readonly reports: number
  /** Independent ones. */
  readonly origins: number
  readonly contradictions: number
  /** Publication of the first and the latest report, ISO dates. */
  readonly firstPublished: string | null
  readonly lastPublished: string | null
}

export interface PlaceRef {
  readonly id: string
  readonly name: string
  readonly country: string | null
  readonly admin1: string | null
  readonly geonameid: number | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: PlacePrecision
}

export interface PlaceRow extends PlaceRef {
  readonly claims: number
}

/** Somebody who acts in public: a group, state, force, institution or office-holder; never a private person. */
export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly wikidata: string | null
  /** Claims with it as actor or recipient. */
  readonly claims: number
}

export interface LinkReason {
  /** Stable name of what spoke for or against, such as `same-place`. */
  readonly rule: string
  readonly weight: number | null
  readonly words: string | null
}

/** Two claims that cannot both hold. */
export interface Contradiction {
  readonly id: string
  readonly incident: string | null
  /** What they differ in: `figures`, `actor`, `negated`, `place`, `time`. */
  readonly field: string
  readonly claims: readonly [string, string]
  readonly reasons: readonly LinkReason[]
  /** ISO 8601 time of being found. */
  readonly found: string
}

/** Words of a report that something rests on. */
export interface Evidence {
  readonly role: string
  readonly span: Span
  readonly text: string
}

export type Thing =
  | {
      readonly kind: 'claim'
      readonly row: ClaimRow
      readonly evidence: readonly Evidence[]
      readonly contradictions: readonly Contradiction[]
      readonly decisions: readonly Decision[]
      /** Earlier and later codings of the same words, by other coders. */
      readonly otherCodings: readonly { readonly id: string; readonly coder: Coder }[]
    }
  | {
      readonly kind: 'report'
      readonly row: ReportRow
      readonly text: string
      readonly claims: readonly ClaimRow[]
      readonly problems: readonly Problem[]
      readonly versions: readonly Pick<ReportRow, 'id' | 'version' | 'published' | 'added'>[]
      readonly copies: readonly string[]
      readonly codings: readonly Coding[]
    }
  | {
      readonly kind: 'incident'
      readonly row: IncidentRow
      readonly accounts: readonly Account[]
      readonly links: readonly { readonly claim: string; readonly score: number | null; readonly reasons: readonly LinkReason[] }[]
      readonly contradictions: readonly Contradiction[]
      /** Later claims by an origin that take the place of what it said before. */
      readonly updates: readonly { readonly field: string; readonly before: string; readonly after: string }[]
      readonly decisions: readonly Decision[]
    }
  | { readonly kind: 'actor'; readonly row: ActorRow; readonly claims: readonly ClaimRow[] }
  | { readonly kind: 'place'; readonly row: PlaceRow; readonly claims: readonly ClaimRow[] }
  | { readonly kind: 'decision'; readonly row: Decision; readonly undoneBy: string | null }

/** What one origin says of an incident. */
export interface Account {
  /** Null for claims not linked to an origin. */
  readonly origin: OriginRef | null
  readonly reports: number
  readonly claims: readonly ClaimRow[]
}

/** One coder's reading of a report. */
export interface Coding {
  readonly coder: Coder
  /** ISO 8601. */
  readonly at: string
  readonly claims: number
  readonly present: boolean
}

/** How a value came about. */
export interface Why {
  readonly claim: string
  readonly field: string
  /** As it stands, decisions applied, and as the coder gave it. */
  readonly value: unknown
  readonly coded: unknown
  /** The words it rests on, with the sentence around them. */
  readonly words: readonly Evidence[]
  readonly sentence: Evidence
  /** The rule that found it, or `model` where the reader model judged it. */
  readonly how: readonly string[]
  readonly alternatives: readonly unknown[]
  readonly coder: Coder | null
  readonly confidence: number
  readonly decisions: readonly Decision[]
}

export interface TimelineBin {
  /** First day, ISO; null for what has no date. */
  readonly from: string | null
  readonly claims: number
  readonly incidents: number
}

export interface Changes {
  readonly reports: readonly ReportRow[]
  /** New texts under an address that had one. */
  readonly versions: readonly ReportRow[]
  readonly incidents: readonly IncidentRow[]
  /** Known before, with claims from new reports. */
  readonly grown: readonly IncidentRow[]
  readonly contradictions: readonly Contradiction[]
  readonly decisions: readonly Decision[]
}

export interface Summary {
  readonly reports: number
  readonly versions: number
  readonly claims: number
  readonly incidents: number
  readonly decisions: number
  readonly pending: number
  readonly coders: readonly (Coder & { readonly reports: number })[]
}

/** Differences between two codings, one report at a time. */
export interface CodingDiff {
  readonly report: string
  readonly doc: string
  readonly gone: readonly Claim[]
  readonly added: readonly Claim[]
  readonly changed: readonly { readonly before: Claim; readonly after: Claim; readonly fields: readonly string[] }[]
  readonly same: number
}

/** Decisions of people for which no claim of the present coding is found. */
export interface Pending {
  readonly decision: Decision
  readonly report: string | null
  /** Claims of the present coding at or near the same words. */
  readonly near: readonly { readonly id: string; readonly type: ClaimType; readonly certainty: Certainty }[]
}
