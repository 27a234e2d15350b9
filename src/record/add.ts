import type { Ingested } from '../ingest/ingest.js'
import type { Problem } from '../report.js'
import type { ReaderModules } from '../workers.js'
import type { Record } from './record.js'
import type { Stored } from './store.js'

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

export interface AddSummary {
  readonly read: number
  readonly unchanged: number
  readonly versions: number
  readonly problems: number
}

/** Reads what is new of the reports into the record and links it; can be stopped and begun again at any moment. */
export async function* addReports(
  _record: Record,
  _reports: AsyncIterable<Ingested>,
  _options: AddOptions = {},
): AsyncGenerator<AddEvent, AddSummary> {
  throw new Error('not yet')
}
