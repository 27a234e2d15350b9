/**
 * Learns `knowledge/link-weights.json`: a logistic regression over pairs of claims. Words, names, story and actors are learnt on
 * ECB+ train (gold mentions, pairs within a topic); place, time and figures, which it does not give, on a generated archive.
 * Both count the same.
 *
 * npx tsx bench/link-weights.ts
 */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cannotLink, compare, FEATURES, type Feature, type Weights } from '../src/link/compare.js'
import { storyOf, type Traits, traitsOf } from '../src/link/traits.js'
import { readEcb } from './ecbplus.js'
import { archive } from './generate/archive.js'

const PARAMETERS = FEATURES.length + 1

interface Pairs {
  readonly rows: Float64Array[]
  readonly truth: boolean[]
}

const pairsOf = (claims: readonly (readonly [Traits, string])[], into: Pairs, candidate: (a: Traits, b: Traits) => boolean): void => {
  for (let i = 0; i < claims.length; i++)
    for (let j = i + 1; j < claims.length; j++) {
      const [a, x] = claims[i]!
      const [b, y] = claims[j]!
      if (a.signature === b.signature || a.family !== b.family || !candidate(a, b)) continue
      const row = new Float64Array(PARAMETERS)
      compare(a, b, row.subarray(0, FEATURES.length))
      row[FEATURES.length] = 1
      into.rows.push(row)
      into.truth.push(x === y)
    }
}

const ecbPairs = (): Pairs => {
  const pairs: Pairs = { rows: [], truth: [] }
  const documents = readEcb('train')
  for (const topic of new Set(documents.map((document) => document.topic)))
    pairsOf(
      documents
        .filter((document) => document.topic === topic)
        .flatMap(({ mentions }) => mentions.map(({ traits, event }) => [traits, event] as const)),
      pairs,
      () => true,
    )
  return pairs
}

const archivePairs = (): Pairs => {
  const pairs: Pairs = { rows: [], truth: [] }
  const window: (readonly [Traits, string])[] = []
  let batch = 0
  for (const told of archive({ seed: 1, reports: 900 })) {
    if (told.copyOf) continue
    const story = storyOf(told.report, told.claims)
    for (const [i, claim] of told.claims.entries()) {
      const traits = traitsOf(claim, told.report, story)
      if (traits && told.truth[i] !== null) window.push([traits, told.truth[i]!])
    }
    if (++batch % 150 > 0) continue
    pairsOf(window.splice(0), pairs, (a, b) => !cannotLink(a, b) && a.blocks.some((block) => b.blocks.includes(block)))
  }
  return pairs
}

/**
 * Newton's method on the penalised log-likelihood for the given parameters, the others held. All of `rows` together count as `SIZE` pairs.
 */
const learn = ({ rows, truth }: Pairs, free: ReadonlySet<number>, weights: Float64Array): void => {
  const share = SIZE / rows.length
  const given = rows.map((row) => [...row.keys()].filter((i) => row[i] !== 0))
  for (let step = 0; step < 60; step++) {
    const gradient = weights.map((weight, i) => (free.has(i) ? -RIDGE * weight : 0))
    const hessian = Array.from({ length: PARAMETERS }, (_, i) =>
      Float64Array.from({ length: PARAMETERS }, (__, j) => (i === j ? RIDGE : 0)),
    )
    for (const [n, row] of rows.entries()) {
      let odds = 0
      for (const i of given[n]!) odds += row[i]! * weights[i]!
      const p = 1 / (1 + Math.exp(-odds))
      const error = share * ((truth[n] ? 1 : 0) - p)
      const spread = share * p * (1 - p)
      for (const i of given[n]!) {
        if (!free.has(i)) continue
        gradient[i]! += error * row[i]!
        for (const j of given[n]!) if (free.has(j)) hessian[i]![j]! += spread * row[i]! * row[j]!
      }
    }
    const change = solve(hessian, gradient)
    for (let i = 0; i < PARAMETERS; i++) weights[i]! += Math.max(-0.5, Math.min(0.5, change[i]!))
    if (Math.max(...change.map(Math.abs)) < 1e-5) break
  }
}

const RIDGE = 2
const SIZE = 20_000

const solve = (matrix: Float64Array[], right: Float64Array): Float64Array => {
  const n = right.length
  const rows = matrix.map((row, i) => Float64Array.from([...row, right[i]!]))
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i
    ;[rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!]
    for (let i = 0; i < n; i++) {
      if (i === k) continue
      const factor = rows[i]![k]! / rows[k]![k]!
      if (factor !== 0) for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!
    }
  }
  return Float64Array.from({ length: n }, (_, i) => rows[i]![n]! / rows[i]![i]!)
}

const BIAS = FEATURES.length
const index = (names: readonly Feature[]) => names.map((name) => FEATURES.indexOf(name))
const WORDS = index(['same-trigger', 'trigger-in-words', 'words', 'names', 'story', 'trigger-and-story', 'same-report', 'same-sentence', 'same-actor', 'like-actor', 'other-actor', 'same-recipient', 'like-recipient', 'other-recipient', 'containing-place', 'place-unknown', 'other-sign']) // biome-ignore format: a list

/** Log-odds added to pairs without dates: of 0.7, 1, 1.3 and 1.6 the best for CoNLL F1 on ECB+ train. */
const UNDATED = 1
const learnt = new Float64Array(PARAMETERS)
const [ecb, generated] = [ecbPairs(), archivePairs()]
for (const { rows, truth } of [ecb, generated]) console.log(rows.length, 'pairs', truth.filter(Boolean).length, 'of one happening')
learn(ecb, new Set([...WORDS, BIAS]), learnt)
const NOWHERE = FEATURES.indexOf('place-unknown')
const undated = learnt[BIAS]! + learnt[NOWHERE]! + UNDATED
learn(
  generated,
  new Set(
    [BIAS, ...FEATURES.keys()].filter(
      (i) => i === BIAS || !WORDS.includes(i) || i === FEATURES.indexOf('containing-place') || i === FEATURES.indexOf('place-unknown'),
    ),
  ),
  learnt,
)
// A pair without dates is judged as those of ECB+ are, which have none and seldom a place.
learnt[FEATURES.indexOf('time-unknown')] = undated - learnt[BIAS]! - learnt[NOWHERE]!
const round = (value: number) => Math.round(value * 1000) / 1000
const weights: Weights = {
  about:
    'Log-odds that two claims tell of one happening; learnt by bench/link-weights.ts: words and actors on ECB+ train, the rest on a generated archive.',
  bias: round(learnt[BIAS]!),
  weights: Object.fromEntries(FEATURES.map((feature, i) => [feature, round(learnt[i]!)])) as Record<Feature, number>,
}
console.log(weights)
writeFileSync(join(resolve(import.meta.dirname, '..'), 'knowledge/link-weights.json'), `${JSON.stringify(weights, null, 2)}\n`)
