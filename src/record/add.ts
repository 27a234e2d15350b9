import type { Files } from '../ingest/files.js'
import { type Ingested, type IngestOptions, ingest } from '../ingest/ingest.js'
import type { Problem, Report } from '../report.js'
import { type Outcome, type ReaderModules, readReports } from '../workers.js'
import { reportId } from './ids.js'
import type { Record } from './record.js'
import { relink } from './relink.js'
import { hasReport, type Stored, storeReading } from './store.js'

export interface AddOptions {
  readonly workers?: number | undefined
  /** Gives the bytes that a report was read from, by their SHA-256, where they are to be kept. */
  readonly raw?: ((sha256: string) => Uint8Array | null) | undefined
  readonly modules?: ReaderModules | undefined
  /** Milliseconds since 1970. */
  readonly now?: (() => number) | undefined
}

/** What became of one file or report of those to be added; `stored` is null where there was no report. */
export interface AddEvent {
  readonly file: string
  readonly stored: Stored | null
  readonly problems: readonly Problem[]
}

/** Readings that wait to be written together: at most so many, and so many milliseconds. */
const BATCH = 64
const WAIT = 300

/**
 * Reads what is new of the reports into the record, links it, and tells of each in the order in which it is settled.
 * A report is in the record with all its claims or not at all, so this can be stopped and begun again at any moment;
 * reports that the record has are not read again.
 */
export async function* addReports(record: Record, reports: AsyncIterable<Ingested>, options: AddOptions = {}): AsyncGenerator<AddEvent> {
  // What the record has travels with the rest, without a report, so that all is told in order; known by its list of problems.
  const known = new WeakMap<readonly Problem[], Stored>()
  const underway = new Set<string>()
  const fresh = (async function* () {
    for await (const input of reports) {
      const report = input.report
      const id = report && reportId(report)
      if (id === null || !(underway.has(id) || hasReport(record, report!))) {
        if (id !== null) underway.add(id)
        yield input
        continue
      }
      keepBytes(record, id, report!, options.raw?.(report!.sha256.raw) ?? null)
      const problems: readonly Problem[] = []
      known.set(problems, { report: id, outcome: 'unchanged' })
      yield { file: input.file, report: null, problems }
    }
  })()
  for await (const event of storeAll(record, readReports(fresh, { workers: options.workers }, options.modules), options)) {
    const { stored } = event
    if (stored) underway.delete(stored.report)
    yield { ...event, stored: stored ?? known.get(event.problems) ?? null }
  }
  relink(record)
}

/** Bytes of a report that the record has already, unless words were removed from it. */
const keepBytes = (record: Record, id: string, report: Report, bytes: Uint8Array | null): void => {
  if (bytes === null || record.one('SELECT 1 FROM report WHERE id = ? AND redacted = 0', id) === undefined) return
  record.run('INSERT OR IGNORE INTO raw VALUES (?, ?)', report.sha256.raw, bytes)
}

/** Stores readings in batches: none waits long, and no lock is held while the next are read. */
export async function* storeAll(
  record: Record,
  outcomes: AsyncIterable<Outcome>,
  { raw, now = Date.now }: Pick<AddOptions, 'raw' | 'now'>,
): AsyncGenerator<AddEvent> {
  let waiting: Outcome[] = []
  let since = now()
  const flush = (): readonly AddEvent[] => {
    const batch = waiting
    waiting = []
    since = now()
    return batch.length === 0 ? [] : record.transaction(() => batch.map((outcome) => settle(record, outcome, raw, now)))
  }
  for await (const outcome of outcomes) {
    waiting.push(outcome)
    if (waiting.length >= BATCH || now() - since >= WAIT) yield* flush()
  }
  yield* flush()
}

const settle = (record: Record, { file, reading, problems }: Outcome, raw: AddOptions['raw'], now: () => number): AddEvent => {
  // A report that could not be read for claims is read again the next time.
  if (reading === null || problems.some(({ code }) => code === 'read/internal')) return { file, stored: null, problems }
  const bytes = raw?.(reading.report.sha256.raw) ?? null
  const lost = raw !== undefined && bytes === null && record.one('SELECT 1 FROM raw WHERE sha = ?', reading.report.sha256.raw) === undefined
  const missing: readonly Problem[] = lost
    ? [{ code: 'record/raw-not-kept', message: 'its bytes could not be kept', severity: 'warning', file, span: null }]
    : []
  return { file, stored: storeReading(record, reading, bytes, now), problems: [...problems, ...missing] }
}

/** `ingest` that also remembers the bytes of what was read last, for `AddOptions.raw`. */
export const ingestWithBytes = (
  paths: readonly string[],
  options: IngestOptions,
  files: Files,
): { readonly reports: AsyncIterable<Ingested>; readonly raw: (sha256: string) => Uint8Array | null } => {
  let chunks: Uint8Array[] = []
  const kept = new Map<string, Uint8Array>()
  const tee = async function* (bytes: AsyncIterable<Uint8Array>) {
    chunks = []
    for await (const chunk of bytes) {
      chunks.push(chunk)
      yield chunk
    }
  }
  const teeing: Files = { ...files, open: (path) => tee(files.open(path)), standardInput: () => tee(files.standardInput()) }
  const reports = (async function* () {
    for await (const input of ingest(paths, options, teeing)) {
      if (input.report) kept.set(input.report.sha256.raw, Buffer.concat(chunks))
      yield input
    }
  })()
  const raw = (sha256: string) => {
    const bytes = kept.get(sha256) ?? null
    kept.delete(sha256)
    return bytes
  }
  return { reports, raw }
}
