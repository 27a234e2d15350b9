import type { TimeFiller } from '../../claim.js'
import { addDays, addMonths, type Day, dayNumber, isoWeek, weekdayOf } from './calendar.js'

export const UNITS = ['day', 'weekend', 'week', 'month', 'quarter', 'season', 'half', 'year', 'decade', 'century'] as const
/** A stretch of the calendar, in order of length. */
export type CalendarUnit = (typeof UNITS)[number]

/** TIMEX3's parts of the day; MI is midday, DT daytime. */
export type PartOfDay = 'MO' | 'MI' | 'AF' | 'EV' | 'NI' | 'DT'

/** One calendar unit, told by its first day. Winter counts to the year its December is in. */
export interface Moment extends Day {
  readonly unit: CalendarUnit
}

const MONTHS_IN = { month: 1, quarter: 3, season: 3, half: 6, year: 12, decade: 120, century: 1200 } as const

/** The unit that the day falls into. */
export const containing = (day: Day, unit: CalendarUnit): Moment => {
  const at = (year: number, month: number): Moment => ({ unit, year, month, day: 1 })
  switch (unit) {
    case 'day':
      return { unit, year: day.year, month: day.month, day: day.day }
    case 'week':
      return { unit, ...addDays(day, 1 - weekdayOf(day)) }
    case 'weekend':
      return { unit, ...addDays(day, weekdayOf(day) === 7 ? -1 : 6 - weekdayOf(day)) }
    case 'month':
      return at(day.year, day.month)
    case 'quarter':
      return at(day.year, day.month - ((day.month - 1) % 3))
    case 'season':
      return day.month < 3 ? at(day.year - 1, 12) : at(day.year, day.month - (day.month % 3))
    case 'half':
      return at(day.year, day.month < 7 ? 1 : 7)
    case 'year':
      return at(day.year, 1)
    case 'decade':
      return at(Math.floor(day.year / 10) * 10, 1)
    case 'century':
      return at(Math.floor((day.year - 1) / 100) * 100 + 1, 1)
  }
}

/** The same unit, `count` of them later (earlier where negative). */
export const step = (moment: Moment, count: number): Moment => {
  if (moment.unit === 'day') return { unit: 'day', ...addDays(moment, count) }
  if (moment.unit === 'week' || moment.unit === 'weekend') return { unit: moment.unit, ...addDays(moment, 7 * count) }
  return { unit: moment.unit, ...addMonths(moment, MONTHS_IN[moment.unit] * count) }
}

/** First day after the unit. */
const dayAfter = (moment: Moment): Day => (moment.unit === 'weekend' ? addDays(moment, 2) : step(moment, 1))

export const firstDay = (moment: Moment): Moment => ({ ...moment, unit: 'day' })
export const lastDay = (moment: Moment): Moment => ({ unit: 'day', ...addDays(dayAfter(moment), -1) })

export const isLonger = (a: CalendarUnit, b: CalendarUnit): boolean => UNITS.indexOf(a) > UNITS.indexOf(b)
export const longer = (a: CalendarUnit, b: CalendarUnit): CalendarUnit => (isLonger(a, b) ? a : b)

export const contains = (outer: Moment, inner: Moment): boolean =>
  dayNumber(outer) <= dayNumber(inner) && dayNumber(lastDay(inner)) <= dayNumber(lastDay(outer))

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
const edtfYear = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4))
const edtfMonth = (day: Day): string => `${edtfYear(day.year)}-${pad(day.month, 2)}`
const edtfDay = (day: Day): string => `${edtfMonth(day)}-${pad(day.day, 2)}`

