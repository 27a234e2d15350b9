/**
 * Measures which claims are judged to be of one happening on ECB+ dev, within topics, beside the baseline of the same head:
 * on the gold mentions, and on those that the program finds itself.
 *
 * npm run bench:coreference
 */
import { loadWeights, weightsArray } from '../src/link/compare.js'
import { byLinking, bySameHead, goldEvents, goldMentions, predictedMentions } from './ecb-clusters.js'
import { readMentions } from './ecb-reading.js'
import { readEcb } from './ecbplus.js'
import { writeSection } from './results.js'
import { conll } from './scores.js'

const weights = weightsArray(loadWeights())
const documents = readEcb('dev')
const truth = goldEvents(documents)
const gold = goldMentions(documents)
const predicted = predictedMentions(await readMentions('dev'))
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
  row('gold', 'same head', conll(bySameHead(gold), truth)),
  row('gold', 'Herodot', conll(byLinking(gold, weights), truth)),
  row('predicted', 'same head', conll(bySameHead(predicted), truth)),
  row('predicted', 'Herodot', conll(byLinking(predicted, weights), truth)),
  row('predicted, those on gold ones only', 'same head', conll(bySameHead(aligned), truthFound)),
  row('predicted, those on gold ones only', 'Herodot', conll(byLinking(aligned, weights), truthFound)),
]
const about = `${documents.length} documents, ${truth.size} gold mentions of ${new Set(truth.values()).size} events; ${predicted.length} predicted mentions, ${aligned.length} of them on gold ones.`
const table = ['| mentions | | MUC P / R / F1 | B³ | CEAF-e | CoNLL F1 |', '|---|---|--:|--:|--:|--:|', ...rows].join('\n')
console.log(`${about}\n${table}`)
writeSection('coreference', `${about}\n\n${table}`)
