import { isDay } from '../calendar.js'
import type { Rule } from '../meaning.js'

/** `2016-10-24`, `2016-10-24T15:30`, `2016/10/24`, `10/24/2016`, `24.10.2016`: with slashes, the month comes first unless it cannot. */
export const isoDate: Rule = {
  name: 'iso-date',
  pattern: String.raw`(?<year>\d{4})[-/](?<month>\d\d)[-/](?<day>\d\d)(?:T(?<clock>\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|(?<first>\d{1,2})(?<mark>[/.])(?<second>\d{1,2})\k<mark>(?<last>(?:19|20)\d\d|\d\d)`,
  read: (groups) => {
    const { first, second, last, clock } = groups
    const date =
      first === undefined
        ? { year: Number(groups.year), month: Number(groups.month), day: Number(groups.day) }
        : numeric(Number(first), Number(second), yearOf(last!), groups.mark === '.')
    if (!isDay(date)) return null
    return { meaning: { type: 'date', fields: date }, ...(clock === undefined ? {} : { clock }) }
  },
}

const numeric = (first: number, second: number, year: number, dayFirst: boolean) =>
  dayFirst || first > 12 ? { year, month: second, day: first } : { year, month: first, day: second }

/** Two digits are read as the years 1950 to 2049. */
export const yearOf = (digits: string): number => {
  const year = Number(digits.replace(/^['’]/, ''))
  return year >= 100 ? year : year < 50 ? 2000 + year : 1900 + year
}
