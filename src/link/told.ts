import type { Claim } from '../claim.js'
import { byCodeUnit } from './input.js'

/** A claim with whose word it is and when that was published: what contradictions, accounts and estimates are worked out from. */
export interface Told {
  readonly id: string
  readonly report: string
  readonly claim: Claim
  readonly origin: string
  readonly published: string | null
}

/** In the order told, what has no date last; equal dates by id. */
export const byTelling = (a: Told, b: Told): number =>
  a.published === b.published
    ? byCodeUnit(a.id, b.id)
    : a.published === null
      ? 1
      : b.published === null
        ? -1
        : byCodeUnit(a.published, b.published)

/** Whether the claim says that it is so, or is not: what is planned, demanded or imagined contradicts nothing. */
export const isAsserted = ({ claim }: Told): boolean => claim.status === 'actual' || claim.status === 'ongoing'
