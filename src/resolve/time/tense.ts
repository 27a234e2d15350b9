import type { Span } from '../../report.js'

export type Tense = 'past' | 'future'

const FUTURE =
  /\b(?:will|['’]ll|won['’]t|shall|going\s+to|(?:is|are)\s+to\s+(?!blame)|(?:is|are|was|were)\s+(?:due|set|scheduled|slated|poised|expected)\s+(?:to|for|on|in)|due\s+(?:to|on|in)|scheduled\s+(?:to|for)|slated\s+(?:to|for)|expected\s+(?:to|on|in|by)|expects?\s+to|plans?\s+(?:to|for)|planned\s+(?:to|for)|intends?\s+to|hopes?\s+to|aims?\s+to|vows?\s+to|upcoming|deadline|would|could|should|may|might|must|can|wants?\s+to|postponed\s+until|effective|payable|expires?)\b/gi
const PAST =
  /\b(?:was|were|had|did|has|have|said|told|went|came|took|made|got|saw|gave|found|left|began|began|broke|brought|built|caught|cut|drove|fell|fled|flew|fought|held|hit|hurt|kept|knew|led|lost|met|put|ran|read|rose|sent|set|shot|shut|spoke|spent|stood|struck|swept|threw|thought|won|wrote|withdrew|overran|became|[a-z]{2,}ed)\b/gi
const BREAK = /[;:]|,\s+(?:and|but|while|after|before|when|who|which|as)\b|\b(?:that|but|while)\b|["“”]/gi

/**
 * Whether the words around an expression speak of what has happened or of what is to come:
 * by the verb nearest before it in its sentence, else the first one after it. Reports tell mostly of the past.
 */
export const tenseAt = (text: string, sentence: Span, at: Span): Tense => {
  const before = text.slice(sentence.start, at.start)
  const after = text.slice(at.end, sentence.end)
  const future = lastOf(FUTURE, before)
  const past = lastOf(PAST, before)
  const broken = lastOf(BREAK, before)
  if (Math.max(future, past) > broken) return future >= past ? 'future' : 'past'
  const [nextFuture, nextPast] = [firstOf(FUTURE, after), firstOf(PAST, after)]
  if (nextFuture !== -1 && (nextPast === -1 || nextFuture < nextPast)) return 'future'
  if (nextPast !== -1) return 'past'
  return future > past ? 'future' : 'past'
}

const lastOf = (pattern: RegExp, text: string): number => {
  const match = [...text.matchAll(pattern)].at(-1)
  return match === undefined ? -1 : match.index + match[0].length
}
const firstOf = (pattern: RegExp, text: string): number => {
  pattern.lastIndex = 0
  return pattern.exec(text)?.index ?? -1
}
