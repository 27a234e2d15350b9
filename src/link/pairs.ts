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

/** What is known of a block: its claims and the links among them, of log-odds above 0. */
export interface Block {
  readonly members: readonly string[]
  readonly links: readonly Edge[]
  /** Whether all pairs of statements were compared; in a large block only neighbours are. */
  readonly whole: boolean
}

/**
 * A block from its members; it depends on nothing but these. A pair that shares several blocks belongs to the first of them.
 * With what the block was `before`, only pairs that have one of the `fresh` claims, or were not compared then, are compared.
 */
export const blockOf = (
  key: number,
  members: readonly Traits[],
  weights: Float64Array,
  before: Block | undefined = undefined,
  fresh: ReadonlySet<string> = new Set(),
): Block => {
  const statements = statementsOf(members)
  const first = statements.map((statement) => statement[0]!)
  const whole = statements.length <= ALL_PAIRS
  const links: Edge[] = []
  for (const [representative, ...others] of statements)
    for (const other of others)
      if (firstShared(representative!.blocks, other.blocks) === key) links.push({ a: representative!.id, b: other.id, odds: SAME_WORDS })
  const kept = new Set(before?.members.filter((id) => !fresh.has(id)))
  const standing = new Map(first.filter(({ id }) => kept.has(id)).map((one) => [one.id, one]))
  const known = new Map<string, Edge>()
  for (const edge of before?.links ?? []) if (standing.has(edge.a) && standing.has(edge.b)) known.set(pairKey(edge.a, edge.b), edge)
  const values = new Float64Array(FEATURES.length)
  const judge = (a: Traits, b: Traits): void => {
    if (firstShared(a.blocks, b.blocks) !== key) return
    const odds = oddsOf(a, b, weights, values)
    if (odds !== null && odds > 0) links.push(a.id < b.id ? { a: a.id, b: b.id, odds } : { a: b.id, b: a.id, odds })
  }
  const present = new Set(members.map(({ id }) => id))
  if (!whole)
    for (const [a, b] of neighbours(first)) {
      const edge = known.get(pairKey(a.id, b.id))
      if (edge) links.push(edge)
      else judge(a, b)
    }
  else if (before?.whole && before.members.every((id) => kept.has(id) && present.has(id))) {
    // Where claims were only added, all that stood for their statements before, and still do, were compared with each other.
    const stood = new Set(statementsOf(members.filter(({ id }) => kept.has(id))).map((statement) => statement[0]!.id))
    links.push(...known.values())
    const come = first.filter(({ id }) => !stood.has(id))
    const old = first.filter(({ id }) => stood.has(id))
    for (const [i, one] of come.entries()) for (const other of [...old, ...come.slice(i + 1)]) judge(one, other)
  } else for (let i = 0; i < first.length; i++) for (let j = i + 1; j < first.length; j++) judge(first[i]!, first[j]!)
  return { members: members.map(({ id }) => id), links, whole }
}
/** Log-odds that two claims tell of one happening, null where they cannot. */
export const oddsOf = (a: Traits, b: Traits, weights: Float64Array, values = new Float64Array(FEATURES.length)): number | null => {
  if (a.signature === b.signature) return SAME_WORDS
  if (cannotLink(a, b)) return null
  compare(a, b, values)
  return Math.round(logOdds(values, weights) * 1e6) / 1e6
}

export const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

/** Each statement with those that stand near it by trigger or by time. */
function* neighbours(statements: readonly Traits[]): Generator<readonly [Traits, Traits]> {
  const seen = new Set<string>()
  for (const order of [byTrigger, byTime]) {
    const sorted = [...statements].sort(order)
    for (let i = 0; i < sorted.length; i++)
      for (let j = i + 1; j <= i + NEIGHBOURS && j < sorted.length; j++) {
        const [a, b] = sorted[i]!.id < sorted[j]!.id ? [sorted[i]!, sorted[j]!] : [sorted[j]!, sorted[i]!]
        const pair = pairKey(a.id, b.id)
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
