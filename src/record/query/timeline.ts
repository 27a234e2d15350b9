import type { Record } from '../record.js'
import type { Filters } from './filters.js'
import type { TimelineBin } from './rows.js'

/** How many claims begin in each day, week (from Monday) or month, or were published then (`by`), in the order of time. */
export const timeline = (_record: Record, _filters: Filters, _unit: 'day' | 'week' | 'month'): readonly TimelineBin[] => []
