import type { DateFields, Reading, Rule } from '../meaning.js'
import { DAY, GAP, MONTH, monthOf, YEAR } from '../words.js'
import { yearOf } from './iso-date.js'

const TO = `${GAP}?[-–—]${GAP}?`

/** A date or a range of days in one month. */
export const dayFields = (groups: Readonly<Record<string, string | undefined>>): Reading | null => {
  const { month, day, to, year } = groups
  const fields: DateFields = {
    month: monthOf(month!),
    day: Number.parseInt(day!, 10),
    ...(year === undefined ? {} : { year: yearOf(year) }),
  }
  if (to === undefined) return { meaning: { type: 'date', fields } }
  if (Number.parseInt(to, 10) <= fields.day!) return null
  return { meaning: { type: 'range', from: fields, to: { ...fields, day: Number.parseInt(to, 10) } } }
}

/** `October 17`, `Oct. 17, 2016`, `October 17th`, `Oct. 25-26, 2016`. */
export const monthDay: Rule = {
  name: 'month-day',
  pattern: `(?<month>${MONTH})${GAP}?(?:the${GAP})?(?<day>${DAY})(?:${TO}(?<to>${DAY}))?(?:(?:,${GAP}?|${GAP})(?<year>${YEAR}|['’]\\d\\d))?`,
  read: (groups, { text }) => (/^[A-Z]/.test(text) ? dayFields(groups) : null),
}

const FIRST = new RegExp(`(?<month>${MONTH})${GAP}\\d{1,2}${GAP}(?:and|or)${GAP}$`, 'i')

/** The `25` of `April 24 and 25`. */
export const secondDay: Rule = {
  name: 'second-day',
  pattern: `(?<day>${DAY})(?:,${GAP}?(?<year>${YEAR}))?`,
  read: ({ day, year }, { before, after }) => {
    const month = FIRST.exec(before)?.groups?.month
    return month === undefined || /^\s+(?:people|others|more)\b/.test(after) ? null : dayFields({ month, day, year })
  },
}
