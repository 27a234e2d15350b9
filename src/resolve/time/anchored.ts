import type { Span } from '../../report.js'
import type { TimeValue } from '../resolution.js'
import { addDays, addMonths } from './calendar.js'
import { type DatedEvent, dateOfEvent } from './events.js'
import type { Length } from './meaning.js'
import { containing, edtfOf, type Interval, longer, type Moment, precisionOf } from './moment.js'
import type { TimeReading } from './resolve.js'
import { ORDINAL, ordinalOf } from './words.js'

/** What a time that is told from an event is worked out from. */
export interface Anchoring {
  readonly text: string
  readonly trigger: Span
  /** Day of the report, null where unknown. */
  readonly day: Moment | null
  readonly readings: readonly TimeReading[]
  readonly events: readonly DatedEvent[]
}

/** The clause that names the event: to the next mark or conjunction, 90 code units at most. */
const CLAUSE = /^(?:[^,;:.()"“”\n]|,(?=\s\d{4})|(?<=\d{4}),(?=\s[a-z])|\.(?=\d)){1,90}/
const SIDE = /^\s*(?<side>after|following|before|prior\s+to|ahead\s+of)\s+/i
/** "on the day of", "at the time of", "minutes after", "during": as good as the event's own date. */
const SAME =
  /^(?:(?:just|only|beginning)\s+)?(?:(?:on|at|during)\s+the\s+(?:very\s+|same\s+)?(?:day|night|time|moment|start|height)\s+(?:of|that|when)|(?:in\s+the\s+)?(?:(?:immediate(?:ly)?|shortly|soon|right|moments|seconds|minutes|hours|just)\s+)(?:after|before|following)|when|during)\s+/i
const ANNIVERSARY = new RegExp(`(?:(?<nth>${ORDINAL})[\\s-]+(?:year[\\s-]+)?)?anniversary\\b`, 'i')
const SINCE = /^(?:ever\s+)?since\s+(?!and\b|then\b)(?:(?:shortly|soon|just)\s+after\s+)?(?:the\s+(?:start|beginning|end)\s+of\s+)?/i
const UNTIL = /^until\s+(?:(?:shortly|soon|just)\s+)?(?:after\s+|before\s+)?/i

/**
 * The date of a claim whose time is told from an event: "three days after the attack", "on the day of the blast".
 * The event's date stands in the words ("the April 15 attack"), or the report gives it elsewhere. Null where the words tell
 * no such thing, or the event has no date.
 */
export const anchoredTime = (span: Span, anchoring: Anchoring): TimeValue | null => {
  const { text, readings, trigger } = anchoring
  const words = text.slice(span.start, span.end + 90)
  const length = readings.find(
    ({ span: at, meaning }) => meaning.type === 'duration' && at.start >= span.start - 1 && at.start < span.end + 1,
  )
  const side = length && SIDE.exec(text.slice(length.span.end, length.span.end + 20))
  if (length?.meaning.type === 'duration' && side) {
    const start = length.span.end + side[0].length
    const direction = /^(?:after|following)/i.test(side.groups!.side!) ? 1 : -1
    return fromLength(length.span, length.meaning.lengths[0]!, direction, { start, end: start + clauseAt(text, start).length }, anchoring)
  }
  const anniversary = ANNIVERSARY.exec(words)
  if (anniversary && anniversary.index <= span.end - span.start)
    return fromAnniversary(span.start + anniversary.index, anniversary, anchoring)
  for (const [pattern, open] of [
    [SAME, (date: Moment): Interval => ({ from: date, to: date })],
    [SINCE, (date: Moment): Interval => ({ from: date, to: date.unit === 'day' ? anchoring.day : null })],
    [UNTIL, (date: Moment): Interval => ({ from: null, to: date })],
  ] as const) {
    const lead = pattern.exec(words)
    if (lead === null) continue
    const start = span.start + lead[0].length
    const clause = { start, end: start + clauseAt(text, start).length }
    if (dateWithin(span, readings) !== null || isWithin(trigger, clause)) return null
    const date = eventDate(clause, anchoring)
    return date && told(open(date))
  }
  return null
}

const told = (interval: Interval): TimeValue => ({ value: edtfOf(interval), precision: precisionOf(interval), how: 'event' })

const clauseAt = (text: string, start: number): string => CLAUSE.exec(text.slice(start, start + 100))?.[0] ?? ''

const isWithin = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end

const dateWithin = (clause: Span, readings: readonly TimeReading[]): Moment | null =>
  readings.find(
    ({ span, from, to, kind }) => isWithin(span, clause) && from !== null && from === to && (kind === 'date' || kind === 'time'),
  )?.from ?? null

const eventDate = (clause: Span, { text, readings, events }: Anchoring): Moment | null =>
  dateWithin(clause, readings) ?? dateOfEvent(text.slice(clause.start, clause.end).split(FURTHER)[0]!, events)

/** What follows the words for the event itself. */
const FURTHER = /\s(?:of|in|on|at|by|for|from|to|about|over|after|before|that|which|who|with|against|as|and)\s/

/** "three days after X": X's date and three days; of X itself, where that is the claim, the report's day and three days back. */
const fromLength = (at: Span, length: Length, direction: 1 | -1, clause: Span, anchoring: Anchoring): TimeValue | null => {
  const { text, trigger, day } = anchoring
  const isItself =
    isWithin(trigger, clause) && !ELSE.test(text.slice(clause.start, trigger.start)) && dateWithin(clause, anchoring.readings) === null
  const base = isItself ? (dayBefore(at, anchoring) ?? day) : eventDate(clause, anchoring)
  const isVague = length.amount === null && FEW.test(text.slice(at.start, at.end))
  const moment = base === null || isVague ? null : away(base, length, isItself ? (-direction as 1 | -1) : direction)
  return moment && told({ from: moment, to: moment })
}

/** What comes after it in the clause is not what the length counts from. */
const ELSE = /\s(?:as|and|to|while|when)\s/
const FEW = /few|several|couple/i

/** The day that a length is told beside: "on April 4, one day before they agreed". */
const dayBefore = (at: Span, { text, readings }: Anchoring): Moment | null =>
  readings.find(({ span, from, to }) => from !== null && from === to && /^,\s+$/.test(text.slice(span.end, at.start)))?.from ?? null

/** What the anniversary is of lies so many years back in the month of the report; another mention of it may say how many. */
const fromAnniversary = (at: number, match: RegExpExecArray, { text, trigger, day }: Anchoring): TimeValue | null => {
  const nth = match.groups?.nth ?? [...text.matchAll(new RegExp(ANNIVERSARY, 'gi'))].find(({ groups }) => groups?.nth)?.groups?.nth
  if (day === null || nth === undefined || trigger.start < at + match[0].length) return null
  const month = containing(addMonths(day, -12 * ordinalOf(nth)), 'month')
  return told({ from: month, to: month })
}

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }
const DAYS: Readonly<Record<string, number>> = { second: 0, minute: 0, hour: 1 / 24, day: 1, week: 7 }

/** As exact as length and base allow: days from a day are a day, "days after" it its month, weeks its year. Null where it cannot be told. */
const away = (base: Moment, { amount, unit }: Length, direction: 1 | -1): Moment | null => {
  const months = MONTHS[unit]
  if (months !== undefined) {
    if (amount === null || (months < 12 && base.unit !== 'day' && base.unit !== 'month')) return null
    const isExact = base.unit === 'day' && months * amount <= 12
    return containing(addMonths(base, Math.round(direction * amount * months)), months < 12 || isExact ? 'month' : 'year')
  }
  const days = DAYS[unit]
  if (days === undefined) return null
  if (days < 1 && (amount ?? 1) * days < 1) return base
  if (amount === null || base.unit !== 'day') return containing(base, longer(base.unit, amount === null && days > 1 ? 'year' : 'month'))
  return containing(addDays(base, Math.round(direction * amount * days)), 'day')
}
