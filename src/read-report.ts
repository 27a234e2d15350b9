import { createHash } from 'node:crypto'
import type { Reading } from './claim.js'
import { clean } from './ingest/clean.js'
import { languageOf } from './ingest/language.js'
import { openReader } from './pipeline.js'
import type { Reader } from './reader.js'
import type { Report } from './report.js'

export interface ReadReportOptions extends Partial<Pick<Report, 'doc' | 'publisher' | 'url' | 'title' | 'byline' | 'published'>> {
  /** Whether to give what was found besides the claims. */
  readonly layers?: boolean
  /** A reader of one's own, from `openReader`; else one is opened with the first report and kept. */
  readonly reader?: Reader
}

let shared: Promise<Reader> | undefined

/**
 * Reads the text of one report into claims. Spans count into `report.text` of the result, in UTF-16 code units:
 * the text given with line ends and control characters made plain.
 *
 * `published` is an ISO 8601 date, without which weekdays and the like stay undated. Throws where the model is not there.
 */
export const readReport = async (text: string, { layers = false, reader, ...given }: ReadReportOptions = {}): Promise<Reading> => {
  shared ??= reader ? undefined : openReader()
  const used = reader ?? (await shared!)
  const stored = clean(text)
  const sha256 = (data: string) => createHash('sha256').update(data).digest('hex')
  const report: Report = {
    doc: given.doc ?? sha256(stored).slice(0, 12),
    publisher: given.publisher ?? null,
    url: given.url ?? null,
    title: given.title ?? null,
    byline: given.byline ?? null,
    published: given.published ?? null,
    language: languageOf(stored),
    text: stored,
    sha256: { raw: sha256(text), text: sha256(stored) },
  }
  return { doc: report.doc, report, coder: used.coder, ...(await used.read(report, { layers })) }
}
