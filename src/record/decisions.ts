import type { Claim } from '../claim.js'
import type { Decision, DecisionKind, Ruling, Verdict } from './decision.js'
import type { Found, Page } from './query/filters.js'
import type { Pending } from './query/rows.js'
import type { Record } from './record.js'

/** Rules on something and gives the decision as stored. Throws `RecordError` where it cannot be. */
export const decide = (_record: Record, _ruling: Ruling): Decision => {
  throw new Error('not yet')
}

/** All decisions on a thing, in the order of time, undone ones and undos among them. */
export const decisionsOf = (_record: Record, _id: string): readonly Decision[] => []

/** The audit trail, newest first. */
export const listDecisions = (
  _record: Record,
  _of: { readonly author?: string | undefined; readonly kind?: DecisionKind | undefined; readonly since?: string | undefined },
  _page?: Page,
): Found<Decision> => ({ items: [], next: null })

/** Decisions in force that no claim of the present coding answers to. */
export const pendingDecisions = (_record: Record): readonly Pending[] => []

/** What one person made of a claim, nobody else's decisions applied: for coding blind and for agreement. */
export interface AuthorState {
  readonly claim: Claim
  readonly verdict: Verdict
  readonly decisions: readonly Decision[]
}
export const claimBy = (_record: Record, _claim: string, _author: string): AuthorState => {
  throw new Error('not yet')
}

/** Every decision, in the order of time. */
export function* exportDecisions(_record: Record): Generator<Decision> {}

/** Takes in decisions of another copy; those that are here already change nothing. */
export const importDecisions = (_record: Record, _decisions: Iterable<unknown>): { readonly added: number; readonly known: number } => ({
  added: 0,
  known: 0,
})
