/**
 * Fifty people read and three review at once, as pages of the application do: no request may fail and no decision be lost.
 *
 * npm run bench:load [-- MINUTES [CLAIMS]]   five minutes on a record of 100,000 claims where nothing is said
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { listDecisions, Record } from '../src/record/index.js'
import { serveRecord } from '../test/serve-record.js'
import { chanceOf } from './generate/random.js'
import { type Log, newLog } from './load/log.js'
import { reader, reviewer } from './load/people.js'
import { recordWith } from './queries/record.js'
import { samplesOf } from './queries/samples.js'
import { writeSection } from './results.js'

const READERS = 50
const REVIEWERS = 3
const [minutes = 5, size = 100_000] = process.argv.slice(2).map(Number)

const folder = mkdtempSync(join(tmpdir(), 'herodot-load-'))
const path = join(folder, 'record.db')
const made = recordWith(size, path, console.error)
const samples = samplesOf(made)
made.close()

const server = await serveRecord(path)
const log: Log = newLog()
const until = performance.now() + minutes * 60_000
const people = Array.from({ length: READERS + REVIEWERS }, (_, n) => {
  const who = { url: server.url, chance: chanceOf(n + 1), samples, log, until }
  return n < READERS ? reader(who) : reviewer(who, `reviewer-${n - READERS + 1}`)
})
await Promise.all(people)
await server.close()

const record = Record.open(path)
const kept = new Set<string>()
for (let cursor: string | undefined; ; ) {
  const { items, next } = listDecisions(record, {}, { limit: 1000, cursor })
  for (const { id } of items) kept.add(id)
  if (next === null) break
  cursor = next
}
record.close()
rmSync(folder, { recursive: true })

const found = log.decisions.filter((id) => kept.has(id)).length
const number = (value: number) => Math.round(value).toLocaleString('en')
const percentile = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const rows = [...new Set(log.answers.map(({ what }) => what))].sort().map((what) => {
  const times = log.answers.filter((one) => one.what === what).map(({ time }) => time)
  const sorted = times.sort((a, b) => a - b)
  return `| ${[what, number(sorted.length), ...[0.5, 0.95, 0.99, 1].map((share) => number(percentile(sorted, share)))].join(' | ')} |`
})
const body = [
  `${READERS} readers and ${REVIEWERS} reviewers for ${minutes} minutes on ${number(size)} claims: ${number(log.answers.length)} requests, ${log.errors.length} errors; ${log.decisions.length} decisions made, ${found} found in the record afterwards. Load average ${loadavg()[0]!.toFixed(1)} on ${availableParallelism()} cores.`,
  ['| | requests | median, ms | p95, ms | p99, ms | most, ms |', '|---|--:|--:|--:|--:|--:|', ...rows].join('\n'),
].join('\n\n')
console.log(body)
for (const error of new Set(log.errors)) console.error(error)
if (minutes >= 5) writeSection('load', body)
process.exitCode = log.errors.length > 0 || found < log.decisions.length ? 1 : 0
