import { isoDay, NO_DAY } from '../days.js'
import type { Record } from '../record.js'
import { claimConditions } from './claims.js'
import type { Filters } from './filters.js'
import type { TimelineBin } from './rows.js'
import { claimsFrom } from './search.js'

/** How many claims begin in each day, week (from Monday) or month, or were published then (`by`), in the order of time; undated ones last. */
export const timeline = (record: Record, filters: Filters, unit: 'day' | 'week' | 'month'): readonly TimelineBin[] => {
  const from = claimsFrom(record, claimConditions(record, filters))
  const column = filters.by === 'published' ? 'published_day' : 'day'
  const rows = record.all<{ bin: number; claims: number; incidents: number }>(
    `SELECT ${binOf(`c.${column}`)[unit]} AS bin, count(*) AS claims, count(DISTINCT c.incident) AS incidents
     FROM ${from.sql} GROUP BY bin ORDER BY bin`,
    ...from.values,
  )
  const bins = rows.map(({ bin, claims, incidents }) => ({ from: bin === NO_DAY ? null : isoDay(bin), claims, incidents }))
  return bins[0]?.from === null ? [...bins.slice(1), bins[0]!] : bins
}

/** The first day of the bin that a day is in; 1970-01-05 was a Monday. */
const binOf = (day: string) => ({
  day,
  week: `CASE WHEN ${day} = ${NO_DAY} THEN ${day} ELSE ${day} - ((${day} - 4) % 7 + 7) % 7 END`,
  month: `CASE WHEN ${day} = ${NO_DAY} THEN ${day} ELSE cast(strftime('%s', ${day} * 86400, 'unixepoch', 'start of month') AS INTEGER) / 86400 END`,
})
