import type { Status } from '../../claim.js'
import { overlaps, type Span } from '../../report.js'
import type { TimeValue } from '../resolution.js'
import { anchoredTime } from './anchored.js'
import { addDays, addMonths, dayNumber, daysInMonth } from './calendar.js'
import { publicationDay } from './dateline.js'
import type { DatedEvent } from './events.js'
import type { Modifier } from './meaning.js'
import { containing, contains, earliestStart, edtfOf, firstDay, type Interval, latestEnd, type Moment, precisionOf } from './moment.js'
import type { TimeReading } from './resolve.js'

/** What is known of the claim and its report. */
export interface ClaimContext {
  readonly text: string
  /** ISO 8601 date of the report, null where unknown. */
  readonly published: string | null
  readonly status?: Status
  /** The claim's trigger, where it is known. */
  readonly trigger?: Span
  /** What the report dates, for times told from events. */
  readonly events?: readonly DatedEvent[]
}

const NONE: TimeValue = { value: null, precision: 'unknown', how: 'none' }

/**
 * When a claim happens, by the words that the reader found for it. `readings` are those of `resolveTimes` for the report.
 * Two dates in the words give the interval that covers both; "since", "until" and the like leave an end open.
 */
export const timeOfClaim = (span: Span | null, readings: readonly TimeReading[], context: ClaimContext): TimeValue => {
  if (span === null) return NONE
  const day = publicationDay(context.text, context.published)
  const { text, trigger, events } = context
  const anchored = trigger && events ? anchoredTime(span, { text, trigger, day, readings, events }) : null
  if (anchored !== null) return anchored
  const inside = readings.filter((reading) => overlaps(reading.span, span))
  const dated = narrowest(inside.filter((reading) => reading.value !== null))
  const [first] = dated
  if (first === undefined) return undatedTime(span, inside, readings, context, day)
  const directed = inOrder(dated.map((reading) => directedBy(reading, context.status, day)))
  const ends = directed.map((reading) => exact(reading, context.text, day))
  const covered = ends.reduce((a, b) => ({ from: earliestStart(a.from, b.from), to: latestEnd(a.to, b.to) }))
  return told(
    dated.length > 1 || first.kind === 'duration' ? covered : opened(covered, leadOf(span, first, context), first, context, day),
    directed[0]!.how,
  )
}

/** What happened lies behind the report and what is planned for a weekday ahead of it, whatever the verbs around the words. */
const directedBy = (reading: TimeReading, status: Status | undefined, day: Moment | null): TimeReading => {
  if (day === null || reading.other === null || reading.from === null) return reading
  const isAhead = dayNumber(reading.from) > dayNumber(day)
  const turns = status === 'actual' ? isAhead : status === 'planned' && reading.how === 'weekday-past' && !isAhead
  return turns ? turned(reading) : reading
}

const turned = (reading: TimeReading): TimeReading => ({
  ...reading,
  from: reading.other,
  to: reading.other,
  other: null,
  how: 'by-status',
})

