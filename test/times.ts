import { splitSentences } from '../src/parse/sentences.js'
import { resolveTimes, type TimeReading } from '../src/resolve/time/resolve.js'

/** A Thursday; tests of rules count from here unless they say otherwise. */
export const THURSDAY = '2016-11-03'

export const readingsOf = (text: string, published: string | null = THURSDAY): TimeReading[] =>
  resolveTimes(text, splitSentences(text), published)

/** `words → value` of every expression, the value being EDTF, else the ISO duration, else how it was left. */
export const told = (text: string, published: string | null = THURSDAY): string[] =>
  readingsOf(text, published).map(
    (reading) => `${text.slice(reading.span.start, reading.span.end)} → ${reading.value ?? reading.duration ?? reading.how}`,
  )
