/** A day of the proleptic Gregorian calendar; `year` is astronomical (0 is 1 BC), `month` 1 to 12, `day` 1 to 31. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const MS = 86_400_000

/** Days since 1970-01-01; months and days out of range roll over, as in `Date`. */
export const dayNumber = ({ year, month, day }: Day): number => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return Math.round(date.getTime() / MS)
}

export const dayOfNumber = (number: number): Day => {
  const date = new Date(number * MS)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

export const addDays = (day: Day, count: number): Day => dayOfNumber(dayNumber(day) + count)

export const daysInMonth = (year: number, month: number): number => dayOfNumber(dayNumber({ year, month: month + 1, day: 0 })).day

/** Adds months; the day is cut to the length of the month reached. */
export const addMonths = (day: Day, count: number): Day => {
  const months = day.year * 12 + day.month - 1 + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) }
}

/** ISO 8601 weekday, Monday 1 to Sunday 7. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

export const isDay = (day: Day): boolean => day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysInMonth(day.year, day.month)

/** ISO 8601 week and the year it belongs to. */
export const isoWeek = (day: Day): { year: number; week: number } => {
  const thursday = addDays(day, 4 - weekdayOf(day))
  const first = dayNumber({ year: thursday.year, month: 1, day: 1 })
  return { year: thursday.year, week: Math.floor((dayNumber(thursday) - first) / 7) + 1 }
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
export const easter = (year: number): Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return { year, month: Math.floor(n / 31), day: (n % 31) + 1 }
}
