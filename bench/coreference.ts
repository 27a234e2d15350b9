/**
 * Measures which claims are judged to be of one happening on ECB+ dev, within topics, beside the baseline of the same head.
 *
 * npx tsx bench/coreference.ts
 */

import { cluster } from '../src/link/cluster.js'
import { loadWeights, weightsArray } from '../src/link/compare.js'
import { byCodeUnit } from '../src/link/input.js'
import { type Edge, oddsOf } from '../src/link/pairs.js'
import type { Traits } from '../src/link/traits.js'
import { readEcb } from './ecbplus.js'
import { conll } from './scores.js'

const linked = (claims: readonly Traits[], weights: Float64Array): readonly (readonly string[])[] => {
  const sorted = [...claims].sort((a, b) => byCodeUnit(a.id, b.id))
  const edges: Edge[] = []
  for (let i = 0; i < sorted.length; i++)
    for (let j = i + 1; j < sorted.length; j++) {
      const odds = oddsOf(sorted[i]!, sorted[j]!, weights)
      if (odds !== null && odds > 0) edges.push({ a: sorted[i]!.id, b: sorted[j]!.id, odds })
    }
  return cluster(sorted, edges, weights)
}

const part = process.argv[3] === 'train' ? 'train' : 'dev'
const documents = readEcb(part)
const truth = new Map(documents.flatMap(({ mentions }) => mentions.map(({ traits, event }) => [traits.id, event] as const)))
const sameHead = new Map(
  documents.flatMap(({ topic, mentions }) => mentions.map(({ traits }) => [traits.id, `${topic} ${traits.lemma}`] as const)),
)
const sameHeadAndStory = new Map(
  documents.flatMap(({ topic, name, mentions }) =>
    mentions.map(({ traits }) => [traits.id, `${topic} ${name.endsWith('plus')} ${traits.lemma}`] as const),
  ),
)
const clustersAt = (shift: number) => {
  const weights = weightsArray(loadWeights())
  weights[weights.length - 1]! += shift
  const found = new Map<string, string>()
  for (const topic of new Set(documents.map((document) => document.topic)))
    for (const group of linked(
      documents.filter((document) => document.topic === topic).flatMap(({ mentions }) => mentions.map(({ traits }) => traits)),
      weights,
    ))
      for (const id of group) found.set(id, group[0]!)
  return found
}
const show = (name: string, { muc, bCubed, ceafE, f1 }: ReturnType<typeof conll>) =>
  console.log(
    name.padEnd(24),
    [muc, bCubed, ceafE]
      .map((score) => `${(100 * score.precision).toFixed(1)}/${(100 * score.recall).toFixed(1)}/${(100 * score.f1).toFixed(1)}`)
      .join('  '),
    (100 * f1).toFixed(2),
  )

console.log(documents.length, 'documents', truth.size, 'mentions', new Set(truth.values()).size, 'events')
show('same head', conll(sameHead, truth))
show('same head, gold stories', conll(sameHeadAndStory, truth))
for (const shift of (process.argv[2] ?? '0').split(',').map(Number)) show(`link ${shift}`, conll(clustersAt(shift), truth))
