import type { DateFields, Reading, Rule } from '../meaning.js'
import { DAY, GAP, MONTH, monthOf, YEAR } from '../words.js'
import { yearOf } from './iso-date.js'

/** Between two days of one month: a dash, "and", "to". Each day is an expression of its own. */
export const TO = `${GAP}?[-–—]${GAP}?|${GAP}(?:and|or|to|through)${GAP}`
const WITH_YEAR = `(?:,${GAP}?|${GAP})(?:${YEAR}|['’]\\d\\d(?!\\d))`
const yearIn = (words: string | undefined): string | undefined => words?.match(/['’]?\d+$/)?.[0]

export const dayReading = (month: string, day: string, year: string | undefined): Reading => {
  const fields: DateFields = { month: monthOf(month), day: Number.parseInt(day, 10), ...(year === undefined ? {} : { year: yearOf(year) }) }
  return { meaning: { type: 'date', fields } }
}

/** "13 November the 9th Division": the month has its day already. */
const AFTER_DAY = new RegExp(`${DAY}${GAP}$`)

/** `October 17`, `Oct. 17, 2016`, `October 17th`; the year may follow a second day ("Oct. 25-26, 2016"). */
export const monthDay: Rule = {
  name: 'month-day',
  pattern: `(?<month>${MONTH})${GAP}?(?:the${GAP})?(?<day>${DAY})(?:(?<year>${WITH_YEAR})|(?=(?:${TO})${DAY}(?<later>${WITH_YEAR}))|)`,
  read: ({ month, day, year, later }, { text, before }) =>
    /^[A-Z]/.test(text) && !(AFTER_DAY.test(before) && /\sthe\s/.test(text)) ? dayReading(month!, day!, yearIn(year ?? later)) : null,
}

const FIRST = new RegExp(`(?<month>${MONTH})${GAP}?${DAY}(?:${TO})$`, 'i')

/** The second day of `April 24 and 25` and `Oct. 25-26, 2016`. */
export const secondDay: Rule = {
  name: 'second-day',
  pattern: `(?<day>${DAY})(?<year>${WITH_YEAR})?`,
  read: ({ day, year }, { before, after }) => {
    const month = FIRST.exec(before)?.groups?.month
    return month === undefined || /^\s+(?!this|last|next|in|on|at|and)[a-z]{3,}/.test(after) ? null : dayReading(month, day!, yearIn(year))
  },
}
