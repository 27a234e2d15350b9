import type { Candidate, Meaning, Modifier } from '../meaning.js'

type Words = readonly [pattern: RegExp, modifier: Modifier]

const PART = (words: string): RegExp => new RegExp(`(?:^|[^\\w-])((?:the\\s+)?(?:very\\s+)?(?:${words})(?:\\s+part)?(?:\\s+(?:of|in|on)(?:\\s+the)?|\\s+the)?\\s+)$`, 'i')

/** Words before a date that name a part of it: they belong to the expression. */
const OF_DATES: readonly Words[] = [
  [PART('early|beginning|start|opening'), 'START'],
  [PART('late|end|close'), 'END'],
  [PART('middle|midway'), 'MID'],
  [/(?:^|[^\w-])((?:the\s+)?mid-?\s*)$/i, 'MID'],
  [/(?:^|[^\w-])(earlier\s+)$/i, 'START'],
  [/(?:^|[^\w-])(later\s+)$/i, 'END'],
  [/(?:^|[^\w-])((?:around|about|approximately|roughly|circa|ca\.|c\.)\s+)$/i, 'APPROX'],
]

/** Words before a length of time. */
const OF_LENGTHS: readonly Words[] = [
  [/(?:^|[^\w-])((?:about|around|approximately|roughly|some|nearly|almost|close\s+to|well\s+over|barely|just\s+(?:under|over|about))\s+)$/i, 'APPROX'],
  [/(?:^|[^\w-])((?:a\s+little\s+)?(?:more\s+than|over|upwards\s+of)\s+)$/i, 'MORE_THAN'],
  [/(?:^|[^\w-])((?:less\s+than|under|fewer\s+than)\s+)$/i, 'LESS_THAN'],
  [/(?:^|[^\w-])((?:at\s+least|no\s+less\s+than|a\s+minimum\s+of)\s+)$/i, 'EQUAL_OR_MORE'],
  [/(?:^|[^\w-])((?:at\s+most|no\s+more\s+than|up\s+to|a\s+maximum\s+of|as\s+long\s+as)\s+)$/i, 'EQUAL_OR_LESS'],
]

const wordsFor = ({ type }: Meaning): readonly Words[] =>
  type === 'duration' || type === 'offset' || type === 'stretch' ? OF_LENGTHS : type === 'vague' || type === 'set' || type === 'range' ? [] : OF_DATES

/** Takes the words before and after that narrow or blur a time into it: "early 2014", "mid-October", "more than two years", "a week or so". */
export const takeModifiers = (text: string, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate, index) => {
    const floor = candidates[index - 1]?.span.end ?? 0
    const before = text.slice(Math.max(floor, candidate.span.start - 40), candidate.span.start)
    const found = wordsFor(candidate.meaning)
      .map(([pattern, modifier]) => ({ match: pattern.exec(before), modifier }))
      .find(({ match }) => match !== null)
    const start = candidate.span.start - (found?.match?.[1]?.length ?? 0)
    const tail = /^\s+or\s+(?:so|more)(?!\w)/i.exec(text.slice(candidate.span.end, candidate.span.end + 12))
    const end = candidate.span.end + (tail?.[0].length ?? 0)
    const modifier = found?.modifier ?? (tail ? 'APPROX' : undefined)
    return modifier === undefined ? candidate : { ...candidate, modifier: candidate.modifier ?? modifier, span: { start, end } }
  })
