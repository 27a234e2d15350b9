import type { Span } from '../report.js'
import type { Record } from './record.js'

export interface Redaction {
  readonly report: string
  readonly span: Span
  readonly author: string
  readonly reason: string
  readonly at?: number | undefined
}

/** Removes words for good from the file, its indexes and its log, and leaves as many █. Gives the other reports in which the words stand too. */
export const redact = (_record: Record, _redaction: Redaction): { readonly decision: string; readonly alsoIn: readonly string[] } => {
  throw new Error('not yet')
}
