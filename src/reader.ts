import type { Claim, Coder, Layers } from './claim.js'
import type { Problem, Report } from './report.js'

export interface ReadOptions {
  /** Whether to give what was found besides the claims. */
  readonly layers?: boolean
}

/** What a reader finds in one report. */
export interface ReadResult {
  readonly claims: readonly Claim[]
  readonly problems: readonly Problem[]
  readonly layers?: Layers
}

/** A reader model with its knowledge, ready to read one report after another. */
export interface Reader {
  readonly coder: Coder
  read(report: Report, options?: ReadOptions): Promise<ReadResult>
  close(): Promise<void> | void
}

export type OpenReader = () => Promise<Reader>
