import type { AttributionMention } from '../parse/parse.js'
import type { Span } from '../report.js'

const DAY = /^(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?: (?:morning|afternoon|evening|night))?[ ,]*(?=that |to |[“"])/
const TOLD = /\b(?:told|tells?|remind(?:ed|s)?|warn(?:ed|s)?|inform(?:ed|s)?|assure[ds]?|notif(?:y|ied|ies)|convince[ds]?)$/i
/** Whom something is told, before the word that opens what is told. */
const HEARER = /^(?:[^\s,"“]+ ){1,5}(?=that )/
/** Longest way to look for the end of a quotation, in code units. */
const QUOTATION = 1500
/** Longest way from a cue to its source, in code units. */
const CLAUSE = 120
/** What follows a cue when the words told do, too: "told the council how", "said: “". */
const TELLS = /^[^,“"]{0,60}\b(?:that|how|whether|why)\s|^[,:]?\s*[“"]/
/** The rest of the sentence of a cue and the quotation that goes on after it: " said Haddad on Monday. “We". */
const GOES_ON = /^[^\n“”"]{0,150}?\.[ \t]+(?=[“"])/

/** Cue and content by the habits of writing: the colon goes with "said", the day with neither, quotation marks with the words quoted. */
export const trimAttribution = (text: string, attribution: AttributionMention): AttributionMention => {
  const { source, cue, content } = attribution
  const told = cue && (text[cue.end] === ':' ? { start: cue.start, end: cue.end + 1 } : cue)
  const said = content && contentOf(text, cue ? besideCue(text, content, cue, source) : content, cue)
  return { ...attribution, cue: told, content: said && cue ? goingOn(text, said, cue) : said }
}

/** The side of its own cue and source that a content is on; both sides, where a quotation goes on after them. */
const besideCue = (text: string, content: Span, cue: Span, source: Span | null): Span => {
  if (cue.start < content.start || cue.end > content.end) return content
  const near = source !== null && source.start < cue.end + CLAUSE && source.end > cue.start - CLAUSE ? source : cue
  const clause = {
    start: Math.max(content.start, Math.min(cue.start, near.start)),
    end: Math.min(content.end, Math.max(cue.end, near.end)),
  }
  const left = text.slice(content.start, clause.start)
  const right = text.slice(clause.end, content.end)
  const precedes = /[,”"]\s*$/.test(left) && !TELLS.test(right)
  if (precedes && /[“"]/.test(right)) return content
  return precedes ? { start: content.start, end: clause.start } : { start: clause.end, end: content.end }
}

/** A quotation that stands before its cue goes on where another opens right after the cue's sentence, in the same paragraph. */
const goingOn = (text: string, content: Span, cue: Span): Span => {
  if (content.end > cue.start || !/[”"]/.test(text.slice(content.start, content.end))) return content
  const rest = GOES_ON.exec(text.slice(cue.end, cue.end + QUOTATION))
  if (!rest) return content
  const open = cue.end + rest[0].length + 1
  const close = text.slice(open, open + QUOTATION).search(/[”"]|\n/)
  return close >= 0 && text[open + close] !== '\n' ? { start: content.start, end: open + close + 1 } : content
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
