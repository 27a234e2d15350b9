/**
 * Measures speed and memory in one run: the command line on whole reports, beside wink-nlp and, where `CORENLP_HOME` says where it is,
 * Stanford CoreNLP on the same ones, and on very many small ones.
 *
 * npm run bench:speed [-- SMALL]   SMALL is over how many small reports memory is watched, 10,000 by default
 *
 * The reports are those of examples/, so that anyone can run it. Writes the table of bench/RESULTS.md between its `speed` marks.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Reading } from '../src/claim.js'
import { splitSentences } from '../src/parse/sentences.js'
import { COMMAND } from './components/read.js'
import { winkRead } from './reference/wink.js'
import { writeSection } from './results.js'
import { ANNOTATORS, corenlpTime } from './speed/corenlp.js'
import { runCommand } from './speed/run.js'
import { stageTimes } from './speed/stages.js'

/** How often the examples are read, so that one run takes some seconds. */
const COPIES = 4
const STARTS = 5
const SMALL = Number(process.argv[2] ?? 10_000)
/** Sentences of a small report. */
const SMALL_SENTENCES = 1

const examples = resolve(import.meta.dirname, '../examples')
const reports = execFileSync(process.execPath, [COMMAND, 'read', '--jsonl', '--quiet', examples], { encoding: 'utf8', maxBuffer: 1 << 28 })
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as Reading).report)
const folder = mkdtempSync(join(tmpdir(), 'herodot-speed-'))
const put = (part: string, number: number, report: object): void =>
  writeFileSync(join(folder, part, `${String(number).padStart(5, '0')}.report.json`), JSON.stringify(report))

mkdirSync(join(folder, 'whole'))
mkdirSync(join(folder, 'small'))
const draft = ({ title, publisher, published }: (typeof reports)[number]) => ({ title, publisher, published })
for (let i = 0; i < COPIES * reports.length; i++) {
  const report = reports[i % reports.length]!
  put('whole', i, { doc: `r${i}`, text: report.text, ...draft(report) })
}
const sentences = reports.flatMap((report) =>
  splitSentences(report.text).map(({ start, end }) => ({ text: report.text.slice(start, end), ...draft(report) })),
)
for (let i = 0; i < SMALL; i++) {
  const own = Array.from({ length: SMALL_SENTENCES }, (_, k) => sentences[(i * SMALL_SENTENCES + k) % sentences.length]!)
  put('small', i, { ...own[0], doc: `s${i}`, text: own.map(({ text }) => text).join(' ') })
}

const cores = availableParallelism()
const load = loadavg()[0]!.toFixed(1)
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!
const whole = COPIES * reports.length
const inAll = COPIES * sentences.length

const starts: number[] = []
for (let i = 0; i < STARTS; i++) starts.push((await runCommand([join(examples, 'tigray-2020-11-24-mai-kadra.txt')], 1)).first)
const one = await runCommand([join(folder, 'whole')], 1)
const all = await runCommand([join(folder, 'whole')], cores)
const rate = (count: number, milliseconds: number): string => ((1000 * count) / milliseconds).toFixed(0)
/** From the first line on, so that starting is not counted; the first report is not either. */
const per = ({ first, last }: typeof one, count: number) => rate(count * (1 - 1 / whole), last - first)

for (const { text } of reports) winkRead(text)
const winkStart = performance.now()
for (let i = 0; i < COPIES; i++) for (const { text } of reports) winkRead(text)
const wink = performance.now() - winkStart

const corenlp = corenlpTime(reports.map(({ text }) => text))
if (corenlp === null) console.log('Stanford CoreNLP is left out: CORENLP_HOME does not say where it is (bench/reference/corenlp/pom.xml)')
const corenlpRate = (count: number): string => (corenlp === null ? '' : ((1000 * count) / corenlp).toFixed(2))

const { stages, processor } = await stageTimes(reports)
const inStages = stages.reduce((sum, { milliseconds }) => sum + milliseconds, 0)

const small = await runCommand([join(folder, 'small')], 1, true)
rmSync(folder, { recursive: true })
const peak = (from: number, to: number): string =>
  Math.max(
    0,
    ...small.memory.filter(({ lines }) => lines >= from * SMALL && lines <= to * SMALL).map(({ mebibytes }) => mebibytes),
  ).toFixed(0)

const body = `\`npm run bench:speed\`: ${whole} reports (${COPIES} times those of \`examples/\`, ${inAll} sentences) on ${cores} cores (${cpus()[0]!.model.trim()}), load average ${load} at the start.

| what | Herodot | wink-nlp (parts of speech and entities only) | Stanford CoreNLP (${ANNOTATORS}) |
|---|---|---|---|
| sentences a second, one core | ${per(one, inAll)} | ${rate(inAll, wink)} | ${corenlpRate(sentences.length)} |
| reports a second, one core | ${((1000 * (whole - 1)) / (one.last - one.first)).toFixed(1)} | ${rate(whole, wink)} | ${corenlpRate(reports.length)} |
| sentences a second of processor time, with the profiler on | ${rate(sentences.length, processor)} | | |
| sentences a second, all cores | ${per(all, inAll)} | | |
| start to the first report's claims, median of ${STARTS} | ${(median(starts) / 1000).toFixed(2)} s | | |
| memory, first tenth of ${SMALL.toLocaleString('en')} small reports | ${peak(0, 0.1)} MiB | | |
| memory, middle tenth | ${peak(0.45, 0.55)} MiB | | |
| memory, last tenth | ${peak(0.9, 1)} MiB | | |
| small reports a second (a sentence each) | ${rate(SMALL - 1, small.last - small.first)} | | |

| stage | share of the time of reading |
|---|---|
${stages.map(({ stage, milliseconds }) => `| ${stage} | ${((100 * milliseconds) / inStages).toFixed(0)}% |`).join('\n')}`
console.log(body)
writeSection('speed', body)
