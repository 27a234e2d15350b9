import type { FigureValue } from '../resolution.js'
import { anyOf, NUMBER, PLURAL_NUMBERS, parseNumber } from './number.js'

const MONEY = String.raw`(?:(?:US|C|A|HK)?[$€£¥]\s?)?`
const PERCENT = String.raw`(?:\s?%|\s*-?per\s?cent)?`
const NUMERAL = `${MONEY}(?<low>${NUMBER})${PERCENT}`
const RANGE = new RegExp(
  `^(?:between\\s+|from\\s+)?${NUMERAL}(?:\\s*[-–—]\\s*|\\s+(?:to|and|or|perhaps)\\s+(?:as\\s+many\\s+as\\s+)?)${MONEY}(?<high>${NUMBER})${PERCENT}$`,
  'i',
)
const SINGLE = new RegExp(`^${NUMERAL}$`, 'i')
const PLURAL = anyOf(PLURAL_NUMBERS.keys())
const OPEN = new RegExp(
  `^(?:several\\s+|a\\s+few\\s+|many\\s+|a\\s+couple\\s+(?:of\\s+)?|couple\\s+(?:of\\s+)?)?(?<word>${PLURAL}|hundred|thousand|million|billion|dozen)(?:\\s+of\\s+(?<scale>thousands|millions|hundreds|billions))?$`,
  'i',
)

/** How a qualifier turns the bounds of a number. */
type Turn = (value: FigureValue) => FigureValue

const same: Turn = (value) => value
const above: Turn = ({ low }) => ({ low: low === null ? null : low + 1, high: null })
const fromIt: Turn = ({ low }) => ({ low, high: null })
const below: Turn = ({ high }) => ({ low: null, high: high === null ? null : high - 1 })
const upTo: Turn = ({ high }) => ({ low: null, high })

/** Words before a number, by the coding guide's rules. */
const BEFORE: readonly (readonly [RegExp, Turn])[] = [
  [/^(?:at\s+least|a\s+minimum\s+of|no\s+(?:fewer|less)\s+than|not\s+less\s+than|a\s+total\s+of\s+at\s+least)\s+/i, fromIt],
  [/^(?:more\s+than|well\s+over|over|upwards?\s+of|greater\s+than|in\s+excess\s+of|above|just\s+over)\s+/i, above],
  [/^(?:up\s+to|as\s+many\s+as|as\s+much\s+as|at\s+most|no\s+more\s+than|not\s+more\s+than|a\s+maximum\s+of)\s+/i, upTo],
  [/^(?:fewer\s+than|less\s+than|less|under|below|just\s+under)\s+/i, below],
  [
    /^(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|close\s+to|an?\s+estimated|estimated|exactly|only|just|a\s+total\s+of|the|all|another|other|additional|an\s+additional|circa|perhaps|probably|possibly|reportedly|~|those|these|its|their|his)\s+/i,
    same,
  ],
]

/** Words after a number: "60-plus", "a hundred or more", "20 or so". */
const AFTER: readonly (readonly [RegExp, Turn])[] = [
  [/\s*(?:-plus|\+|\s+plus|,?\s+(?:or|and|if\s+not)\s+more)$/i, fromIt],
  [/\s+(?:or|and)\s+(?:fewer|less)$/i, upTo],
  [/\s+or\s+so$/i, same],
]

/**
 * The range that the words of a figure give by the coding guide: "at least 12" is 12 and more, "more than 40" 41 and more,
 * "dozens" 24 to 99, "3,000 to 5,000" and "about 50" what they say. Null for words that are no figure ("some", "several").
 */
export const readFigure = (text: string): FigureValue | null => {
  const words = text.trim().replace(/\s+/g, ' ')
  for (const [pattern, turn] of BEFORE) {
    const match = pattern.exec(words)
    const rest = match && readFigure(words.slice(match[0].length))
    if (rest) return checked(turn(rest))
  }
  for (const [pattern, turn] of AFTER) {
    const match = pattern.exec(words)
    const rest = match && match.index > 0 && readFigure(words.slice(0, match.index))
    if (rest) return checked(turn(rest))
  }
  return readNumber(words) ?? readOpen(words) ?? readPair(words)
}

const checked = (value: FigureValue): FigureValue | null => (value.low === null && value.high === null ? null : value)

const readNumber = (words: string): FigureValue | null => {
  if (/^(?:no|none|zero|nobody|no one)$/i.test(words)) return { low: 0, high: 0 }
  if (/^an?$/i.test(words)) return { low: 1, high: 1 }
  const times = ['single', 'double', 'triple', 'quadruple'].indexOf(words.toLowerCase()) + 1
  if (times > 0) return { low: times, high: times }
  const single = SINGLE.exec(words)
  const value = single && parseNumber(single.groups!.low!)
  if (value !== null && value !== undefined) return { low: value, high: value }
  const range = RANGE.exec(words)
  if (!range) return null
  const [low, high] = [parseNumber(range.groups!.low!), parseNumber(range.groups!.high!)]
  if (low === null || high === null) return null
  const scale = /^\d[\d.]*$/.test(range.groups!.low!)
    ? /\d\s*(hundred|thousand|million|billion)$/i.exec(range.groups!.high!)?.[1]
    : undefined
  const scaled = scale === undefined ? low : (parseNumber(`${range.groups!.low} ${scale}`) ?? low)
  return scaled <= high ? { low: scaled, high } : null
}

/** "dozens", "several hundred", "tens of thousands": from twice the word (forty for scores) up to the next. */
const readOpen = (words: string): FigureValue | null => {
  const match = OPEN.exec(words)
  if (!match) return null
  const word = match.groups!.word!.toLowerCase()
  const plural = PLURAL_NUMBERS.get(word)
  if (/couple/i.test(words)) {
    const value = parseNumber(`two ${word.replace(/s$/, '')}`)
    return value === null ? null : { low: value, high: value }
  }
  const low = plural ?? PLURAL_NUMBERS.get(`${word}s`)
  if (low === undefined || (plural === undefined && /^(?:hundred|thousand|million|billion|dozen)$/i.test(words))) return null
  const scale = match.groups!.scale === undefined ? 1 : parseNumber(match.groups!.scale.replace(/s$/, ''))!
  return { low: low * scale, high: scale * (low < 100 ? 100 : (low / 2) * 10) - 1 }
}

/** "hundreds, perhaps thousands", "dozens or hundreds", "four or five". */
const readPair = (words: string): FigureValue | null => {
  const match = /^(?<first>.+?),?\s+(?:or|and|to|if\s+not|perhaps|possibly|maybe)\s+(?:even\s+|perhaps\s+|maybe\s+)?(?<second>.+)$/i.exec(
    words,
  )
  if (!match) return null
  const [first, second] = [readOpen(match.groups!.first!.replace(/,$/, '')), readOpen(match.groups!.second!)]
  return first === null || second === null ? null : { low: first.low, high: second.high }
}