/** EDTF of the unit: a day, month or year by itself, all others as an interval of them. */
export const edtf = (moment: Moment): string => {
  const last = lastDay(moment)
  switch (moment.unit) {
    case 'day':
      return edtfDay(moment)
    case 'week':
    case 'weekend':
      return `${edtfDay(moment)}/${edtfDay(last)}`
    case 'month':
      return edtfMonth(moment)
    case 'quarter':
    case 'season':
    case 'half':
      return `${edtfMonth(moment)}/${edtfMonth(last)}`
    case 'year':
      return edtfYear(moment.year)
    case 'decade':
    case 'century':
      return `${edtfYear(moment.year)}/${edtfYear(last.year)}`
  }
}

/** Start and end of the unit in EDTF, at its own precision. */
export const edtfBounds = (moment: Moment): readonly [string, string] => {
  const [from, to] = edtf(moment).split('/')
  return [from!, to ?? from!]
}

const SEASON_CODES = ['SP', 'SU', 'FA', 'WI'] as const
const timexYear = (year: number): string => (year <= 0 ? `BC${pad(1 - year, 4)}` : pad(year, 4))

/** TIMEX3 (ISO 8601 with extensions) value of the unit. */
export const timex = (moment: Moment): string => {
  const year = timexYear(moment.year)
  switch (moment.unit) {
    case 'day':
      return `${year}-${pad(moment.month, 2)}-${pad(moment.day, 2)}`
    case 'week': {
      const iso = isoWeek(moment)
      return `${timexYear(iso.year)}-W${pad(iso.week, 2)}`
    }
    case 'weekend': {
      const iso = isoWeek(moment)
      return `${timexYear(iso.year)}-W${pad(iso.week, 2)}-WE`
    }
    case 'month':
      return `${year}-${pad(moment.month, 2)}`
    case 'quarter':
      return `${year}-Q${(moment.month + 2) / 3}`
    case 'season':
      return `${year}-${SEASON_CODES[moment.month / 3 - 1]}`
    case 'half':
      return `${year}-H${moment.month < 7 ? 1 : 2}`
    case 'year':
      return year
    case 'decade':
      return year.slice(0, -1)
    case 'century':
      return moment.year <= 0 ? timexYear(moment.year + 99).slice(0, -2) : pad(Math.floor(moment.year / 100), 2)
  }
}

/** Reads the date of an ISO 8601 date or date-time at the precision it has; null where it is none. */
export const momentOfIso = (iso: string | null): Moment | null => {
  const match = iso === null ? null : /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?=$|[T ])/.exec(iso)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)]
  return { unit: match[3] ? 'day' : match[2] ? 'month' : 'year', year, month, day }
}

/** The unit that an EDTF value of one day, month or year stands for; null for intervals and for none. */
export const momentOfEdtf = (value: string | null): Moment | null => (value?.includes('/') ? null : momentOfIso(value))

/** First to last unit: the same object where it is one unit. A null end is open; both null is unknown. */
export interface Interval {
  readonly from: Moment | null
  readonly to: Moment | null
}

/** The one that starts first; null is an open start. */
export const earliestStart = (a: Moment | null, b: Moment | null): Moment | null =>
  a === null || b === null ? null : dayNumber(b) < dayNumber(a) ? b : a

/** The one that ends last; null is an open end. */
export const latestEnd = (a: Moment | null, b: Moment | null): Moment | null =>
  a === null || b === null ? null : dayNumber(lastDay(b)) > dayNumber(lastDay(a)) ? b : a

/** EDTF of an interval, null where it is unknown. */
export const edtfOf = ({ from, to }: Interval): string | null => {
  if (from === null && to === null) return null
  if (from === to) return edtf(from!)
  return `${from === null ? '..' : edtfBounds(from)[0]}/${to === null ? '..' : edtfBounds(to)[1]}`
}

export const precisionOf = ({ from, to }: Interval): TimeFiller['precision'] => {
  if (from === null && to === null) return 'unknown'
  if (from === null || from !== to) return 'interval'
  const { unit } = from
  return unit === 'day' || unit === 'month' || unit === 'season' || unit === 'year' ? unit : 'interval'
}
