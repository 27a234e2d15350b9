import { cannotLink, compare, FEATURES, logOdds } from './compare.js'
import { byCodeUnit } from './input.js'
import type { Traits } from './traits.js'

/** Two claims, the smaller id first, with the log-odds that they tell of one happening. */
export interface Edge {
  readonly a: string
  readonly b: string
  readonly odds: number
}

/** Log-odds of claims that say the same in the same words. */
export const SAME_WORDS = 8
/** Different statements of one block that are all compared; in a larger one each is compared with its neighbours in two orders. */
const ALL_PAIRS = 48
const NEIGHBOURS = 16

/** One claim for each thing said, that of the smallest id, and the claims that say it. */
export const statementsOf = (members: readonly Traits[]): readonly (readonly Traits[])[] => {
  const statements = new Map<number, Traits[]>()
  for (const member of [...members].sort((a, b) => byCodeUnit(a.id, b.id))) {
    const statement = statements.get(member.signature)
    if (statement) statement.push(member)
    else statements.set(member.signature, [member])
  }
  return [...statements.values()]
}

/**
 * The links within one block, of log-odds above 0; they depend on nothing but the block's members. A pair that shares several
 * blocks belongs to the first of them. `known` gives what is already worked out of a pair: its log-odds, null where there is no link.
 */
export const linksIn = (
  block: number,
  members: readonly Traits[],
  weights: Float64Array,
  known: (a: string, b: string) => number | null | undefined = () => undefined,
): readonly Edge[] => {
  const edges: Edge[] = []
  const statements = statementsOf(members)
  for (const [first, ...others] of statements)
    for (const other of others)
      if (firstShared(first!.blocks, other.blocks) === block) edges.push({ a: first!.id, b: other.id, odds: SAME_WORDS })
  const values = new Float64Array(FEATURES.length)
  for (const [a, b] of pairsOf(statements.map((statement) => statement[0]!))) {
    if (firstShared(a.blocks, b.blocks) !== block) continue
    const before = known(a.id, b.id)
    const odds = before === undefined ? oddsOf(a, b, weights, values) : before
    if (odds !== null && odds > 0) edges.push({ a: a.id, b: b.id, odds })
  }
  return edges
}

/** Log-odds that two claims tell of one happening, null where they cannot. */
export const oddsOf = (a: Traits, b: Traits, weights: Float64Array, values = new Float64Array(FEATURES.length)): number | null => {
  if (a.signature === b.signature) return SAME_WORDS
  if (cannotLink(a, b)) return null
  compare(a, b, values)
  return logOdds(values, weights)
}

function* pairsOf(statements: readonly Traits[]): Generator<readonly [Traits, Traits]> {
  if (statements.length <= ALL_PAIRS) {
    for (let i = 0; i < statements.length; i++) for (let j = i + 1; j < statements.length; j++) yield [statements[i]!, statements[j]!]
    return
  }
  const seen = new Set<string>()
  for (const order of [byTrigger, byTime]) {
    const sorted = [...statements].sort(order)
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j <= i + NEIGHBOURS && j < sorted.length; j++) {
        const [a, b] = sorted[i]!.id < sorted[j]!.id ? [sorted[i]!, sorted[j]!] : [sorted[j]!, sorted[i]!]
        const pair = `${a.id} ${b.id}`
        if (seen.has(pair)) continue
        seen.add(pair)
        yield [a, b]
      }
  }
}

const placeKey = ({ places }: Traits): string => String(places[0]?.key ?? '')
const byTrigger = (a: Traits, b: Traits): number =>
  byCodeUnit(placeKey(a), placeKey(b)) || byCodeUnit(a.lemma, b.lemma) || a.from - b.from || byCodeUnit(a.id, b.id)
const byTime = (a: Traits, b: Traits): number =>
  (Number.isFinite(a.from) ? a.from : 0) - (Number.isFinite(b.from) ? b.from : 0) ||
  byCodeUnit(placeKey(a), placeKey(b)) ||
  byCodeUnit(a.id, b.id)

const firstShared = (a: readonly number[], b: readonly number[]): number | null => {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) return x
    if (x < y) i++
    else j++
  }
  return null
}
