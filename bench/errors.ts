/**
 * Counts what is wrong with the rows of the tuning reports: which field, and whether it was missed, too much or another.
 *
 * npm run bench:errors [-- --show N]   prints the N worst rows, too, for reading; they are texts, and stay out of the repository
 *
 * A row is a claim that gold has and does not call optional, or that the program found and gold has not.
 * The worst rows are those with the most fields wrong, of these the surest first.
 * Writes the table of bench/ERRORS.md between its `fields` marks.
 */
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Claim } from '../src/claim.js'
import { BENCH, type CodedReports, type Compared, readCoded, tuningReports } from './coded.js'
import { writeSection } from './results.js'

const FIELDS = ['actor', 'recipient', 'place', 'source', 'status', 'negated'] as const
const WAYS = ['missed', 'extra', 'wrong'] as const
const WORST = 100

if (!existsSync(BENCH)) {
  console.error(`bench: ${BENCH} is not there`)
  process.exit(2)
}
const { values } = parseArgs({ options: { show: { type: 'string' } } })
const coded = readCoded(tuningReports())
const rows = coded.compared.filter(({ optional }) => !optional)
const faults = (row: Compared): number => (row.typed ? Object.keys(row.wrong).length : 1)
const worst = rows
  .filter((row) => faults(row) > 0)
  .sort((a, b) => faults(b) - faults(a) || (b.confidence ?? 0) - (a.confidence ?? 0))
  .slice(0, WORST)

const count = (list: readonly Compared[], fits: (row: Compared) => boolean): string => String(list.filter(fits).length)
const line = (name: string, cells: (list: readonly Compared[]) => readonly string[]): string =>
  `| ${[name, ...cells(rows), ...cells(worst)].join(' | ')} |`
const whole = (name: string, fits: (row: Compared) => boolean) => line(name, (list) => ['', '', '', count(list, fits)])
const lines = [
  `| what is wrong | missed | extra | another | rows | of the ${WORST} worst: missed | extra | another | rows |`,
  '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
  whole('nothing', (row) => faults(row) === 0),
  whole('the claim was missed', (row) => row.found === null),
  whole('gold has no such claim', (row) => row.gold === null),
  whole('the type', (row) => row.gold !== null && row.found !== null && !row.typed),
  ...FIELDS.map((field) =>
    line(field, (list) => [
      ...WAYS.map((way) => count(list, ({ wrong }) => wrong[field] === way)),
      count(list, ({ wrong }) => wrong[field] !== undefined),
    ]),
  ),
  whole('one field alone', (row) => row.typed && faults(row) === 1),
  whole('two fields', (row) => faults(row) === 2),
  whole('three or more', (row) => faults(row) > 2),
]
const body = `\`npm run bench:errors\`: ${rows.length} rows of ${coded.gold.size} tuning reports.\n\n${lines.join('\n')}`
console.log(body)
writeSection('fields', body, 'ERRORS.md')

const words = (claim: Claim | undefined): string =>
  claim === undefined
    ? '–'
    : [
        `${claim.type} ‘${claim.trigger.text}’`,
        ...(['actor', 'recipient', 'place'] as const).map((role) => `${role}: ${claim[role].map(({ text }) => text).join('; ') || '–'}`),
        `source: ${claim.attribution.length === 0 ? '–' : (claim.attribution.at(-1)?.source?.text ?? 'nobody')}`,
        claim.status,
        ...(claim.negated ? ['negated'] : []),
      ].join(' | ')

const sentenceOf = ({ readings }: CodedReports, { doc }: Compared, claim: Claim): string => {
  const { text } = readings.get(doc)!.report
  const { start, end } = claim.trigger.span
  return text
    .slice(Math.max(0, text.lastIndexOf('\n', start) + 1, start - 200), end + 160)
    .split('\n')[0]!
    .trim()
}

for (const row of worst.slice(0, Number(values.show ?? 0))) {
  const gold = row.gold === null ? undefined : coded.gold.get(row.doc)![row.gold]
  const found = row.found === null ? undefined : coded.readings.get(row.doc)!.claims[row.found]
  console.log(
    `\n${row.doc} ${JSON.stringify(row.wrong)}\n  ${sentenceOf(coded, row, (gold ?? found)!)}\n  gold:  ${words(gold)}\n  found: ${words(found)}`,
  )
}
