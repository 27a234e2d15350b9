import type { Record } from '../record.js'
import { claimConditions } from './claims.js'
import type { Segment } from './columns.js'
import type { Filters } from './filters.js'
import { eachMeeting } from './meeting.js'

/** Goes through all claims that the filters let through, for sums over them; `visit` as for `eachMeeting`. */
export const eachSelected = (record: Record, filters: Filters, visit: (segment: Segment) => (at: number) => unknown): void =>
  eachMeeting(record, claimConditions(record, filters), visit)
