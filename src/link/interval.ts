/** Days since 1970-01-01, both ends inclusive; an open end is infinite. */
export interface Interval {
  readonly from: number
  readonly to: number
}

const MS = 86_400_000
const dayOf = (year: number, month: number, day: number): number => Math.floor(Date.UTC(year, month - 1, day) / MS)

const PART = /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?[~?%]*$/

const unit = (part: string): Interval | null => {
  const match = PART.exec(part.trim())
  if (!match) return null
  const [, year, month, day] = match
  const low = Number(year!.replace(/X/g, '0'))
  const high = Number(year!.replace(/X/g, '9'))
  if (month === undefined) return { from: dayOf(low, 1, 1), to: dayOf(high + 1, 1, 0) }
  const m = Number(month)
  if (day !== undefined) return { from: dayOf(low, m, Number(day)), to: dayOf(low, m, Number(day)) }
  if (m >= 21 && m <= 24) {
    const first = (m - 21) * 3 + 3
    return { from: dayOf(low, first, 1), to: dayOf(low, first + 3, 0) }
  }
  if (m >= 33 && m <= 36) return { from: dayOf(low, (m - 33) * 3 + 1, 1), to: dayOf(low, (m - 33) * 3 + 4, 0) }
  return { from: dayOf(low, m, 1), to: dayOf(low, m + 1, 0) }
}

/** The days that an EDTF value covers; null where it is none or says nothing. */
export const intervalOf = (edtf: string | null): Interval | null => {
  if (edtf === null || edtf === '') return null
  const [first, second, ...more] = edtf.split('/')
  if (more.length > 0) return null
  if (second === undefined) return unit(first!)
  const from = first === '..' || first === '' ? null : unit(first!)
  const to = second === '..' || second === '' ? null : unit(second)
  if (from === null && to === null) return null
  return { from: from?.from ?? Number.NEGATIVE_INFINITY, to: to?.to ?? Number.POSITIVE_INFINITY }
}

/** The day of an ISO 8601 date or date-time, as its own offset has it; null where it has no day. */
export const dayOfIso = (iso: string | null): number | null => {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso)
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

export const isoOfDay = (day: number): string => new Date(day * MS).toISOString().slice(0, 10)

/** Days between two intervals; 0 where they meet. */
export const gapBetween = (a: Interval, b: Interval): number => Math.max(0, a.from - b.to, b.from - a.to)
