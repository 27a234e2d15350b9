const DAY = 86_400_000

/** Days since 1970-01-01 (UTC), negative before. */
export type Day = number

/** Sorts after all days where the newest come first; stands for "no day known". */
export const NO_DAY: Day = -100_000_000

export const dayOf = (milliseconds: number): Day => Math.floor(milliseconds / DAY)
export const isoDay = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10)
export const isoTime = (milliseconds: number): string => new Date(milliseconds).toISOString()
/** The first millisecond after a day. */
export const endOf = (day: Day): number => (day + 1) * DAY

/** A first and a last day; null where open. */
export interface Days {
  readonly from: Day | null
  readonly to: Day | null
}

const UNKNOWN: Days = { from: null, to: null }
const DATE = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?[~?%]?$/
/** EDTF's seasons 21 to 24, as of the northern hemisphere; quarters 33 to 36, halves 40 and 41: first month and number of months. */
const SPANS: Readonly<{ [code: number]: readonly [month: number, length: number] }> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  40: [1, 6],
  41: [7, 6],
}

/**
 * The days that an EDTF value covers (ISO dates, months, years, seasons, intervals with open or unknown ends, decades `201X`);
 * both null for what cannot be read.
 */
export const daysOf = (edtf: string | null): Days => {
  if (edtf === null) return UNKNOWN
  const [start, end, rest] = edtf.split('/')
  if (end === undefined) return single(start!)
  if (rest !== undefined) return UNKNOWN
  const from = open(start!) ? null : single(start!).from
  const to = open(end) ? null : single(end).to
  return from !== null && to !== null && from > to ? UNKNOWN : { from, to }
}

const open = (text: string) => text === '..' || text === ''

const single = (text: string): Days => {
  const decade = /^(\d{2,3})X{1,2}$/.exec(text)
  if (decade) {
    const years = 10 ** (4 - decade[1]!.length)
    const first = Number(decade[1]) * years
    return { from: utc(first, 1, 1), to: utc(first + years, 1, 1) - 1 }
  }
  const match = DATE.exec(text)
  if (!match) return UNKNOWN
  const [year, month, day] = [Number(match[1]), match[2] && Number(match[2]), match[3] && Number(match[3])]
  if (!month) return { from: utc(year, 1, 1), to: utc(year + 1, 1, 1) - 1 }
  const [first, length] = SPANS[month] ?? [month, 1]
  if (first > 12 || first < 1) return UNKNOWN
  if (!day) return { from: utc(year, first, 1), to: utc(year, first + length, 1) - 1 }
  const days = utc(year, month, day)
  return isoDay(days).slice(-5) === `${match[2]}-${match[3]}` ? { from: days, to: days } : UNKNOWN
}

const utc = (year: number, month: number, day: number): Day => {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return dayOf(date.getTime())
}
