import type { Status } from '../../claim.js'
import { overlaps, type Span } from '../../report.js'
import type { TimeValue } from '../resolution.js'
import { addDays, addMonths } from './calendar.js'
import { publicationDay } from './dateline.js'
import type { Modifier } from './meaning.js'
import { containing, contains, earliestStart, edtfOf, type Interval, latestEnd, type Moment, precisionOf } from './moment.js'
import type { TimeReading } from './resolve.js'

/** What is known of the claim and its report. */
export interface ClaimContext {
  readonly text: string
  /** ISO 8601 date of the report, null where unknown. */
  readonly published: string | null
  readonly status?: Status
}

const NONE: TimeValue = { value: null, precision: 'unknown', how: 'none' }

/**
 * When a claim happens, by the words that the reader found for it. `readings` are those of `resolveTimes` for the report.
 * Two dates in the words give the interval that covers both; "since", "until" and the like leave an end open.
 */
export const timeOfClaim = (span: Span | null, readings: readonly TimeReading[], context: ClaimContext): TimeValue => {
  if (span === null) return NONE
  const inside = readings.filter((reading) => overlaps(reading.span, span))
  const day = publicationDay(context.text, context.published)
  const dated = narrowest(inside.filter((reading) => reading.value !== null))
  const [first] = dated
  if (first === undefined) return undatedTime(span, inside, readings, context, day)
  const ends = dated.map((reading) => exact(reading, context.text, day))
  const covered = ends.reduce((a, b) => ({ from: earliestStart(a.from, b.from), to: latestEnd(a.to, b.to) }))
  return told(
    dated.length > 1 || first.kind === 'duration' ? covered : opened(covered, leadOf(context.text, span, first), first, day),
    first.how,
  )
}

const told = (interval: Interval, how: string): TimeValue => ({ value: edtfOf(interval), precision: precisionOf(interval), how })
const only = (moment: Moment): Interval => ({ from: moment, to: moment })

/** "May 2 this year" is the day: a date within another's stands for both. */
const narrowest = (dated: readonly TimeReading[]): readonly TimeReading[] =>
  dated.filter(
    (outer) =>
      !dated.some(
        (inner) => inner !== outer && isOne(outer) && isOne(inner) && outer.value !== inner.value && contains(outer.from!, inner.from!),
      ),
  )

const isOne = ({ from, to }: TimeReading): boolean => from !== null && from === to

/** The words of the span before the time, and "since" or "until" just before the span. */
const leadOf = (text: string, span: Span, first: TimeReading): string => {
  const outside = /\b(?:since|until)\s+$/i.exec(text.slice(Math.max(0, span.start - 8), span.start))?.[0] ?? ''
  return outside + text.slice(span.start, Math.max(span.start, first.span.start))
}

const SINCE = /\b(?:since|dating\s+(?:back\s+)?(?:to|from))\b/i
const FROM = /\bfrom\s+(?:the\s+)?$/i
const UNTIL = /\b(?:until|till|up\s+to|before|prior\s+to|ahead\s+of|as\s+of)\b/i
const BY = /\bby\s+(?:the\s+)?$/i

/** "since 2014" ends open; since a day of the news, with the report. */
const opened = ({ from, to }: Interval, lead: string, { kind }: TimeReading, day: Moment | null): Interval => {
  if (SINCE.test(lead)) return { from, to: from?.unit === 'day' || from?.unit === 'week' ? day : null }
  if (UNTIL.test(lead) || (BY.test(lead) && kind !== 'time')) return { from: null, to }
  return FROM.test(lead) ? { from, to: null } : { from, to }
}

/** First and last month of "early", "mid-" and "late" in a year, and year of a decade. */
const THIRDS: Readonly<
  Partial<Record<Modifier, { readonly months: readonly [number, number]; readonly years: readonly [number, number] }>>
> = {
  START: { months: [1, 4], years: [0, 3] },
  MID: { months: [5, 8], years: [4, 6] },
  END: { months: [9, 12], years: [7, 9] },
}

