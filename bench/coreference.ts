/**
 * Measures which claims are judged to be of one happening on ECB+ dev, within topics, beside the baseline of the same head.
 *
 * npm run bench:coreference [-- SHIFT,... [train]]   SHIFT is added to the bias, to choose one on train
 */

import { cluster } from '../src/link/cluster.js'
import { loadWeights, weightsArray } from '../src/link/compare.js'
import { byCodeUnit } from '../src/link/input.js'
import { type Edge, oddsOf } from '../src/link/pairs.js'
import type { Traits } from '../src/link/traits.js'
import { readEcb } from './ecbplus.js'
import { writeSection } from './results.js'
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
const row = (name: string, { muc, bCubed, ceafE, f1 }: ReturnType<typeof conll>) =>
  `| ${[name, ...[muc, bCubed, ceafE].map((score) => [score.precision, score.recall, score.f1].map((value) => (100 * value).toFixed(1)).join(' / ')), (100 * f1).toFixed(1)].join(' | ')} |`

const rows = [
  row('same head, within topics', conll(sameHead, truth)),
  row('same head, stories given by gold', conll(sameHeadAndStory, truth)),
  ...(process.argv[2] ?? '0')
    .split(',')
    .map((shift) => row(`Herodot${shift === '0' ? '' : ` ${shift}`}`, conll(clustersAt(Number(shift)), truth))),
]
const table = ['| | MUC P / R / F1 | B³ | CEAF-e | CoNLL F1 |', '|---|--:|--:|--:|--:|', ...rows].join('\n')
console.log(`${documents.length} documents, ${truth.size} mentions, ${new Set(truth.values()).size} events\n${table}`)
if (process.argv.length === 2) writeSection('coreference', table)
