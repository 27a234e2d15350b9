import type { Coder } from '../claim.js'
import type { Ingested } from '../ingest/ingest.js'
import type { OpenReader } from '../reader.js'
import { READER_MODULES, type ReaderModules, readReports } from '../workers.js'
import { type AddEvent, storeAll } from './add.js'
import type { Record } from './record.js'
import { relink } from './relink.js'
import type { ReportColumns } from './store.js'

export interface RecodeOptions {
  readonly workers?: number | undefined
  readonly modules?: ReaderModules | undefined
  /** Reports by id; all by default. */
  readonly reports?: readonly string[] | undefined
  readonly now?: (() => number) | undefined
}

/** Reads stored reports again where another coder than the present one read them last; both results are kept. Can be stopped and begun again. */
export async function* recodeReports(record: Record, options: RecodeOptions = {}): AsyncGenerator<AddEvent> {
  const { workers, modules = READER_MODULES, reports, now } = options
  const coder = await presentCoder(modules)
  yield* storeAll(record, readReports(stale(record, coder, reports), { workers }, modules), { now })
  relink(record)
}

/** How many reports `recodeReports` would read. */
export const countStale = async (record: Record, { modules = READER_MODULES, reports }: RecodeOptions): Promise<number> => {
  const { name, version, model } = await presentCoder(modules)
  return record.one<{ n: number }>(`SELECT count(*) AS n FROM report r WHERE ${STALE}`, name, version, model, list(reports), list(reports))!
    .n
}

const presentCoder = async ({ pipeline }: ReaderModules): Promise<Coder> => {
  const { openReader } = (await import(pipeline.href)) as { openReader: OpenReader }
  const reader = await openReader()
  await reader.close()
  return reader.coder
}

const STALE = `NOT EXISTS (SELECT 1 FROM reading g JOIN coder k ON k.key = g.coder WHERE g.report = r.key AND k.name = ? AND k.version = ? AND k.model = ?)
  AND (? IS NULL OR r.id IN (SELECT value FROM json_each(?)))`

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
