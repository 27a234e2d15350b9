import { type Day, isoDay, NO_DAY } from '../days.js'
import type { Record } from '../record.js'
import { NONE } from './columns.js'
import type { Filters } from './filters.js'
import type { TimelineBin } from './rows.js'
import { eachSelected } from './selection.js'

interface Bin {
  claims: number
  readonly incidents: Set<number>
}

/** How many claims begin in each day, week (from Monday) or month, or were published then (`by`), in the order of time; undated ones last. */
export const timeline = (record: Record, filters: Filters, unit: 'day' | 'week' | 'month'): readonly TimelineBin[] => {
  const bins = new Map<Day, Bin>()
  const binOf = new Map<Day, Bin>()
  const binAt = (day: Day): Bin => {
    const known = binOf.get(day)
    if (known) return known
    const first = day === NO_DAY ? day : FIRST[unit](day)
    const bin = bins.get(first) ?? { claims: 0, incidents: new Set() }
    bins.set(first, bin)
    binOf.set(day, bin)
    return bin
  }
  eachSelected(record, filters, (segment) => {
    const day = segment.integers(filters.by === 'published' ? 'published' : 'day')
    const incident = segment.integers('incident')
    return (at) => {
      const bin = binAt(day[at]!)
      bin.claims++
      if (incident[at] !== NONE) bin.incidents.add(incident[at]!)
    }
  })
  return [...bins]
    .sort(([a], [b]) => Number(a === NO_DAY) - Number(b === NO_DAY) || a - b)
    .map(([day, { claims, incidents }]) => ({ from: day === NO_DAY ? null : isoDay(day), claims, incidents: incidents.size }))
}

/** The first day of the bin that a day is in; 1970-01-05 was a Monday. */
const FIRST: { readonly [unit in 'day' | 'week' | 'month']: (day: Day) => Day } = {
  day: (day) => day,
  week: (day) => day - ((((day - 4) % 7) + 7) % 7),
  month: (day) => day - new Date(day * 86_400_000).getUTCDate() + 1,
}
