import { overlaps, type Span } from '../../report.js'
import type { TimeReading } from './resolve.js'

/** What may stand between a reader's words and the expression that they belong to: "in the | past year", "Thursday and | Friday". */
const NOTHING = /^\s*$/
/** Between the ends of one range: "1980-88", "from May to July". */
const TO = /^\s*(?:[-–—]|\bto\b|\bthrough\b)\s*(?:the\s+)?$/i

/**
 * The reader's words for a time made whole: a reader that works on words may stop short of an expression ("on March" of
 * "on March 12"), just before one ("over the" of "over the past year") or within a range.
 */
export const wholeWords = (text: string, span: Span, readings: readonly TimeReading[]): Span => {
  const inside = readings.filter((reading) => overlaps(reading.span, span))
  const next = readings.find((reading) => reading.span.start >= span.end)
  const start = Math.min(span.start, inside[0]?.span.start ?? span.start)
  const end = Math.max(span.end, inside.at(-1)?.span.end ?? span.end)
  if (next === undefined || next.span.start < end) return { start, end }
  const between = text.slice(end, next.span.start)
  const joins = NOTHING.test(between) || (isDate(inside.at(-1)) && isDate(next) && TO.test(between))
  return joins ? { start, end: next.span.end } : { start, end }
}

const isDate = (reading: TimeReading | undefined): boolean => reading?.meaning.type === 'date'
