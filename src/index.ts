/**
 * Herodot as a library: reads a report into attributed claims.
 *
 * ```ts
 * import { readReport } from 'herodot'
 * const { claims } = await readReport('BAGHDAD, Nov. 2 — …', { published: '2016-11-02', publisher: 'Meridian Wire' })
 * ```
 */

export type {
  ActorFiller,
  Attribution,
  Certainty,
  Claim,
  ClaimType,
  Coder,
  Codes,
  Figure,
  FigureKind,
  Layers,
  MentionType,
  PlaceAlternative,
  PlaceFiller,
  PlacePrecision,
  Quote,
  Reading,
  Source,
  Status,
  TimeFiller,
} from './claim.js'
export { CERTAINTIES, CLAIM_TYPES, FIGURE_KINDS, MENTION_TYPES, STATUSES } from './claim.js'
export { openReader } from './pipeline.js'
export { type ReadReportOptions, readReport } from './read-report.js'
export type { Reader, ReadOptions, ReadResult } from './reader.js'
export type { Problem, Report, Span } from './report.js'
