/**
 * Measures how fast a generated record answers: every kind of query as the command line asks it, and every endpoint of the API.
 *
 * npm run bench:queries [-- CLAIMS [FILE]]   FILE keeps the record and is used again; without it the record goes when all is measured
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { app } from '../src/serve/app.js'
import { Events } from '../src/serve/events.js'
import { Jobs } from '../src/serve/jobs.js'
import { namesOf } from '../src/serve/security.js'
import { Team } from '../src/serve/team/team.js'
import { calls } from './queries/calls.js'
import { endpoints } from './queries/endpoints.js'
import { recordWith } from './queries/record.js'
import { samplesOf } from './queries/samples.js'
import { writeSection } from './results.js'

const [size = '100000', file] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'herodot-queries-'))
const record = recordWith(Number(size), file ?? join(folder, 'record.db'), console.error)
// The server keeps slow answers as long as nothing is written; a write between two requests makes each the first of its kind.
record.db.exec('CREATE TEMP TABLE tick (n)')

const RUNS = 12
/** Milliseconds after which no run more is begun. */
const ENOUGH = 4000

interface Timed {
  readonly what: string
  readonly first: number
  readonly median: number
  readonly p95: number
  /** Processor time, which other work on the machine does not stretch. */
  readonly cpu: number
}

/** The first run, which may read what later ones find in memory, stands by itself. */
const timed = async (what: string, run: (n: number) => unknown): Promise<Timed> => {
  const times: number[] = []
  const used: number[] = []
  const begun = performance.now()
  for (let n = 0; n <= RUNS && (n < 3 || performance.now() - begun < ENOUGH); n++) {
    record.run('INSERT INTO temp.tick VALUES (1)')
    const start = performance.now()
    const before = process.cpuUsage()
    await run(n)
    const { user, system } = process.cpuUsage(before)
    times.push(performance.now() - start)
    used.push((user + system) / 1000)
  }
  const [first, ...warm] = times as [number, ...number[]]
  const sorted = warm.sort((a, b) => a - b)
  return {
    what,
    first,
    median: middle(sorted),
    p95: sorted[Math.ceil(sorted.length * 0.95) - 1]!,
    cpu: middle(used.slice(1).sort((a, b) => a - b)),
  }
}

const middle = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!

const number = (time: number) => (time < 10 ? time.toFixed(1) : Math.round(time).toLocaleString('en'))
const table = (title: string, rows: readonly Timed[]): string =>
  [
    `| ${title} | first, ms | median, ms | p95, ms | processor, median ms |`,
    '|---|--:|--:|--:|--:|',
    ...rows.map(
      ({ what, first, median, p95, cpu }) => `| ${what} | ${number(first)} | ${number(median)} | ${number(p95)} | ${number(cpu)} |`,
    ),
  ].join('\n')

const team = new Team(join(folder, 'team.db'), Date.now)
const events = new Events()
const serving = {
  ...{ record, team, events, access: 'open' as const, secure: false, baseMap: null, author: 'bench', publications: folder, now: Date.now },
  jobs: new Jobs(record, events, {}),
  fault: (error: unknown) => {
    throw error
  },
}
const { fetch } = app(serving, { names: namesOf('127.0.0.1', null), token: null, web: folder, version: '0' })
const ask = async (path: string): Promise<void> => {
  const answer = await fetch(new Request(`http://127.0.0.1/api/v1${path}`, { headers: { host: '127.0.0.1' } }))
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`)
}

const load = loadavg()[0]!
const samples = samplesOf(record)
const measured: { readonly [part: string]: Timed[] } = { calls: [], endpoints: [] }
for (const [what, run] of calls(record, samples)) measured.calls!.push(await timed(what, run))
for (const [what, path] of endpoints(samples)) measured.endpoints!.push(await timed(`\`${what}\``, (n) => ask(path(n))))

const { claims, reports, incidents } = record.one<{ claims: number; reports: number; incidents: number }>(
  `SELECT (SELECT count(*) FROM claim WHERE current = 1) AS claims, (SELECT count(*) FROM report) AS reports, (SELECT count(*) FROM incident) AS incidents`,
)!
const name = `queries-${claims >= 500_000 ? '1m' : '100k'}`
const about = `${claims.toLocaleString('en')} claims, ${reports.toLocaleString('en')} reports, ${incidents.toLocaleString('en')} incidents; ${Math.round(process.memoryUsage().rss / 1e6).toLocaleString('en')} MB. Each kind of question is asked with different values. Load average ${load.toFixed(1)} at the start, on ${availableParallelism()} cores.`
const body = [about, table('query', measured.calls!), table('endpoint', measured.endpoints!)].join('\n\n')
console.log(body)
writeSection(name, body)
team.close()
record.close()
rmSync(folder, { recursive: true })
