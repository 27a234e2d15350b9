import type { Problem, Report } from '../report.js'

/** The bytes of one input, at most `FILE_LIMIT` of them. */
export interface Source {
  /** As the user named it, `-` for standard input. */
  readonly file: string
  readonly bytes: Uint8Array
}

/** What a format finds of a report; ingest adds the rest. */
export interface Draft extends Omit<Report, 'doc' | 'language' | 'sha256'> {
  /** Null where the source does not name the report. */
  readonly doc: string | null
}

/** One report of a source, or null with the problem that says why there is none. */
export interface Found {
  readonly draft: Draft | null
  readonly problems: readonly Problem[]
}

/** A kind of file that reports come in. */
export interface Format {
  /** Lower case, each with its dot; they do not become part of a report's name. */
  readonly suffixes: readonly string[]
  /** Whether content that begins so is of this format, whatever its name; `head` is at least a kilobyte where there is so much. */
  readonly looksLike: (head: string) => boolean
  /** The reports of a source, one at a time. */
  readonly read: (source: Source) => AsyncIterable<Found>
}
