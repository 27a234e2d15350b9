/**
 * Measures which claims are judged to be of one happening on ECB+ dev, within topics, beside the baseline of the same head:
 * on the gold mentions, and on those that the program finds itself.
 *
 * npm run bench:coreference
 */
import { cluster } from '../src/link/cluster.js'
import { loadWeights, weightsArray } from '../src/link/compare.js'
import { byCodeUnit } from '../src/link/input.js'
import { type Edge, oddsOf } from '../src/link/pairs.js'
import type { Traits } from '../src/link/traits.js'
import { readMentions } from './ecb-reading.js'
import { readEcb } from './ecbplus.js'
import { writeSection } from './results.js'
import { conll } from './scores.js'

/** A mention by the name that it is scored under; without traits where it stands alone. */
interface Mention {
  readonly name: string
  readonly topic: string
  readonly lemma: string
  readonly traits: Traits | null
}

const weights = weightsArray(loadWeights())

const linked = (claims: readonly Traits[]): readonly (readonly string[])[] => {
  const sorted = [...claims].sort((a, b) => byCodeUnit(a.id, b.id))
  const edges: Edge[] = []
  for (let i = 0; i < sorted.length; i++)
    for (let j = i + 1; j < sorted.length; j++) {
      const [a, b] = [sorted[i]!, sorted[j]!]
      const odds = a.family === b.family ? oddsOf(a, b, weights) : null
      if (odds !== null && odds > 0) edges.push({ a: a.id, b: b.id, odds })
    }
  return cluster(sorted, edges, weights)
}

const sameHead = (mentions: readonly Mention[]): ReadonlyMap<string, string> =>
  new Map(mentions.map(({ name, topic, lemma }) => [name, `${topic} ${lemma}`]))

const byHerodot = (mentions: readonly Mention[]): ReadonlyMap<string, string> => {
  const found = new Map(mentions.map(({ name }) => [name, name]))
  for (const topic of new Set(mentions.map((mention) => mention.topic))) {
    const own = mentions.filter((mention) => mention.topic === topic)
    const names = new Map(own.flatMap(({ name, traits }) => (traits ? [[traits.id, name]] : [])))
    for (const group of linked(own.flatMap(({ traits }) => traits ?? [])))
      for (const id of group) found.set(names.get(id)!, names.get(group[0]!)!)
  }
  return found
}

const documents = readEcb('dev')
const truth = new Map(documents.flatMap(({ mentions }) => mentions.map(({ traits, event }) => [traits.id, event] as const)))
const gold = documents.flatMap(({ topic, mentions }) =>
  mentions.map(({ traits }) => ({ name: traits.id, topic, lemma: traits.lemma, traits })),
)
const read = await readMentions('dev')
const predicted = read.map(({ id, topic, lemma, traits, gold: on }) => ({ name: on?.id ?? id, topic, lemma, traits }))
const found = new Set(predicted.map(({ name }) => name))
const truthFound = new Map([...truth].filter(([name]) => found.has(name)))

const row = (mentions: string, name: string, { muc, bCubed, ceafE, f1 }: ReturnType<typeof conll>) => {
  const cells = [muc, bCubed, ceafE].map((score) =>
    [score.precision, score.recall, score.f1].map((value) => (100 * value).toFixed(1)).join(' / '),
  )
  return `| ${[mentions, name, ...cells, (100 * f1).toFixed(1)].join(' | ')} |`
}
const aligned = predicted.filter(({ name }) => truth.has(name))
const rows = [
  row('gold', 'same head', conll(sameHead(gold), truth)),
  row('gold', 'Herodot', conll(byHerodot(gold), truth)),
  row('predicted', 'same head', conll(sameHead(predicted), truth)),
  row('predicted', 'Herodot', conll(byHerodot(predicted), truth)),
  row('predicted, those on gold ones only', 'same head', conll(sameHead(aligned), truthFound)),
  row('predicted, those on gold ones only', 'Herodot', conll(byHerodot(aligned), truthFound)),
]
const about = `${documents.length} documents, ${truth.size} gold mentions of ${new Set(truth.values()).size} events; ${predicted.length} predicted mentions, ${aligned.length} of them on gold ones.`
const table = ['| mentions | | MUC P / R / F1 | B³ | CEAF-e | CoNLL F1 |', '|---|---|--:|--:|--:|--:|', ...rows].join('\n')
console.log(`${about}\n${table}`)
writeSection('coreference', `${about}\n\n${table}`)
