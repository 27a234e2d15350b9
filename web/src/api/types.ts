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

import type { Decision } from '../../../src/record/decision.js'
import type { Thing } from '../../../src/record/query/rows.js'
import type { Assignment as Assigned, Citations, Comparison, FigureRow } from '../../../src/serve/answers.js'

export type { Found } from '../../../src/record/query/filters.js'
export type {
  BlindClaim,
  Citations,
  Comparison,
  Disagreement,
  Dossier,
  FigureRow,
  Job,
  MapAnswer,
  MapPlace,
  Network,
  SourceRow,
} from '../../../src/serve/answers.js'

export interface Count {
  readonly count: number
  readonly atLeast: boolean
}

export type ReportThing = Extract<Thing, { kind: 'report' }> & { readonly decisions: readonly Decision[] }
export type ClaimThing = Extract<Thing, { kind: 'claim' }>

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

export type Assignment = Assigned & {
  readonly claims: number
  readonly ruled: Readonly<Record<string, number>>
}

export type Agreement = Comparison['agreement'][number]
