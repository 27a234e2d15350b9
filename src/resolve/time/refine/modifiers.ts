import type { Candidate, Modifier } from '../meaning.js'

type Words = readonly [pattern: RegExp, modifier: Modifier]

const LEAD = '(?:^|[^\\w-])'

/** Words before a date that name a part of it: they belong to the expression. */
const OF_DATES: readonly Words[] = [
  [new RegExp(`${LEAD}((?:the\\s+)?(?:very\\s+)?early\\s+(?:in\\s+|on\\s+)?(?:the\\s+)?)$`, 'i'), 'START'],
  [new RegExp(`${LEAD}((?:the\\s+)?(?:very\\s+)?(?:beginning|start)\\s+of\\s+)$`, 'i'), 'START'],
  [new RegExp(`${LEAD}((?:the\\s+)?(?:very\\s+)?late\\s+(?:in\\s+|on\\s+)?(?:the\\s+)?)$`, 'i'), 'END'],
  [new RegExp(`${LEAD}((?:the\\s+)?(?:very\\s+)?(?:end|close)\\s+of\\s+)$`, 'i'), 'END'],
  [new RegExp(`${LEAD}((?:the\\s+)?middle\\s+of\\s+|(?:the\\s+)?mid-?\\s*|midway\\s+through\\s+)$`, 'i'), 'MID'],
  [new RegExp(`${LEAD}((?:circa|ca\\.|c\\.)\\s+)$`, 'i'), 'APPROX'],
]

/** "earlier this year": with shorter units "earlier" only orders what happened. */
const OF_YEARS: readonly Words[] = [
  [new RegExp(`${LEAD}(earlier\\s+)$`, 'i'), 'START'],
  [new RegExp(`${LEAD}(later\\s+)$`, 'i'), 'END'],
]

/** "around 7:15 p.m.", "about 1990", "around Nov. 1". */
const OF_POINTS: readonly Words[] = [[new RegExp(`${LEAD}((?:around|about|approximately|roughly)\\s+)$`, 'i'), 'APPROX']]

/** Words before a length of time. */
const OF_LENGTHS: readonly Words[] = [
  [new RegExp(`${LEAD}((?:at\\s+least|no\\s+less\\s+than|a\\s+minimum\\s+of)\\s+)$`, 'i'), 'EQUAL_OR_MORE'],
  [new RegExp(`${LEAD}((?:at\\s+most|no\\s+more\\s+than|not\\s+more\\s+than|up\\s+to|a\\s+maximum\\s+of)\\s+)$`, 'i'), 'EQUAL_OR_LESS'],
  [new RegExp(`${LEAD}((?:about|around|approximately|roughly|some|nearly|almost|close\\s+to)\\s+)$`, 'i'), 'APPROX'],
  [new RegExp(`${LEAD}((?:(?:a\\s+little|slightly|far)\\s+)?(?:more\\s+than|over|upwards\\s+of)\\s+)$`, 'i'), 'MORE_THAN'],
  [new RegExp(`${LEAD}((?:less\\s+than|under|fewer\\s+than)\\s+)$`, 'i'), 'LESS_THAN'],
]

const wordsFor = ({ meaning, clock }: Candidate): readonly Words[] => {
  switch (meaning.type) {
    case 'duration':
    case 'offset': {
      const open = meaning.type === 'duration' ? meaning.lengths[0]?.amount === null : meaning.length.amount === null
      return open ? [] : OF_LENGTHS
    }
    case 'stretch':
      return OF_LENGTHS.slice(0, 2)
    case 'vague':
    case 'set':
      return []
    case 'shift':
      return meaning.unit === 'year' ? [...OF_DATES, ...OF_YEARS] : clock !== undefined ? [...OF_DATES, ...OF_POINTS] : OF_DATES
    case 'date':
      return (meaning.fields.day ?? meaning.fields.year ?? clock) !== undefined ? [...OF_DATES, ...OF_POINTS] : OF_DATES
    default:
      return OF_DATES
  }
}

/** Takes the words before and after that narrow or blur a time into it: "early 2014", "mid-October", "more than two years", "a week or so". */
export const takeModifiers = (text: string, candidates: readonly Candidate[]): Candidate[] =>
  candidates.map((candidate, index) => {
    const floor = candidates[index - 1]?.span.end ?? 0
    const before = text.slice(Math.max(floor, candidate.span.start - 40), candidate.span.start)
    const found = wordsFor(candidate)
      .map(([pattern, modifier]) => ({ match: pattern.exec(before), modifier }))
      .find(({ match }) => match !== null)
    const start = candidate.span.start - (found?.match?.[1]?.length ?? 0)
    const tail = /^\s+or\s+(?:so|more)(?!\w)/i.exec(text.slice(candidate.span.end, candidate.span.end + 12))
    const end = candidate.span.end + (tail?.[0].length ?? 0)
    const modifier = found?.modifier ?? (tail ? 'APPROX' : undefined)
    return modifier === undefined ? candidate : { ...candidate, modifier: candidate.modifier ?? modifier, span: { start, end } }
  })
