export type {
  ActorFiller,
  Attribution,
  Certainty,
  Claim,
  ClaimType,
  Figure,
  FigureKind,
  PlaceFiller,
  PlacePrecision,
  Quote,
  Status,
  TimeFiller,
} from '../../../src/claim.js'
export type { CorrectableField, Decision, Ruling, Verdict } from '../../../src/record/decision.js'
export type {
  Account,
  ActorRow,
  Changes,
  ClaimRow,
  Contradiction,
  IncidentRow,
  PlaceRow,
  ReportRow,
  Summary,
  Thing,
  TimelineBin,
} from '../../../src/record/query/rows.js'
export type { Problem, Span } from '../../../src/report.js'

import type { ClaimType, Figure } from '../../../src/claim.js'
import type { CorrectableField, Decision, Verdict } from '../../../src/record/decision.js'
import type { ActorRow, ClaimRow, OriginRef, PlaceRow, Thing } from '../../../src/record/query/rows.js'
import type { Problem } from '../../../src/report.js'

export interface Found<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
}

export interface Count {
  readonly count: number
  readonly atLeast: boolean
}

export type ReportThing = Extract<Thing, { kind: 'report' }> & { readonly decisions: readonly Decision[] }
export type ClaimThing = Extract<Thing, { kind: 'claim' }>

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

export interface Estimate {
  readonly rule: string
  readonly kind: string
  readonly best: number | null
  readonly low: number | null
  readonly high: number | null
  readonly claims: readonly string[]
}

export type IncidentThing = Extract<Thing, { kind: 'incident' }> & {
  readonly figures: readonly FigureRow[]
  readonly citations: Citations
  readonly estimates: readonly Estimate[]
}

export interface MapPlace {
  readonly place: PlaceRow
  readonly incidents: number
  readonly contradicted: number
  readonly types: { readonly [type in ClaimType]?: number }
}

export interface MapAnswer {
  readonly places: readonly MapPlace[]
  readonly truncated: boolean
  readonly claims: number
  readonly withoutPlace: number
  readonly withoutCoordinates: number
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
  readonly reliesOn: readonly { readonly id: string; readonly name: string; readonly claims: number }[]
}

export interface Dossier {
  readonly row: ActorRow
  readonly names: readonly { readonly name: string; readonly claims: number }[]
  readonly by: Found<ClaimRow>
  readonly about: Found<ClaimRow>
  readonly affiliations: readonly ClaimRow[]
}

export interface Network {
  readonly nodes: readonly { readonly id: string; readonly name: string; readonly code: string | null }[]
  readonly edges: readonly {
    readonly from: string
    readonly to: string
    readonly kind: 'with' | 'against'
    readonly claims: number
    readonly origins: number
  }[]
  readonly truncated: boolean
}

export interface Job {
  readonly id: string
  readonly state: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
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

export interface Assignment {
  readonly id: string
  readonly title: string
  readonly reports: readonly string[]
  readonly coders: readonly string[]
  readonly by: string
  readonly made: string
  readonly finished: readonly string[]
  readonly open: boolean
  readonly claims: number
  readonly ruled: Readonly<Record<string, number>>
}

export interface BlindClaim {
  readonly row: ClaimRow
  readonly decisions: readonly Decision[]
}

export interface Agreement {
  readonly field: string
  readonly alpha: number | null
  readonly percent: number | null
  readonly units: number
  readonly agreed: number
}

export interface Disagreement {
  readonly row: ClaimRow
  /** A field, or `claim`: whether the claim is there at all. */
  readonly field: CorrectableField | 'claim'
  readonly values: readonly { readonly author: string; readonly verdict: Verdict; readonly value: unknown }[]
  readonly settled: Decision | null
}
