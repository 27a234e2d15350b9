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
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const groupOf = new Map<string, Group>()
  const statements = new Map<number, Group>()
  for (const claim of [...claims].sort((a, b) => byCodeUnit(a.id, b.id))) {
    const group = statements.get(claim.signature) ?? { statements: [claim], claims: [] }
    if (group.claims.length === 0) statements.set(claim.signature, group)
    group.claims.push(claim.id)
    groupOf.set(claim.id, group)
  }
  const known = new Map(edges.map(({ a, b, odds }) => [`${a} ${b}`, odds]))
  const odds = (a: Traits, b: Traits): number => {
    const [x, y] = a.id < b.id ? [a, b] : [b, a]
    const key = `${x.id} ${y.id}`
    const found = known.get(key) ?? oddsOf(x, y, weights) ?? Number.NEGATIVE_INFINITY
    known.set(key, found)
    return found
  }
  const current = (id: string): Group => {
    let group = groupOf.get(id)!
    while (group.into) group = group.into
    return group
  }
  for (const { a, b } of [...edges].sort((x, y) => y.odds - x.odds || byCodeUnit(x.a, y.a) || byCodeUnit(x.b, y.b))) {
    if (!byId.has(a) || !byId.has(b)) continue
    const one = current(a)
    const other = current(b)
    if (one === other || !belongTogether(one, other, odds)) continue
    const [into, from] = one.statements.length >= other.statements.length ? [one, other] : [other, one]
    into.statements.push(...from.statements)
    into.claims.push(...from.claims)
    from.into = into
  }
  const groups = new Set([...groupOf.keys()].map(current))
  return [...groups].map((group) => [...group.claims].sort(byCodeUnit)).sort((a, b) => byCodeUnit(a[0]!, b[0]!))
}

interface Group {
  readonly statements: Traits[]
  readonly claims: string[]
  into?: Group
}

const belongTogether = (one: Group, other: Group, odds: (a: Traits, b: Traits) => number): boolean => {
  let sum = 0
  let count = 0
  for (const a of sampleOf(one))
    for (const b of sampleOf(other)) {
      sum += odds(a, b)
      count++
    }
  return sum / count >= 0
}

const sampleOf = ({ statements }: Group): readonly Traits[] =>
  statements.length <= SAMPLE ? statements : [...statements].sort((a, b) => byCodeUnit(a.id, b.id)).slice(0, SAMPLE)
