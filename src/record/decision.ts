import type { Claim, ClaimType } from '../claim.js'
import type { Span } from '../report.js'

export const DECISION_KINDS = [
  'accept',
  'correct',
  'reject',
  'hold',
  'add',
  'merge',
  'split',
  'different',
  'unsure',
  'undo',
  'redact',
] as const
export type DecisionKind = (typeof DECISION_KINDS)[number]

/** What people made of a claim; `none` as long as nobody ruled. */
export const VERDICTS = ['none', 'accepted', 'rejected', 'held'] as const
export type Verdict = (typeof VERDICTS)[number]

/** An adjudicator's ruling stands above a coder's, whichever is later. */
export type DecisionRole = 'coder' | 'adjudicator'

/** Fields of a claim that a decision can correct; the new value is that of the whole field. */
export const CORRECTABLE = [
  'type',
  'mode',
  'actor',
  'recipient',
  'place',
  'time',
  'figures',
  'status',
  'negated',
  'background',
  'certainty',
  'attribution',
] as const satisfies readonly (keyof Claim)[]
export type CorrectableField = (typeof CORRECTABLE)[number]

/** Words of a report, found again whoever codes them: the SHA-256 of its text, the trigger's span and the coder's type. */
export interface ClaimKey {
  readonly text: string
  readonly trigger: Span
  readonly type: ClaimType
}

/** A ruling on a claim, a pair of incidents or an earlier decision. Append-only: undoing is a decision too. */
export interface Decision {
  /** SHA-256 of all else, so that the same decision has one id in every copy of a record. */
  readonly id: string
  readonly author: string
  readonly role: DecisionRole
  /** ISO 8601, UTC, with milliseconds. */
  readonly at: string
  readonly kind: DecisionKind
  readonly target: DecisionTarget
  /** For `correct`. */
  readonly field: CorrectableField | null
  readonly before: unknown
  /** For `correct` the new value of the field, for `add` the claim. */
  readonly after: unknown
  readonly reason: string | null
  /** What the author had in view, for the audit. */
  readonly seen: unknown
}

export type DecisionTarget =
  /** `id` is the claim's as it was then; `key` finds it again after another coding. */
  | { readonly kind: 'claim'; readonly id: string; readonly key: ClaimKey }
  /** `merge`: the claims are of one happening, with everything linked to them. `split`: those of `claims` are of another happening than the rest of their incident. */
  | { readonly kind: 'incident'; readonly id: string; readonly claims: readonly string[] }
  /**
   * `different`: no claim of one side is of one happening with a claim of the other. `unsure`: somebody looked and cannot tell.
   * `id` and `other` name the incidents or claims as they were then; `sides` are their claims.
   */
  | { readonly kind: 'pair'; readonly id: string; readonly other: string; readonly sides: Sides }
  | { readonly kind: 'report'; readonly id: string; readonly span: Span | null }
  | { readonly kind: 'decision'; readonly id: string }

export type Sides = readonly [readonly string[], readonly string[]]

interface By {
  readonly author: string
  readonly role?: DecisionRole | undefined
  readonly reason?: string | null | undefined
  readonly seen?: unknown
  /** Milliseconds since 1970; now by default. */
  readonly at?: number | undefined
}

/** What a person rules, by the ids in view. */
export type Ruling = By &
  (
    | { readonly kind: 'accept' | 'reject' | 'hold'; readonly claim: string }
    | { readonly kind: 'correct'; readonly claim: string; readonly field: CorrectableField; readonly value: unknown }
    /** A claim that the coder missed; its `id`, `codes` and `confidence` are given by the record. */
    | {
        readonly kind: 'add'
        readonly report: string
        readonly claim: Omit<Claim, 'id' | 'codes' | 'confidence'> & Partial<Pick<Claim, 'codes'>>
      }
    | { readonly kind: 'merge'; readonly incidents: readonly [string, string] }
    | { readonly kind: 'split'; readonly incident: string; readonly claims: readonly string[] }
    /** Two incidents, two claims, or one of each. */
    | { readonly kind: 'different' | 'unsure'; readonly pair: readonly [string, string] }
    | { readonly kind: 'undo'; readonly decision: string }
  )
