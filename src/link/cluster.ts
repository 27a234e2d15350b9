import { FEATURES } from './compare.js'
import { byCodeUnit } from './input.js'
import { type Edge, oddsOf } from './pairs.js'
import type { Traits } from './traits.js'

/** Claims of each side that an average is taken over at most: those of the smallest ids. */
const SAMPLE = 12

/**
 * Parts linked claims into happenings: links are taken from the surest down, and two groups become one where the mean log-odds
 * of their pairs speak for it and no pair forbids it. Claims that say the same in the same words count once. The result depends
 * on the claims and links alone, not on their order.
 */
export const cluster = (claims: readonly Traits[], edges: readonly Edge[], weights: Float64Array): readonly (readonly string[])[] => {
  const sorted = [...claims].sort((a, b) => byCodeUnit(a.id, b.id))
  const numberOf = new Map(sorted.map(({ id }, number) => [id, number]))
  const links = edges.flatMap(({ a, b, odds }) => {
    const [one, other] = [numberOf.get(a), numberOf.get(b)]
    return one === undefined || other === undefined ? [] : [{ a: Math.min(one, other), b: Math.max(one, other), odds }]
  })
  const known = new Map(links.map(({ a, b, odds }) => [a * sorted.length + b, odds]))
  const values = new Float64Array(FEATURES.length)
  const odds = (a: number, b: number): number => {
    const key = a < b ? a * sorted.length + b : b * sorted.length + a
    let found = known.get(key)
    if (found === undefined) {
      found = oddsOf(sorted[a]!, sorted[b]!, weights, values) ?? Number.NEGATIVE_INFINITY
      known.set(key, found)
    }
    return found
  }
  const groupOf = statementGroups(sorted, links)
  const current = (claim: number): Group => {
    let group = groupOf[claim]!
    while (group.into) group = group.into
    return group
  }
  // Pairs of groups that were judged not to belong together, until one of them grows.
  const apart = new Set<number>()
  let states = sorted.length
  for (const { a, b } of links.sort((x, y) => y.odds - x.odds || x.a - y.a || x.b - y.b)) {
    const one = current(a)
    const other = current(b)
    if (one === other) continue
    const pair = Math.min(one.state, other.state) * 2 * sorted.length + Math.max(one.state, other.state)
    if (apart.has(pair)) continue
    if (!belongTogether(one, other, odds)) {
      apart.add(pair)
      continue
    }
    const [into, from] = one.statements.length >= other.statements.length ? [one, other] : [other, one]
    into.statements.push(...from.statements)
    into.claims.push(...from.claims)
    into.state = states++
    from.into = into
  }
  const groups = new Set(sorted.map((_, claim) => current(claim)))
  return [...groups]
    .map((group) => group.claims.sort((a, b) => a - b).map((claim) => sorted[claim]!.id))
    .sort((a, b) => byCodeUnit(a[0]!, b[0]!))
}

/** Claims by their number in the order of ids. */
interface Group {
  readonly statements: number[]
  readonly claims: number[]
  /** Another number whenever the group grows. */
  state: number
  into?: Group
}

/** Groups of what is said in the same words, one for each claim, the same for all that say it; the links between them tell which do. */
const statementGroups = (claims: readonly Traits[], links: readonly { readonly a: number; readonly b: number }[]): readonly Group[] => {
  const saysWhat = new Map<number, number>()
  for (const { a, b } of links) if (claims[a]!.signature === claims[b]!.signature) saysWhat.set(b, a)
  const groups: Group[] = []
  for (const claim of claims.keys()) {
    const group = groups[saysWhat.get(claim) ?? -1] ?? { statements: [claim], claims: [], state: claim }
    group.claims.push(claim)
    groups.push(group)
  }
  return groups
}

const belongTogether = (one: Group, other: Group, odds: (a: number, b: number) => number): boolean => {
  let sum = 0
  let count = 0
  for (const a of sampleOf(one))
    for (const b of sampleOf(other)) {
      sum += odds(a, b)
      count++
    }
  return sum / count >= 0
}

const sampleOf = ({ statements }: Group): readonly number[] =>
  statements.length <= SAMPLE ? statements : [...statements].sort((a, b) => a - b).slice(0, SAMPLE)
