import type { Claim } from '../claim.js'

/** What linking needs to know of a report. */
export interface LinkReport {
  /** Identifier that claims name their report by. */
  readonly id: string
  readonly publisher: string | null
  readonly title: string | null
  readonly byline: string | null
  /** ISO 8601 date or date-time; null where unknown. */
  readonly published: string | null
  readonly text: string
}

/** A claim, where it stands and the words of its sentence. Its `id` is the record's; `claim.id` is not looked at. */
export interface LinkClaim {
  readonly id: string
  readonly report: string
  readonly claim: Claim
  readonly sentence: string
}

/** What spoke for a link: a stable name, how much it weighed, and the words, where words did. */
export interface LinkReason {
  readonly rule: string
  readonly weight: number | null
  readonly words: string | null
}

/** Orders identifiers by code unit, the same on every machine. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Earlier reports first; those of unknown date last, equal dates by identifier. */
export const byPublication = (
  a: { readonly id: string; readonly published: string | null },
  b: { readonly id: string; readonly published: string | null },
): number =>
  a.published === b.published
    ? byCodeUnit(a.id, b.id)
    : a.published === null
      ? 1
      : b.published === null
        ? -1
        : byCodeUnit(a.published, b.published)
