import type { Claim, ClaimType, Figure } from '../claim.js'
import type { CorrectableField, Decision, Verdict } from '../record/decision.js'
import type { Found } from '../record/query/filters.js'
import type { ActorRow, ClaimRow, OriginRef, PlaceRow } from '../record/query/rows.js'
import type { Problem } from '../report.js'

export interface MapPlace {
  readonly place: PlaceRow
  readonly incidents: number
  readonly contradicted: number
  readonly types: { readonly [type in ClaimType]?: number }
}

export interface MapAnswer {
  readonly places: MapPlace[]
  readonly truncated: boolean
  readonly claims: number
  readonly withoutPlace: number
  readonly withoutCoordinates: number
}

export interface Network {
  readonly nodes: { readonly id: string; readonly name: string; readonly code: string | null }[]
  readonly edges: {
    readonly from: string
    readonly to: string
    readonly kind: 'with' | 'against'
    readonly claims: number
    readonly origins: number
  }[]
  readonly truncated: boolean
}

export interface SourceRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly reports: number
  readonly claims: number
  readonly linked: number
  readonly corroborated: number
  readonly contradicted: number
  readonly corrected: number
  readonly rejected: number
  readonly copies: number
  readonly reliesOn: { readonly id: string; readonly name: string; readonly claims: number }[]
}

export interface Dossier {
  readonly kind: 'actor'
  readonly row: ActorRow
  readonly names: { readonly name: string; readonly claims: number }[]
  readonly by: Found<ClaimRow>
  readonly about: Found<ClaimRow>
  readonly affiliations: readonly ClaimRow[]
}

export interface FigureRow extends Figure {
  readonly claim: string
  readonly report: string
  readonly publisher: string | null
  readonly published: string | null
  readonly origin: OriginRef | null
  readonly said: readonly string[]
}

export interface Citations {
  readonly nodes: readonly { readonly id: string; readonly kind: 'report' | 'speaker' | 'origin'; readonly name: string }[]
  readonly edges: readonly {
    readonly from: string
    readonly to: string
    readonly kind: 'copies' | 'cites' | 'comes-from'
    readonly claims: readonly string[]
  }[]
}

export interface Job {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  readonly by: string
  readonly started: string
  readonly files: number
  readonly done: number
  readonly counts: {
    readonly new: number
    readonly version: number
    readonly recoded: number
    readonly unchanged: number
    readonly problems: number
  }
  readonly reports: readonly string[]
  readonly problems: readonly Problem[]
  readonly error: string | null
}

/** Reports that two people or more code without seeing each other's work. */
export interface Assignment {
  readonly id: string
  readonly title: string
  readonly reports: readonly string[]
  readonly coders: readonly string[]
  readonly by: string
  /** ISO 8601. */
  readonly made: string
  readonly finished: readonly string[]
  /** As long as not all coders are done. */
  readonly open: boolean
}

export interface BlindClaim {
  readonly row: ClaimRow
  readonly decisions: Decision[]
}

/** Agreement of several people on several units. */
export interface Reliability {
  /** Krippendorff's alpha; null where there is nothing to compare, or all values are the same, so that chance cannot be told from agreement. */
  readonly alpha: number | null
  /** Share of the pairs of values of a unit that are equal. */
  readonly percent: number | null
  /** Units with two values or more. */
  readonly units: number
  /** Units all of whose values are equal. */
  readonly agreed: number
}

/** What is compared: whether a claim is there at all, and its fields. */
export type Compared = 'claim' | CorrectableField

export interface Disagreement {
  readonly row: ClaimRow
  readonly field: Compared
  readonly values: { readonly author: string; readonly verdict: Verdict; readonly value: unknown; readonly claim: Claim | null }[]
  readonly settled: Decision | null
}

export interface Comparison {
  readonly agreement: ({ readonly field: Compared } & Reliability)[]
  readonly disagreements: Disagreement[]
}
