import type { AttributionMention } from '../parse/parse.js'
import type { Span } from '../report.js'

const DAY = /^(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?: (?:morning|afternoon|evening|night))?[ ,]*(?=that |to |[“"])/
const TOLD = /\b(?:told|tells?|remind(?:ed|s)?|warn(?:ed|s)?|inform(?:ed|s)?|assure[ds]?|notif(?:y|ied|ies)|convince[ds]?)$/i
/** Whom something is told, before the word that opens what is told. */
const HEARER = /^(?:[^\s,"“]+ ){1,5}(?=that )/
/** Longest way to look for the end of a quotation, in code units. */
const QUOTATION = 1500

/** Cue and content by the habits of writing: the colon goes with "said", the day with neither, quotation marks with the words quoted. */
export const trimAttribution = (text: string, attribution: AttributionMention): AttributionMention => {
  const { cue, content } = attribution
  const told = cue && (text[cue.end] === ':' ? { start: cue.start, end: cue.end + 1 } : cue)
  return { ...attribution, cue: told, content: content && contentOf(text, content, cue) }
}

const contentOf = (text: string, { start, end }: Span, cue: Span | null): Span | null => {
  const after = cue !== null && /^[\s,:]*$/.test(text.slice(cue.end, start))
  if (after && TOLD.test(text.slice(cue.start, cue.end))) start += HEARER.exec(text.slice(start, end))?.[0].length ?? 0
  while (start < end && /[\s,;:—–-]/.test(text[start]!)) start++
  start += DAY.exec(text.slice(start, end))?.[0].length ?? 0
  while (end > start && /[\s,;:—–-]/.test(text[end - 1]!)) end--
  if (start >= end) return null
  if (/[“"]/.test(text[start - 1] ?? '') && closesMore(text.slice(start, end))) start--
  if (isOpen(text.slice(start, end))) {
    const close = text.slice(end, end + QUOTATION).search(/[”"]|\n/)
    if (close >= 0 && text[end + close] !== '\n') end += close + 1
  }
  return { start, end }
}

const count = (words: string, mark: string): number => words.split(mark).length - 1

/** True where a quotation opens that does not close. */
const isOpen = (words: string): boolean => count(words, '"') % 2 === 1 || count(words, '“') > count(words, '”')

/** True where a quotation closes that opened before. */
const closesMore = (words: string): boolean => count(words, '"') % 2 === 1 || count(words, '”') > count(words, '“')
