import { type Day, isoDay, NO_DAY } from '../days.js'
import type { Record } from '../record.js'
import { claimConditions } from './claims.js'
import type { Filters } from './filters.js'
import type { TimelineBin } from './rows.js'
import { claimsFrom } from './search.js'

interface Bin {
  claims: number
  readonly incidents: Set<number>
}

/** How many claims begin in each day, week (from Monday) or month, or were published then (`by`), in the order of time; undated ones last. */
export const timeline = (record: Record, filters: Filters, unit: 'day' | 'week' | 'month'): readonly TimelineBin[] => {
  const from = claimsFrom(record, claimConditions(record, filters))
  const column = filters.by === 'published' ? 'published_day' : 'day'
  const bins = new Map<Day, Bin>()
  const rows = record.all<{ day: Day; incident: number | null; claims: number }>(
    `SELECT c.${column} AS day, c.incident, count(*) AS claims FROM ${from.sql} GROUP BY c.${column}, c.incident ORDER BY c.${column}`,
    ...from.values,
  )
  for (const { day, incident, claims } of rows) {
    const first = day === NO_DAY ? day : FIRST[unit](day)
    const bin = bins.get(first) ?? { claims: 0, incidents: new Set() }
    bins.set(first, bin)
    bin.claims += claims
    if (incident !== null) bin.incidents.add(incident)
  }
  const dated = [...bins].filter(([day]) => day !== NO_DAY)
  const undated = [...bins].filter(([day]) => day === NO_DAY)
  return [...dated, ...undated].map(([day, { claims, incidents }]) => ({
    from: day === NO_DAY ? null : isoDay(day),
    claims,
    incidents: incidents.size,
  }))
}

/** The first day of the bin that a day is in; 1970-01-05 was a Monday. */
const FIRST: { readonly [unit in 'day' | 'week' | 'month']: (day: Day) => Day } = {
  day: (day) => day,
  week: (day) => day - ((((day - 4) % 7) + 7) % 7),
  month: (day) => day - new Date(day * 86_400_000).getUTCDate() + 1,
}
