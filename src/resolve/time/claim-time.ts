import type { Status } from '../../claim.js'
import { overlaps, type Span } from '../../report.js'
import type { TimeValue } from '../resolution.js'
import { addDays, addMonths } from './calendar.js'
import { publicationDay } from './dateline.js'
import { containing, isLonger, type Moment } from './moment.js'
import { edtfOf, precisionOf, type TimeReading } from './resolve.js'
import { earliest, latest } from './bounds.js'

/** What is known of the claim and its report. */
export interface ClaimContext {
  readonly text: string
  /** ISO 8601 date of the report, null where unknown. */
  readonly published: string | null
  readonly status?: Status
}

interface Ends {
  readonly from: Moment | null
  readonly to: Moment | null
}

const NONE: TimeValue = { value: null, precision: 'unknown', how: 'none' }
const UNRESOLVED: TimeValue = { ...NONE, how: 'unresolved' }

/** Words before a time that open or close it. */
const SINCE = /\b(?:since|dating\s+(?:back\s+)?(?:to|from))\b[^.;]*$/i
const FROM = /\b(?:from|starting|beginning|after)\s+(?:the\s+)?$/i
const UNTIL = /\b(?:until|till|up\s+to|before|prior\s+to|ahead\s+of|as\s+of|no\s+later\s+than)\b[^.;]*$/i
const BY = /\bby\s+(?:the\s+)?$/i

/**
 * When a claim happens, by the words that the reader found for it. `readings` are those of `resolveTimes` for the report.
 * Two dates in the words give the interval that covers both; "since", "until" and the like leave an end open.
 */
export const timeOfClaim = (span: Span | null, readings: readonly TimeReading[], context: ClaimContext): TimeValue => {
  if (span === null) return NONE
  const inside = readings.filter((reading) => overlaps(reading.span, span))
  const day = publicationDay(context.text, context.published)
  const dated = inside.filter((reading) => reading.value !== null)
  if (dated.length === 0) return undatedTime(span, inside, context, day)
  const first = dated[0]!
  const ends = dated.map((reading) => refined(reading, day))
  const covered = ends.reduce((a, b) => ({ from: earliest(a.from, b.from), to: latest(a.to, b.to) }))
  const lead = leadOf(context.text, span, first)
  const opened = dated.length > 1 && !SINCE.test(lead) ? covered : withLead(covered, lead, first, day)
  return { value: edtfOf(opened), precision: precisionOf(opened), how: first.how }
}

/** The words of the span before the time, and those just before the span. */
const leadOf = (text: string, span: Span, first: TimeReading): string => {
  const outside = /\b(?:since|until|till|before|after|from|by|as of)\s+(?:the\s+)?$/i.exec(text.slice(Math.max(0, span.start - 20), span.start))?.[0] ?? ''
  return outside + text.slice(span.start, Math.max(span.start, first.span.start))
}

const withLead = (ends: Ends, lead: string, first: TimeReading, day: Moment | null): Ends => {
  if (first.kind === 'duration') return ends
  if (SINCE.test(lead)) return { from: ends.from, to: ends.from?.unit === 'day' && day !== null && first.meaning.type !== 'shift' ? day : null }
  if (UNTIL.test(lead)) return { from: null, to: ends.to }
  if (FROM.test(lead)) return first.meaning.type === 'era' ? ends : { from: ends.from, to: null }
  if (BY.test(lead) && first.kind !== 'time') return { from: null, to: ends.to }
  return ends
}

/** What a claim can say more exactly than the bare expression. */
const refined = (reading: TimeReading, day: Moment | null): Ends => {
  const { meaning, modifier, from, to } = reading
  if (from === null || to === null) return { from, to }
  if (meaning.type === 'offset' && meaning.direction === -1 && modifier === 'MORE_THAN') return { from: null, to }
  if (meaning.type === 'offset' && meaning.anchor === 'published' && meaning.length.unit === 'year' && meaning.length.amount === 1 && day !== null)
    return same(containing(addMonths(day, 12 * meaning.direction), 'month'))
  if (meaning.type === 'shift' && meaning.unit === 'week' && meaning.count === 0 && meaning.anchor === 'published' && day !== null) {
    const end = modifier === 'START' ? addDays(day, -1) : day
    return { from: { ...from, unit: 'day' }, to: { ...end, unit: 'day' } }
  }
  if (from === to && from.unit === 'year' && modifier !== null && modifier in THIRDS && reading.meaning.type !== 'shift') {
    const [start, end] = THIRDS[modifier]!
    return { from: { ...from, unit: 'month', month: start }, to: { ...from, unit: 'month', month: end } }
  }
  return { from, to }
}

const THIRDS: Readonly<Record<string, readonly [number, number]>> = { START: [1, 4], MID: [5, 8], END: [9, 12] }

const same = (moment: Moment): Ends => ({ from: moment, to: moment })

/** Durations count from the report where the words say so ("within a year"); "now" is the day of the report. */
const undatedTime = (span: Span, inside: readonly TimeReading[], { text }: ClaimContext, day: Moment | null): TimeValue => {
  const words = text.slice(span.start, span.end)
  const lead = text.slice(Math.max(0, span.start - 8), span.start) + words
  for (const { meaning } of inside) {
    if (day === null) break
    if (meaning.type === 'vague' && meaning.reference === 'PRESENT_REF' && /\b(?:now|currently|moment)\b/i.test(words)) return told(same(day), 'present')
    if (meaning.type === 'duration' && /\b(?:within|in)\s+(?:\w+\s+)?$/i.test(lead.slice(0, lead.length - words.length) + words.slice(0, words.search(/\s\S+\s*$/) + 1))) {
      const [length] = meaning.lengths
      if (length?.amount && length.unit === 'year') return told({ from: day, to: { unit: 'day', ...addMonths(day, length.amount * 12) } }, 'relative')
    }
  }
  return inside.length === 0 ? UNRESOLVED : { ...UNRESOLVED, how: inside[0]!.how }
}

const told = (ends: Ends, how: string): TimeValue => ({ value: edtfOf(ends), precision: precisionOf(ends), how })
export { isLonger }
