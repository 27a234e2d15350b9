import type { Rule } from '../meaning.js'
import { DAY, GAP, MONTH, YEAR } from '../words.js'
import { dayReading, TO } from './month-day.js'

const OF = `(?:${GAP}|-|${GAP}(?:day${GAP})?of${GAP})`

/** `17 October 2016`, `17 Oct`, `23 Aug 88`, `the 17th of October`. Two digits are a year only after a short month. */
export const dayMonth: Rule = {
  name: 'day-month',
  pattern: `(?:the${GAP})?(?<day>${DAY})${OF}(?<month>${MONTH})(?:(?:,${GAP}?|${GAP}|-)(?<year>${YEAR}|['’]\\d\\d)|(?<=${GAP}[a-z]{3,4}\\.?)${GAP}(?<short>\\d\\d)(?=$|[^\\w,.]|[.,](?!\\d)))?`,
  read: ({ day, month, year, short }) => (/^[A-Z]/.test(month!) ? dayReading(month!, day!, year ?? short) : null),
}

/** The first day of `12-14 October` and `2 and 3 May 2013`. */
export const firstDay: Rule = {
  name: 'first-day',
  pattern: `(?<day>${DAY})(?=(?:${TO})${DAY}${OF}(?<month>${MONTH})(?:,?${GAP}(?<year>${YEAR}))?)`,
  read: ({ day, month, year }, { before }) =>
    /^[A-Z]/.test(month!) && !new RegExp(`${MONTH}\\s+$`, 'i').test(before) ? dayReading(month!, day!, year) : null,
}
