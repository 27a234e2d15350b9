import type { Span } from '../../report.js'
import type { TimeExpression } from '../resolution.js'
import { publicationDay } from './dateline.js'
import { isoDuration, timexDuration } from './duration.js'
import { findCandidates } from './find.js'
import type { Candidate, Meaning, Modifier } from './meaning.js'
import { edtfOf, type Moment, precisionOf, timex } from './moment.js'
import { type Genre, genreOf, type Told } from './narrative.js'
import { tenseAt } from './tense.js'
import { type Context, evaluate, type Value } from './value.js'

/** A time expression with what it says and how it counts, for the claims that use it and for TIMEX3 layers. */
export interface TimeReading extends TimeExpression {
  readonly meaning: Meaning
  readonly modifier: Modifier | null
  /** First and last calendar unit of the value; null where open or not known. */
  readonly from: Moment | null
  readonly to: Moment | null
  /** The same words read the other way: the coming Tuesday for the one before; null where there is no other way. */
  readonly other: Moment | null
  /** TIMEX3 `value`: `1998-W11`, `P2W`, `PRESENT_REF`; null where not known. */
  readonly timex: string | null
}

/**
 * Every time expression of a report in text order, with EDTF values.
 * `sentences` are the sentences of `text` in order; `published` is the report's ISO 8601 date, null where unknown
 * (a full date in the dateline then stands in for it). `genre` is judged from the text where not given.
 */
export const resolveTimes = (
  text: string,
  sentences: readonly Span[],
  published: string | null,
  options: { readonly genre?: Genre } = {},
): TimeReading[] => {
  const candidates = findCandidates(text)
  const day = publicationDay(text, published)
  const genre = options.genre ?? genreOf(candidates, day)
  const told: Told[] = []
  return candidates.map((candidate) => {
    const sentence = sentenceAt(sentences, candidate.span)
    const context: Context = {
      published: day,
      genre,
      told,
      sentence,
      tense: tenseAt(text, sentences[sentence] ?? { start: 0, end: text.length }, candidate.span),
    }
    const value = evaluate(candidate, context)
    const moment = value.from ?? value.to
    if (moment !== null && isTold(candidate)) told.push({ moment, span: candidate.span, sentence, yearStated: value.how === 'explicit' })
    return readingOf(candidate, value)
  })
}

/** The `value` of a layer: EDTF, or ISO 8601 for a length of time. */
export const layerValue = ({ value, duration }: TimeExpression): string | null => duration ?? value

/** Time expressions with the values that their own words give; what counts from a context stays null. */
export const findTimes = (text: string, span: Span = { start: 0, end: text.length }): TimeReading[] =>
  findCandidates(text)
    .filter((candidate) => candidate.span.start >= span.start && candidate.span.end <= span.end)
    .map((candidate) =>
      readingOf(candidate, evaluate(candidate, { published: null, genre: 'narrative', told: [], sentence: 0, tense: 'past' })),
    )

/** Stretches tell no date that later words could refer to, nor do comparisons with "a year earlier". */
const isTold = ({ meaning }: Candidate): boolean =>
  meaning.type !== 'stretch' && !(meaning.type === 'offset' && meaning.direction === -1 && meaning.length.unit === 'year')

const sentenceAt = (sentences: readonly Span[], span: Span): number => {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sentences[middle]!.start <= span.start) low = middle
    else high = middle - 1
  }
  return low
}

const readingOf = (candidate: Candidate, value: Value): TimeReading => {
  const { meaning, span, clock, part, modifier } = candidate
  const isLength = meaning.type === 'duration' || meaning.type === 'stretch'
  return {
    span,
    kind: meaning.type === 'set' ? 'set' : isLength ? 'duration' : clock !== undefined || part !== undefined ? 'time' : 'date',
    value: edtfOf(value),
    precision: precisionOf(value),
    how: value.how,
    duration:
      meaning.type === 'set'
        ? isoDuration([meaning.length])
        : meaning.type === 'duration'
          ? isoDuration(meaning.lengths)
          : meaning.type === 'stretch'
            ? isoDuration([meaning.length])
            : null,
    meaning,
    modifier: modifier ?? null,
    from: value.from,
    to: value.to,
    other: value.other ?? null,
    timex: timexOf(candidate, value),
  }
}

const timexOf = ({ meaning, clock, part }: Candidate, value: Value): string | null => {
  switch (meaning.type) {
    case 'vague':
      return meaning.reference
    case 'duration':
      return timexDuration(meaning.lengths)
    case 'stretch':
      return timexDuration([meaning.length])
    case 'set':
      return meaning.weekday === null ? timexDuration([meaning.length]) : `XXXX-WXX-${meaning.weekday}`
    default: {
      if (meaning.type === 'offset' && meaning.length.amount === null) return meaning.direction === -1 ? 'PAST_REF' : 'FUTURE_REF'
      const moment = value.from ?? value.to
      if (moment === null) return null
      if (value.from !== value.to && value.from !== null && value.to !== null) return edtfOf(value)
      const time = moment.unit !== 'day' ? '' : clock !== undefined ? `T${clock}` : part !== undefined ? `T${part}` : ''
      return timex(moment) + time
    }
  }
}
