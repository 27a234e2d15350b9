import type { Rule } from '../meaning.js'
import { DAY, GAP, MONTH, YEAR } from '../words.js'
import { dayFields } from './month-day.js'

/** `17 October 2016`, `17 Oct`, `23 Aug 88`, `the 17th of October`, `12-14 October`. */
export const dayMonth: Rule = {
  name: 'day-month',
  pattern: `(?:the${GAP})?(?<day>${DAY})(?:${GAP}?[-–—]${GAP}?(?<to>${DAY}))?(?:${GAP}|-|${GAP}(?:day${GAP})?of${GAP})(?<month>${MONTH})(?:(?:,${GAP}?|${GAP}|-)(?<year>${YEAR}|['’]?\\d\\d(?=$|[^\\w,.]|[.,](?!\\d))))?`,
  read: (groups, { text }) => {
    if (!/[A-Z]/.test(groups.month![0]!)) return null
    const twoDigits = groups.year !== undefined && groups.year.length === 2
    return twoDigits && groups.month!.length > 4 ? { ...dayFields({ ...groups, year: undefined })!, within: { start: 0, end: text.length - 3 } } : dayFields(groups)
  },
}
