import type { Quote } from '../../claim.js'
import { overlaps, type Span } from '../../report.js'
import type { FigureValue } from '../resolution.js'
import { countedAfter } from './counted.js'
import { anyOf, NUMBER, PLURAL_NUMBERS } from './number.js'
import { readFigure } from './read.js'

/** A number of something, found by rule. */
export interface FoundFigure extends Quote {
  readonly value: FigureValue
  /** What is counted, null where the text names it elsewhere. */
  readonly of: Quote | null
}

const BEFORE =
  '(?:at least|at most|no fewer than|no less than|no more than|not more than|more than|fewer than|less than|well over|over|upwards? of|up to|as many as|about|around|approximately|roughly|nearly|almost|some|close to|an? estimated|between|under)'
const PLURAL = anyOf(PLURAL_NUMBERS.keys())
const OPEN = `(?:(?:several|a few|many|a couple of|a couple|couple) )?(?:${PLURAL})(?: of (?:hundreds|thousands|millions|billions))?(?![a-z])|(?:several|a few|a couple of|a couple|couple) (?:dozen|hundred|thousand|million)(?![a-z])`
const MONEY = String.raw`(?:(?:US|C)?[$€£]\s*)?`
const UNIT = String.raw`(?:\s*%|\s+per\s?cent(?![a-z]))?`
const ONE = `${MONEY}${NUMBER}${UNIT}`
const WORDS = `(?:${BEFORE} )*(?:${OPEN}|${ONE}(?:(?: to | or | and (?=\\d)|-|–)${ONE})?)(?: or more|-plus)?`
const FIGURE = new RegExp(`(?<![\\w$€£#[.,/’'-])(?:${WORDS.replaceAll(' ', '\\s+')})(?![\\w%]|-year|[.,:/]\\d|\\])`, 'gi')

/** Not counts: names, ages, ordinals and places in a list. */
const NAMED =
  /(?:\b(?:No\.|number|flight|route|highway|resolution|article|section|page|chapter|age|aged|boeing|group|phase|day|class|unit|division|brigade))\s*$/i
const AGE = [/,\s*$/, /^\s*[,)]/] as const
const PRONOUN = /^one$/i

/** How far on a figure may count what the one before it counted ("killed 12 people and injured 30"), in UTF-16 code units. */
const CARRIED = 80

/** Figures of a text with their ranges, in order; `times` are the spans, in order, of expressions of time, whose numbers are none. */
export const findFigures = (text: string, times: readonly Span[] = [], within: Span = { start: 0, end: text.length }): FoundFigure[] => {
  const found: FoundFigure[] = []
  let next = 0
  for (const match of text.slice(within.start, within.end).matchAll(FIGURE)) {
    const span = { start: within.start + match.index, end: within.start + match.index + match[0].length }
    const value = readFigure(match[0])
    const before = text.slice(Math.max(0, span.start - 20), span.start)
    const of = countedAfter(text, span.end, PRONOUN.test(match[0]))
    while (next < times.length && times[next]!.end <= span.start) next += 1
    if (value === null || (next < times.length && overlaps(times[next]!, span))) continue
    const after = text.slice(span.end, span.end + 20)
    if (of === null && (NAMED.test(before) || (AGE[0].test(before) && AGE[1].test(after)))) continue
    if (
      PRONOUN.test(match[0]) &&
      (of === null || /\b(?:no|any|every|some|each|this|that|the|which)\s+$/i.test(before) || /^\s+(?:another|day|by one)\b/i.test(after))
    )
      continue
    const last = found.at(-1)
    found.push({ span, text: match[0], value, of: of ?? (last !== undefined && span.start - last.span.end < CARRIED ? last.of : null) })
  }
  return found
}
