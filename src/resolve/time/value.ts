import { addDays, addMonths, type Day, dayNumber, isDay, weekdayOf } from './calendar.js'
import { holidayIn } from './holidays.js'
import type { Anchor, Candidate, DateFields, Length } from './meaning.js'
import { type CalendarUnit, containing, type Interval, isLonger, lastDay, longer, type Moment, step } from './moment.js'
import { type Genre, lastTold, type Told } from './narrative.js'
import type { Tense } from './tense.js'

/** What the words around an expression give to read it by. */
export interface Context {
  readonly published: Moment | null
  readonly genre: Genre
  /** Dates told before it, in text order. */
  readonly told: readonly Told[]
  /** Index of its sentence. */
  readonly sentence: number
  readonly tense: Tense
}

/** The dates an expression stands for and how they were found. */
export interface Value extends Interval {
  readonly how: string
  /** What the words stand for read the other way: the coming Tuesday for the one before; absent where there is no other way. */
  readonly other?: Moment
}

const UNRESOLVED: Value = { from: null, to: null, how: 'unresolved' }
/** EDTF has four digits for a year. */
const isWritable = ({ year }: Moment): boolean => Math.abs(year) <= 9999
const at = (moment: Moment | null, how: string, other?: Moment): Value =>
  moment === null || !isWritable(moment) ? UNRESOLVED : { from: moment, to: moment, how, ...(other === undefined ? {} : { other }) }

/** What "a few" of a unit comes to where an interval needs an end. */
const FEW = 3

/** The dates an expression stands for in its context. */
export const evaluate = (candidate: Candidate, context: Context): Value => {
  const { meaning } = candidate
  switch (meaning.type) {
    case 'date':
      return dateValue(meaning.fields, context)
    case 'era':
      return at(containing({ year: meaning.year, month: 1, day: 1 }, meaning.unit), 'explicit')
    case 'shift':
      return shiftValue(meaning.unit, meaning.count, meaning.anchor, candidate, context)
    case 'offset':
      return offsetValue(meaning.length, meaning.direction, meaning.anchor, context)
    case 'adjacent':
      return adjacentValue(meaning.fields, meaning.direction, meaning.anchor, context)
    case 'stretch':
      return stretchValue(meaning.length, meaning.direction, meaning.anchor, context)
    case 'duration':
      return { from: null, to: null, how: 'duration' }
    case 'set':
      return { from: null, to: null, how: 'set' }
    case 'vague':
      return { from: null, to: null, how: meaning.reference === 'PRESENT_REF' ? 'present' : 'vague' }
  }
}

/** Where counting starts from. In a narrative, "this year" is the year being told of; where no day is known, nothing counts from it. */
const baseFor = (anchor: Anchor, unit: CalendarUnit, { published, genre, told, sentence }: Context): Moment | null => {
  if (anchor === 'published' && published === null) return null
  const last = lastTold(told, unit, sentence)
  return anchor === 'narrative' || (genre === 'narrative' && unit !== 'day')
    ? (last ?? (genre === 'news' || anchor === 'published' ? published : null))
    : published
}

/** The calendar unit that the fields name in the given year, or null where there is none (30 February). */
const inYear = (fields: DateFields, year: number): Moment | null => {
  if (fields.holiday !== undefined) return { unit: 'day', ...holidayIn(fields.holiday, year) }
  if (fields.week) {
    const day = inYear({ month: fields.month!, day: fields.day! }, year)
    return day && containing(day, 'week')
  }
  if (fields.day !== undefined) {
    const day: Day = { year, month: fields.month!, day: fields.day }
    return isDay(day) ? { unit: 'day', ...day } : null
  }
  if (fields.month !== undefined) return { unit: 'month', year, month: fields.month, day: 1 }
  if (fields.season !== undefined) return { unit: 'season', year, month: fields.season, day: 1 }
  if (fields.quarter !== undefined) return { unit: 'quarter', year, month: fields.quarter * 3 - 2, day: 1 }
  if (fields.half !== undefined) return { unit: 'half', year, month: fields.half * 6 - 5, day: 1 }
  return { unit: 'year', year, month: 1, day: 1 }
}

