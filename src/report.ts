/** A half-open range of UTF-16 code units of a report's text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One published text, as stored: every offset that leaves the program counts into `text`. */
export interface Report {
  /** Name of the report in this run: the file's name without its suffixes, or the `doc` of a coded report. */
  readonly doc: string
  readonly publisher: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  /** ISO 8601 date or date-time at the precision the source gives; null where unknown, never a default. */
  readonly published: string | null
  /** ISO 639-3 code of the detected language, null where the text is too short to tell. */
  readonly language: string | null
  readonly text: string
  /** SHA-256 (hex) of the bytes as read and of the UTF-8 encoding of `text`. */
  readonly sha256: { readonly raw: string; readonly text: string }
}

/** Something wrong with the data, located; never an exception. */
export interface Problem {
  /** Stable, `package/rule`-like code such as `ingest/empty-file`. */
  readonly code: string
  readonly message: string
  readonly severity: 'error' | 'warning'
  /** The file or address, `-` for standard input. */
  readonly file: string | null
  /** Where in the report's text, if there. */
  readonly span: Span | null
}

export const sliceOf = (text: string, span: Span): string => text.slice(span.start, span.end)

/** True where the spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

/** Key of a span in a map. */
export const spanKey = (span: Span): string => `${span.start}-${span.end}`