/** "From January 1 through September 25": the first of a range is not the later one. */
const inOrder = (readings: readonly TimeReading[]): readonly TimeReading[] => {
  const [first, second] = readings
  if (!first?.from || !second?.from || !first.other || dayNumber(first.from) <= dayNumber(second.from)) return readings
  return dayNumber(first.other) <= dayNumber(second.from) ? [turned(first), ...readings.slice(1)] : readings
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

/**
 * The words that lead up to the time: those of the span, with a "since" or "until" before it and the clause that this begins
 * ("since talks stalled | last week") where it governs the claim. Empty where the claim stands in that clause: the time is its own.
 */
const leadOf = (span: Span, { span: first }: TimeReading, { text, trigger }: ClaimContext): string => {
  const before = text.slice(Math.max(0, span.start - REACH), span.start)
  const inside = text.slice(span.start, Math.max(span.start, first.start))
  const governing = GOVERNING.exec(before)?.[0] ?? ''
  if (trigger === undefined) return (DIRECT.test(governing) ? governing : '') + inside
  const start = span.start - governing.length
  const after = text.slice(first.end, Math.max(first.end, trigger.start))
  if (trigger.start >= start && trigger.end <= first.start) return trigger.start > span.start + inside.search(OPENING) ? '' : inside
  if (trigger.start > first.start && OPENING.test(inside) && WHEN.test(after)) return ''
  return (trigger.end <= start || /^\s*,/.test(after) ? governing : '') + inside
}

/** How far before its time "since" may stand, in UTF-16 code units. */
const REACH = 70
const GOVERNING = /\b(?:since|until)\s+(?:(?!\b(?:since|until|and|but|that|when|while)\b)[^,;:.()"“”])*$/i
const DIRECT = /^\w+\s+$/
const OPENING = /\b(?:since|until)\b/i
/** "since August 2018, when the Taliban overran …" */
const WHEN = /^,?\s+when\b[^;.]*$/i

const SINCE = /\b(?:since|dating\s+(?:back\s+)?(?:to|from))\b/i
const FROM = /\bfrom\s+(?:the\s+)?$/i
const FOLLOWING = /\b(?:period|years?|months?|weeks?|days)\s+(?:following|after)\s+$/i
const UNTIL = /\b(?:until|till|up\s+to|before|prior\s+to|ahead\s+of|as\s+of)\b/i
/** "before dawn on Friday" is a part of that day, not all that came before it. */
const PART_OF_DAY = /^(?:dawn|daybreak|sunrise|noon|midday|sunset|dusk|nightfall|midnight)\b/i
const BY = /\bby\s+(?:the\s+)?$/i
const SO_FAR = /\b(?:so|thus)\s+far\s+(?:in\s+)?$/i

/** "since 2014" ends open; since a day of the news, with the report. "by Friday" is a limit for what is to come, and for what has come the day itself. */
const opened = (
  value: Interval,
  lead: string,
  { kind, span }: TimeReading,
  { status, text }: ClaimContext,
  day: Moment | null,
): Interval => {
  const { from, to } = value
  if (SINCE.test(lead))
    return from !== null && day !== null && edtfOf(value) === edtfOf(only(day)) ? value : { from, to: isOfDays(from) ? day : null }
  if (SO_FAR.test(lead) && day !== null) return { from: from && firstDay(from), to: day }
  const isLimit = BY.test(lead)
    ? kind !== 'time' && status !== 'actual' && status !== 'ongoing'
    : UNTIL.test(lead) && !PART_OF_DAY.test(text.slice(span.start))
  if (isLimit) return { from: null, to }
  return FROM.test(lead) || FOLLOWING.test(lead) ? { from, to: null } : value
}

const isOfDays = (moment: Moment | null): boolean => moment?.unit === 'day' || moment?.unit === 'week'

/** First and last month of "early", "mid-" and "late" in a year, and year of a decade. */
const THIRDS: Readonly<
  Partial<Record<Modifier, { readonly months: readonly [number, number]; readonly years: readonly [number, number] }>>
> = {
  START: { months: [1, 4], years: [0, 3] },
  MID: { months: [5, 8], years: [4, 6] },
  END: { months: [9, 12], years: [7, 9] },
}

const HALF = /\b(?:first|second|latter)\s+half\s+of\s+(?:the\s+month\s+of\s+)?$/i
const EVE = /\beve\s+of\s+(?:the\s+)?$/i
const LAST_DAYS = /\b(?:last|final|closing)\s+(?:few\s+)?(?:days|weeks)\s+of\s+$/i

const halfOf = (month: Moment, isFirst: boolean): Interval => {
  const on = (day: number): Moment => ({ ...month, unit: 'day', day })
  return isFirst ? { from: on(1), to: on(15) } : { from: on(16), to: on(daysInMonth(month.year, month.month)) }
}

/** What a claim can say more exactly than the bare expression. */
const exact = (reading: TimeReading, text: string, day: Moment | null): Interval => {
  const { meaning, modifier, from, to } = reading
  const words = text.slice(reading.span.start, reading.span.end)
  if (from === null || from !== to) return { from, to }
  const third = modifier === null || /^(?:earlier|later)\b/i.test(words) ? undefined : THIRDS[modifier]
  const before = text.slice(Math.max(0, reading.span.start - 30), reading.span.start)
  if (from.unit === 'month' && HALF.test(before)) return halfOf(from, /\bfirst\b[^,.]*$/i.test(before))
  if (from.unit === 'day' && EVE.test(before)) return only(containing(addDays(from, -1), 'day'))
  if (from.unit === 'year' && (/\bend\b/i.test(words) || LAST_DAYS.test(before))) return only({ ...from, unit: 'month', month: 12 })
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
