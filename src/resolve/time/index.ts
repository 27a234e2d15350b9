export { type TimedClaim, timesOfClaims } from './claim-times.js'
export { datelineDate } from './dateline.js'
export type { Genre } from './narrative.js'
export { findTimes, layerValue, resolveTimes, type TimeReading } from './resolve.js'
