import type { Coder } from '../claim.js'
import type { Ingested } from '../ingest/ingest.js'
import type { OpenReader } from '../reader.js'
import { READER_MODULES, type ReaderModules, readReports } from '../workers.js'
import { type AddEvent, storeAll } from './add.js'
import type { Record } from './record.js'
import { relink } from './relink.js'
import { type ReportColumns, restoreReading } from './store.js'

export interface RecodeOptions {
  readonly workers?: number | undefined
  readonly modules?: ReaderModules | undefined
  /** Reports by id; all by default. */
  readonly reports?: readonly string[] | undefined
  readonly now?: (() => number) | undefined
}

/**
 * Reads stored reports again where the results that hold are another coder's; both results are kept, and those that the coder had stored
 * before hold again without being read. Can be stopped and begun again.
 */
export async function* recodeReports(record: Record, options: RecodeOptions = {}): AsyncGenerator<AddEvent> {
  const { workers, modules = READER_MODULES, reports, now } = options
  const coder = await presentCoder(modules)
  for (const { id, doc } of record.all<{ id: string; doc: string }>(
    KNOWN,
    coder.name,
    coder.version,
    coder.model,
    list(reports),
    list(reports),
  ))
    if (restoreReading(record, id, coder)) yield { file: doc, stored: { report: id, outcome: 'recoded' }, problems: [] }
  yield* storeAll(record, readReports(stale(record, coder, reports), { workers }, modules), { now })
  relink(record)
}

/** How many reports `recodeReports` would read. */
export const countStale = async (record: Record, { modules = READER_MODULES, reports }: RecodeOptions): Promise<number> => {
  const { name, version, model } = await presentCoder(modules)
  const values = [name, version, model, list(reports), list(reports)]
  const unread = record.one<{ n: number }>(`SELECT count(*) AS n FROM report r WHERE ${STALE}`, ...values)!.n
  return unread + record.all(KNOWN, ...values).length
}

const presentCoder = async ({ pipeline }: ReaderModules): Promise<Coder> => {
  const { openReader } = (await import(pipeline.href)) as { openReader: OpenReader }
  const reader = await openReader()
  await reader.close()
  return reader.coder
}

const STALE = `NOT EXISTS (SELECT 1 FROM reading g JOIN coder k ON k.key = g.coder WHERE g.report = r.key AND k.name = ? AND k.version = ? AND k.model = ?)
  AND (? IS NULL OR r.id IN (SELECT value FROM json_each(?)))`

/** Those that the coder read once, before another. */
const KNOWN = `SELECT r.id, r.doc FROM report r JOIN reading g ON g.report = r.key AND g.present = 0 JOIN coder k ON k.key = g.coder
  WHERE k.name = ? AND k.version = ? AND k.model = ? AND (? IS NULL OR r.id IN (SELECT value FROM json_each(?))) ORDER BY r.key`

const list = (reports: readonly string[] | undefined): string | null => (reports === undefined ? null : JSON.stringify(reports))

const BATCH = 50

async function* stale(record: Record, { name, version, model }: Coder, reports: readonly string[] | undefined): AsyncGenerator<Ingested> {
  let last = 0
  for (;;) {
    const rows = record.all<ReportColumns>(
      `SELECT r.* FROM report r WHERE r.key > ? AND ${STALE} ORDER BY r.key LIMIT ${BATCH}`,
      last,
      name,
      version,
      model,
      list(reports),
      list(reports),
    )
    for (const row of rows) yield { file: row.doc, report: storedReport(row), problems: [] }
    if (rows.length < BATCH) return
    last = rows.at(-1)!.key
  }
}

export const storedReport = ({ doc, publisher, url, title, byline, published, language, text, raw_sha, text_sha }: ReportColumns) => ({
  doc,
  publisher,
  url,
  title,
  byline,
  published,
  language,
  text,
  sha256: { raw: raw_sha, text: text_sha },
})
