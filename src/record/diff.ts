import type { CodingDiff } from './query/rows.js'
import type { Record } from './record.js'

export interface DiffOptions {
  /** Of one report only. */
  readonly report?: string | undefined
  /** The codings to compare, each by the beginning of its `name version model`; by default each report's last but one and last. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Compares two codings of the same reports, as the coders left them. */
export function* diffCodings(_record: Record, _options: DiffOptions = {}): Generator<CodingDiff> {}
