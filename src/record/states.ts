import { isDeepStrictEqual } from 'node:util'
import type { Claim } from '../claim.js'
import type { CorrectableField, Decision, DecisionKind, Verdict } from './decision.js'

/** What holds of a claim from one time to another, in milliseconds; null is ever and always. */
export interface State {
  readonly from: number | null
  readonly to: number | null
  readonly claim: Claim
  readonly verdict: Verdict
  readonly corrected: readonly CorrectableField[]
}

const VERDICT: Partial<{ readonly [kind in DecisionKind]: Verdict }> = { accept: 'accepted', reject: 'rejected', hold: 'held' }

/**
 * The states that a claim goes through: what the coder said, then what the decisions on it make of it, one after another.
 * `coded` is null for a claim that a person added. `decisions` holds those on the claim and all that undo them.
 */
export const statesOf = (coded: Claim | null, decisions: readonly Decision[]): readonly State[] => {
  const times = [...new Set(decisions.map(timeOf))].sort((a, b) => a - b)
  const states: State[] = coded === null ? [] : [{ from: null, to: null, claim: coded, verdict: 'none', corrected: [] }]
  for (const time of times) {
    const next = stateAt(coded, decisions, time)
    const last = states.at(-1)
    if (last && last.to === null && next && same(last, next)) continue
    if (last && last.to === null) states[states.length - 1] = { ...last, to: time }
    if (next) states.push({ from: time, to: null, ...next })
  }
  return states
}

type Standing = Pick<State, 'claim' | 'verdict' | 'corrected'>

const same = (a: Standing, b: Standing): boolean =>
  a.verdict === b.verdict && isDeepStrictEqual(a.corrected, b.corrected) && isDeepStrictEqual(a.claim, b.claim)

const stateAt = (coded: Claim | null, all: readonly Decision[], time: number): Standing | null => {
  const standing = inForce(all.filter((decision) => timeOf(decision) <= time)).sort(strongestLast)
  const added = standing.findLast(({ kind }) => kind === 'add')
  const start = added ? addedClaim(added, coded) : coded
  if (start === null) return null
  const ruled = standing.findLast(({ kind }) => VERDICT[kind] !== undefined)
  const corrections = standing.filter(({ kind, field }) => kind === 'correct' && field !== null)
  const values = Object.fromEntries(corrections.map(({ field, after }) => [field, after]))
  return {
    claim: { ...start, ...values },
    verdict: ruled ? VERDICT[ruled.kind]! : 'none',
    corrected: [...new Set(corrections.map(({ field }) => field!))].sort(),
  }
}

/** What a person added stands, also where a coder finds it later. */
const addedClaim = ({ after }: Decision, coded: Claim | null): Claim =>
  coded === null ? (after as Claim) : { ...(after as Claim), id: coded.id, confidence: coded.confidence }

/** Decisions that are not undone. One can undo one's own; an adjudicator anybody's. */
export const inForce = (decisions: readonly Decision[]): Decision[] => {
  const undone = new Set<string>()
  const undos = decisions.filter(({ kind }) => kind === 'undo')
  const byId = new Map(decisions.map((decision) => [decision.id, decision]))
  for (const undo of undos.sort((a, b) => timeOf(b) - timeOf(a) || (a.id < b.id ? 1 : -1))) {
    const target = byId.get(undo.target.id)
    if (!undone.has(undo.id) && target && mayUndo(undo, target)) undone.add(target.id)
  }
  return decisions.filter(({ id, kind }) => kind !== 'undo' && !undone.has(id))
}

export const mayUndo = (by: Pick<Decision, 'author' | 'role'>, target: Decision): boolean =>
  by.author === target.author || by.role === 'adjudicator'

export const timeOf = ({ at }: Decision): number => Date.parse(at)

/** An adjudicator after all coders, then by time; ties by id, so that the order is the same in every copy of a record. */
export const strongestLast = (a: Decision, b: Decision): number =>
  Number(a.role === 'adjudicator') - Number(b.role === 'adjudicator') || timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1)
