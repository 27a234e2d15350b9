import { readTable } from '../figure/table.js'
import { addDays, type Day, daysInMonth, easter, weekdayOf } from './calendar.js'

/** Holidays by name, each with its rule: `MM-DD`, `MM-Www#n` (nth weekday; `#-1` the last; `+` the day after the first Monday) or `easter±days`. */
export const HOLIDAYS: ReadonlyMap<string, string> = new Map(readTable('holidays', ['name', 'rule']).map((row) => [row.name, row.rule]))

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const keys = new Map([...HOLIDAYS.keys()].map((name) => [name.toLowerCase(), name]))

/** The name as `knowledge/` spells it. */
export const holidayKey = (words: string): string => keys.get(words.replace(/\s+/g, ' ').replaceAll('’', "'").toLowerCase())!

/** The day the holiday falls on in the year. */
export const holidayIn = (name: string, year: number): Day => {
  const rule = HOLIDAYS.get(name)!
  const moved = /^easter([+-]\d+)$/.exec(rule)
  if (moved) return addDays(easter(year), Number(moved[1]))
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule)
  if (fixed) return { year, month: Number(fixed[1]), day: Number(fixed[2]) }
  const [, month, weekday, nth, after] = /^(\d\d)-(\w{3})#(-?\d)(\+?)$/.exec(rule)!
  return nthWeekday(year, Number(month), DAYS.indexOf(weekday!) + 1, Number(nth), after === '+')
}

const nthWeekday = (year: number, month: number, weekday: number, nth: number, afterMonday: boolean): Day => {
  if (nth < 0) {
    const last = { year, month, day: daysInMonth(year, month) }
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7))
  }
  const first = { year, month, day: afterMonday ? 2 : 1 }
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1))
}