const dateValue = (fields: DateFields, context: Context): Value => {
  if (fields.year !== undefined) return at(inYear(fields, fields.year), 'explicit')
  if (fields.yearFrom !== undefined) {
    const base = baseFor(fields.yearFrom.anchor, 'year', context)
    return at(base && inYear(fields, base.year + fields.yearFrom.shift), 'relative')
  }
  const { published, genre, told, tense, sentence } = context
  if (fields.weekday !== undefined && fields.day === undefined) return weekdayValue(fields.weekday, context)
  const inherited = told.findLast((one) => !isLonger(one.moment.unit, 'year'))
  const near = told.findLast(
    (one) => one.sentence === sentence && one.yearStated && (one.moment.unit === 'year' || one.moment.unit === 'month'),
  )
  if (genre === 'narrative' && inherited)
    return at(inYear(fields, inherited.moment.year + (isNextYear(fields, inherited.moment) ? 1 : 0)), 'inherited-year')
  if (near && near.moment.year !== published?.year) return at(inYear(fields, near.moment.year), 'inherited-year')
  if (published === null) return UNRESOLVED
  return nearest(fields, published, tense)
}

/** After December a narrative's January is that of the next year. */
const isNextYear = ({ month }: DateFields, last: Moment): boolean =>
  month !== undefined && (last.unit === 'day' || last.unit === 'month') && last.month - month >= ROLLOVER

/** Months that a narrative must fall back before it is taken to have passed the turn of the year. */
const ROLLOVER = 7

/** A date that is nearer than this ahead is meant even where the clause looks back, or does not tell. */
const SOON = { past: 100, open: 120, future: 300 } as const
/** Reports look back on quarters. */
const SOON_QUARTER = 45

/** The one before or the one after the day of publication: by the tense, but a day far behind is rather the one soon ahead. */
const nearest = (fields: DateFields, published: Moment, tense: Tense): Value => {
  const around = [-1, 0, 1].map((shift) => inYear(fields, published.year + shift)).filter((moment) => moment !== null)
  const before = around.findLast((moment) => dayNumber(moment) <= dayNumber(published))
  const after = around.find((moment) => dayNumber(lastDay(moment)) >= dayNumber(published))
  if (before === undefined || after === undefined) return at(before ?? after ?? null, 'nearest')
  const limit = fields.day === undefined && tense === 'past' ? 0 : fields.quarter !== undefined ? SOON_QUARTER : SOON[tense]
  return dayNumber(after) - dayNumber(published) <= limit ? at(after, 'nearest-future', before) : at(before, 'nearest-past', after)
}

/** How many sentences back a day may have been told that a weekday counts from, in a text that nobody dates. */
const NEAR = 2

const weekdayValue = (weekday: number, { published, genre, told, sentence, tense }: Context): Value => {
  const base = genre === 'narrative' ? (lastTold(told, 'day', sentence, published === null ? NEAR : undefined) ?? published) : published
  if (base === null || base.unit !== 'day') return UNRESOLVED
  const ahead = (weekday - weekdayOf(base) + 7) % 7
  const forward = tense === 'future' || (genre === 'narrative' && base !== published)
  const day = (shift: number): Moment => ({ unit: 'day', ...addDays(base, shift) })
  if (ahead === 0) return at(day(0), forward ? 'weekday-future' : 'weekday-past')
  return forward ? at(day(ahead), 'weekday-future', day(ahead - 7)) : at(day(ahead - 7), 'weekday-past', day(ahead))
}

const shiftValue = (unit: CalendarUnit, count: number, anchor: Anchor, { clock }: Candidate, context: Context): Value => {
  const { told, sentence, published, genre, tense } = context
  const base =
    anchor === 'nearby'
      ? (lastTold(told, 'day', sentence, 2) ?? (genre === 'news' && clock !== undefined ? published : null))
      : baseFor(anchor, unit, context)
  if (base === null || isLonger(base.unit, unit)) return UNRESOLVED
  const moment = containing(base, unit)
  const isBehind = unit === 'weekend' && count === 0 && base === published && tense !== 'future' && weekdayOf(base) < 5
  return at(step(moment, isBehind ? -1 : count), anchor !== 'published' && base !== published ? 'anaphora' : 'relative')
}

