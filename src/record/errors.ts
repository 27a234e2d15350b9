/** What is wrong with a record or with what was asked of it; the message says what to do. */
export class RecordError extends Error {
  constructor(
    /** Stable, such as `record/not-found`. */
    readonly code: RecordErrorCode,
    message: string,
  ) {
    super(`${message} [${code}]`)
  }
}

export type RecordErrorCode =
  /** No file at the path. */
  | 'record/not-found'
  /** The file is no record of this program. */
  | 'record/not-a-record'
  /** Written by a later version of the program. */
  | 'record/too-new'
  /** Another process has been writing for too long. */
  | 'record/busy'
  /** No thing of that id. */
  | 'record/no-such-id'
  /** The beginning of an id that several things share. */
  | 'record/ambiguous-id'
  /** A filter, cursor or field that cannot be understood. */
  | 'record/bad-query'
  /** A decision that cannot be taken. */
  | 'record/bad-decision'