/** What a claim can say more exactly than the bare expression. */
const exact = (reading: TimeReading, text: string, day: Moment | null): Interval => {
  const { meaning, modifier, from, to } = reading
  const words = text.slice(reading.span.start, reading.span.end)
  if (from === null || from !== to) return { from, to }
  const third = modifier === null || /^(?:earlier|later)\b/i.test(words) ? undefined : THIRDS[modifier]
  if (third !== undefined && from.unit === 'year') {
    const month = (number: number): Moment => ({ ...from, unit: 'month', month: number })
    return { from: month(third.months[0]), to: month(third.months[1]) }
  }
  if (third !== undefined && from.unit === 'decade') {
    const year = (count: number): Moment => ({ ...from, unit: 'year', year: from.year + count })
    return { from: year(third.years[0]), to: year(third.years[1]) }
  }
  if (day === null) return only(from)
  if (meaning.type === 'offset' && meaning.direction === -1 && meaning.anchor === 'published' && from.unit !== 'quarter') {
    const yearAgo = meaning.length.unit === 'year' && meaning.length.amount === 1 ? addMonths(day, -12) : null
    if (modifier === 'MORE_THAN') return { from: null, to: yearAgo === null ? from : containing(yearAgo, 'day') }
    return only(yearAgo === null ? from : containing(yearAgo, 'month'))
  }
  if (meaning.type === 'shift' && meaning.anchor === 'published' && meaning.count === 0) {
    if (meaning.unit === 'week')
      return {
        from: { ...from, unit: 'day' },
        to: containing(/^earlier/i.test(text.slice(reading.span.start - 8)) ? addDays(day, -1) : day, 'day'),
      }
    if (/^overnight/i.test(words)) return { from: containing(addDays(from, -1), 'day'), to: from }
  }
  return only(from)
}

/** Words for the time told last: "at the time", "since then", "during the attack". */
const AGAIN =
  /\b(?:(?:at|during)\s+(?:the|that|this|the\s+same)\s+(?:time|period)|(?:since|by|until|from)\s+then|(?:ever\s+)?since|during\s+(?:the|that|this)\s+(?:\w+\s+)?(?:attack|assault|raid|battle|fighting|clash|clashes|operation|offensive|siege|shooting|bombing|strike|protest|riot|march))$/i
/** How far back a time is still being told, in UTF-16 code units: two sentences or so. */
const RECENT = 500

/** "the first time in two years", "the worst attack in a decade": how long it had been, not when it was. */
const RECORD = /\b(?:first|last|only|fastest|\w+est|most|least|worst|best|record)\b[^.;,]{0,60}$/i

/** Lengths count from the report where the words say so ("within a year", "in 20 years"); "now" is the day of the report. */
const undatedTime = (
  span: Span,
  inside: readonly TimeReading[],
  readings: readonly TimeReading[],
  context: ClaimContext,
  day: Moment | null,
): TimeValue => {
  const { text, status } = context
  for (const { meaning, span: at } of day === null ? [] : inside) {
    const lead = text.slice(Math.max(0, at.start - 8), at.start)
    if (meaning.type === 'vague' && meaning.reference === 'PRESENT_REF' && !/^current$/i.test(text.slice(at.start, at.end)))
      return told(/\bfrom\s+$/i.test(lead) ? { from: day, to: null } : only(day!), 'present')
    const length = meaning.type === 'duration' ? meaning.lengths[0] : undefined
    if (length?.unit !== 'year' || length.amount === null || !/\b(?:within|in)\s+$/i.test(lead)) continue
    if (RECORD.test(text.slice(Math.max(0, at.start - 80), at.start))) continue
    const years = (count: number): Moment => containing(addMonths(day!, count * 12), 'year')
    if (status === 'actual') return told({ from: years(-length.amount), to: years(0) }, 'relative')
    return told(
      length.amount > 1 ? only(years(length.amount)) : { from: day, to: containing(addMonths(day!, length.amount * 12), 'day') },
      'relative',
    )
  }
  const words = text.slice(span.start, span.end)
  const last = AGAIN.test(words) ? readings.findLast((reading) => reading.span.end <= span.start && isOne(reading)) : undefined
  if (last === undefined || span.start - last.span.end > RECENT) return { ...NONE, how: inside[0]?.how ?? 'unresolved' }
  return told(SINCE.test(words) ? { from: last.from, to: null } : UNTIL.test(words) ? { from: null, to: last.to } : last, 'anaphora')
}
