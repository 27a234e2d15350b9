/**
 * Measures linking and the record on a generated archive whose truth is known: one record that grows to each size in turn.
 *
 * npm run bench:record [-- SIZE... [--record FILE]]   SIZE is a number of claims; FILE is kept
 */
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../src/record/database.js'
import { claimId, Record, relink, reportId, storeReading } from '../src/record/index.js'
import { archive, type Told } from './generate/archive.js'
import { readingOf } from './generate/reading.js'
import { writeSection } from './results.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { record: { type: 'string' } } })
const sizes = positionals.length > 0 ? positionals.map(Number) : [10_000, 30_000, 100_000]
const folder = mkdtempSync(join(tmpdir(), 'herodot-bench-'))
const file = values.record ?? join(folder, 'record.db')
if (existsSync(file)) throw new Error(`${file} is there already`)

const record = Record.open(file, { create: true })
/** What is true, beside the record, so that it takes no memory: of each claim the happening, of each report whose text it carries. */
const truth = openDatabase(join(folder, 'truth.db'), false)
truth.exec('PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; CREATE TABLE happening (claim TEXT PRIMARY KEY, id TEXT) WITHOUT ROWID')
truth.exec('CREATE TABLE copy (report TEXT PRIMARY KEY) WITHOUT ROWID')
const know = {
  happening: truth.prepare('INSERT INTO happening VALUES (?, ?)'),
  copy: truth.prepare('INSERT INTO copy VALUES (?)'),
}

const store = (some: readonly Told[]): void => {
  record.transaction(() => {
    for (const told of some) storeReading(record, readingOf(told))
  })
  truth.exec('BEGIN')
  for (const told of some) {
    const id = reportId(readingOf(told).report)
    for (const [i, { claim }] of told.claims.entries())
      if (told.truth[i] !== null) know.happening.run(claimId(id, claim.id), told.truth[i]!)
    if (told.copyOf) know.copy.run(id)
  }
  truth.exec('COMMIT')
}

const PORTION = 200
const reports = archive({ seed: 7, reports: Number.POSITIVE_INFINITY })
let claims = 0

/** Stores reports until the record has so many claims, and links them; gives milliseconds of processor time. */
const growTo = (size: number): { readonly storing: number; readonly linking: number } => {
  const start = process.cpuUsage()
  while (claims < size) {
    const some: Told[] = []
    while (some.length < PORTION && claims < size) {
      const told = reports.next().value as Told
      some.push(told)
      claims += told.claims.length
    }
    store(some)
  }
  const stored = process.cpuUsage(start)
  relink(record)
  const all = process.cpuUsage(start)
  const milliseconds = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1000
  return { storing: milliseconds(stored), linking: milliseconds(all) - milliseconds(stored) }
}

/** B³ (Bagga and Baldwin 1998) as a query, and F1 of the copies. */
const quality = () => {
  record.db.exec(`ATTACH '${join(folder, 'truth.db')}' AS true`)
  const shares = `SELECT count(*) AS n, sum(count(*)) OVER (PARTITION BY m.incident) AS found, sum(count(*)) OVER (PARTITION BY h.id) AS happened
    FROM true.happening h JOIN main.incident_claim m ON m.claim = h.claim GROUP BY m.incident, h.id`
  const { precision, recall } = record.db
    .prepare(`SELECT sum(1.0 * n * n / found) / sum(n) AS precision, sum(1.0 * n * n / happened) / sum(n) AS recall FROM (${shares})`)
    .get() as { precision: number; recall: number }
  const { hits, told, found } = record.db
    .prepare(
      `SELECT (SELECT count(*) FROM true.copy t JOIN main.copy c ON c.report = t.report) AS hits,
         (SELECT count(*) FROM true.copy) AS told, (SELECT count(*) FROM main.copy) AS found`,
    )
    .get() as { hits: number; told: number; found: number }
  record.db.exec('DETACH true')
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall), copies: (2 * hits) / (told + found) }
}

const number = (value: number): string => Math.round(value).toLocaleString('en')
const percent = (share: number): string => (100 * share).toFixed(1)
const count = (table: string): number => record.one<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)!.n

const HEAD = [
  '| claims | reports | storing, CPU ms a claim added | linking, CPU ms a claim added | incidents B³ P / R / F1 | copies F1 | incidents | contradictions | greatest memory, MB | file, MB |',
  '|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|',
]
const rows: string[] = []
for (const size of sizes) {
  const before = claims
  const { storing, linking } = growTo(size)
  const added = claims - before
  const { precision, recall, f1, copies } = quality()
  const cells = [
    number(claims),
    number(count('report')),
    (storing / added).toFixed(2),
    (linking / added).toFixed(2),
    [precision, recall, f1].map(percent).join(' / '),
    percent(copies),
    number(count('incident')),
    number(count('contradiction')),
    number(process.resourceUsage().maxRSS / 1000),
    number(statSync(file).size / 1e6),
  ]
  rows.push(`| ${cells.join(' | ')} |`)
  console.log(rows.at(-1))
  // A long run that is stopped leaves what it has.
  writeSection('record', [...HEAD, ...rows].join('\n'))
}
record.close()
truth.close()
rmSync(folder, { recursive: true })
