/**
 * Measures how far the confidence of claims can be believed: expected calibration error, a reliability table and plot, and what `--min-confidence` keeps.
 *
 * npm run bench:calibration
 *
 * Reads the tuning reports, which the map from raw to calibrated confidence was fitted on, and the development benchmark, which it was not.
 * A claim is right where gold has one of the same type on its trigger; one that gold has as optional counts neither way.
 * Writes the tables of bench/RESULTS.md between its `calibration` marks and model/reliability.svg.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Bin, binsOf, expectedError, type Judged, judgedOf, type Kept, keptFrom } from './calibration/measure.js'
import { reliabilityPlot } from './calibration/plot.js'
import { BENCH, readCoded, tuningReports } from './coded.js'
import { writeSection } from './results.js'

const PLOT = resolve(import.meta.dirname, '../model/reliability.svg')
const LEAST = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9]
const BINS = 10

if (!existsSync(BENCH)) {
  console.error(`bench: ${BENCH} is not there`)
  process.exit(2)
}

const percent = (share: number): string => (Number.isFinite(share) ? (100 * share).toFixed(1) : '–')
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '--:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const sets = [
  { name: 'tuning reports', folder: tuningReports() },
  { name: 'claims/dev', folder: join(BENCH, 'dev') },
].map(({ name, folder }) => {
  const { compared, gold } = readCoded(folder)
  const judged: Judged[] = judgedOf(compared)
  const bins: Bin[] = binsOf(judged, BINS)
  const kept: Kept[] = LEAST.map((least) => keptFrom(compared, least))
  return { name, reports: gold.size, judged, bins, kept, error: expectedError(judged, BINS) }
})

const body = [
  '`npm run bench:calibration`. Right: gold has a claim of the same type on the trigger; what gold has as optional counts neither way.',
  table(
    ['reports', 'n', 'claims', 'expected calibration error', 'mean confidence', 'right'],
    sets.map(({ name, reports, judged, error }) => [
      name,
      String(reports),
      String(judged.length),
      error.toFixed(3),
      percent(judged.reduce((sum, { confidence }) => sum + confidence, 0) / judged.length),
      percent(judged.filter(({ right }) => right).length / judged.length),
    ]),
  ),
  ...sets.map(({ name, bins, kept }) =>
    [
      `${name[0]!.toUpperCase()}${name.slice(1)}: confidence against what is right, and what \`--min-confidence\` keeps.`,
      table(
        ['confidence', 'claims', 'mean', 'right'],
        bins.map(({ from, to, n, mean, right }) => [`${from.toFixed(1)}–${to.toFixed(1)}`, String(n), percent(mean), percent(right)]),
      ),
      table(
        ['--min-confidence', 'claims', 'precision', 'recall'],
        kept.map(({ least, n, precision, recall }) => [least.toFixed(1), String(n), percent(precision), percent(recall)]),
      ),
    ].join('\n\n'),
  ),
].join('\n\n')
console.log(body)
writeSection('calibration', body)
writeFileSync(PLOT, reliabilityPlot(sets))