const offsetValue = (length: Length, direction: -1 | 1, anchor: Anchor, context: Context): Value => {
  if (length.amount === null) return { from: null, to: null, how: 'vague' }
  const unit = calendarUnit(length)
  const last = context.told.at(-1)
  const isComparison = length.unit === 'year' && direction === -1 && last?.moment.unit === 'quarter'
  const base = isComparison || anchor === 'narrative' ? (last?.moment ?? null) : baseFor(anchor, unit, context)
  if (base === null) return UNRESOLVED
  const result = isComparison ? base.unit : longer(unit, base.unit)
  if (isLonger(base.unit, unit) && base.unit !== 'quarter') return UNRESOLVED
  return at(containing(moved(base, length, direction), result), anchor === 'narrative' ? 'anaphora' : 'relative')
}

/** How exact a date is that lies a length away: weeks ago are told to the day, decades to the year. */
const calendarUnit = ({ unit }: Length): CalendarUnit =>
  unit === 'month' || unit === 'quarter'
    ? 'month'
    : unit === 'year' || unit === 'decade' || unit === 'century' || unit === 'millennium'
      ? 'year'
      : 'day'

const DAYS: Readonly<Record<string, number>> = { second: 0, minute: 0, hour: 1 / 24, day: 1, weekend: 7, week: 7 }
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200, millennium: 12_000 }

const moved = (day: Day, { amount, unit }: Length, direction: -1 | 1): Day => {
  const count = direction * (amount ?? FEW)
  const months = MONTHS[unit]
  if (months === undefined) return addDays(day, Math.round(count * DAYS[unit]!))
  return addMonths(day, Math.round(count * months))
}

const adjacentValue = (fields: DateFields, direction: -1 | 0 | 1, anchor: Anchor, context: Context): Value => {
  const base = baseFor(anchor, 'day', context) ?? baseFor(anchor, 'month', context)
  if (base === null) return UNRESOLVED
  const how = anchor === 'narrative' ? 'anaphora' : 'relative'
  if (fields.weekday !== undefined) {
    const ahead = (fields.weekday - weekdayOf(base) + 7) % 7
    const shift =
      direction === 1 ? ahead || 7 : direction === -1 ? ahead - 7 : context.tense === 'future' || ahead === 0 ? ahead : ahead - 7
    return at({ unit: 'day', ...addDays(base, shift) }, how)
  }
  const around = [-1, 0, 1].map((shift) => inYear(fields, base.year + shift)).filter((moment) => moment !== null)
  if (direction === 0) return at(around.find((moment) => moment.year === base.year) ?? null, how)
  if (direction === 1) return at(around.find((moment) => dayNumber(moment) > dayNumber(base)) ?? null, how)
  return at(around.findLast((moment) => dayNumber(lastDay(moment)) < dayNumber(base)) ?? null, how)
}

const stretchValue = (length: Length, direction: -1 | 1, anchor: Anchor, context: Context): Value => {
  const day = baseFor(anchor, 'day', context)
  if (day !== null && day.unit === 'day' && (length.unit === 'hour' || length.unit === 'minute') && (length.amount ?? 1) <= 24)
    return at(day, 'relative')
  if (day === null || day.unit !== 'day' || (length.amount === null && (direction === -1 || length.unit !== 'week')))
    return { ...UNRESOLVED, how: 'vague' }
  const years = ((length.amount ?? FEW) * (MONTHS[length.unit] ?? 0)) / 12
  const unit: CalendarUnit = years === 0 ? 'day' : years <= 2 ? 'month' : 'year'
  const near = containing(direction === 1 && unit === 'day' ? addDays(day, 1) : day, unit)
  const far = containing(moved(near, length, direction), unit)
  if (!isWritable(far)) return UNRESOLVED
  return direction === -1 ? { from: far, to: near, how: 'relative' } : { from: near, to: far, how: 'relative' }
}
