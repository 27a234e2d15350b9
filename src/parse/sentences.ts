import type { Span } from '../report.js'

const ABBREVIATION = new Set(
  (
    'mr mrs ms dr gen lt col maj capt sgt cpl adm rep sen gov st prof jr sr hon rev pres supt insp brig cmdr ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
    'no nos vs v etc inc co corp ltd bros dept est approx ave blvd mt ft km cf al ed eds vol pp fig ca'
  ).split(' '),
)
/** Abbreviations that end a sentence when a capital follows, since a name seldom does. */
const ENDING = new Set(['etc', 'inc', 'co', 'corp', 'ltd', 'jr', 'sr', 'a.m', 'p.m', 'u.s', 'u.n', 'u.k', 'd.c', 'e.u'])
const END = /[.!?\u2026]+["'\u201d\u2019)\]\u00bb]*(?=\s+["'\u201c\u2018([\u00ab\u2014\u2013-]*\s?[\p{Lu}\p{N}])/gu
const OPENER =
  /^(the|a|an|in|on|at|he|she|it|they|but|and|this|that|these|those|there|we|i|you|his|her|its|their|as|for|after|when|while|if|some|many|no|meanwhile|however|also|by|with|one|two|since|earlier|later|both|according)\b/i
/** Longest stretch kept as one sentence, in UTF-16 code units; a longer one is cut at white space. */
export const LONGEST_SENTENCE = 2000

function endsHere(text: string, start: number, end: number, mark: string): boolean {
  if (mark[0] !== '.') return true
  const before = text.slice(Math.max(start, end - 24), end)
  const token = /([\p{L}\p{N}.]+)\.+["'\u201d\u2019)\]\u00bb]*$/u.exec(before)?.[1]?.toLowerCase() ?? ''
  const after = text.slice(end).replace(/^[\s"'\u201c\u2018([\u00ab]+/, '')
  if (token === 'no' || token === 'nos') return !/^\d/.test(after)
  if (ENDING.has(token)) return OPENER.test(after)
  if (ABBREVIATION.has(token)) return false
  if (/^\p{L}$/u.test(token)) return token === 'i' || OPENER.test(after)
  if (/^(\p{L}\.)+\p{L}$/u.test(token)) return OPENER.test(after)
  return true
}

function trimmed(text: string, start: number, end: number): Span | null {
  while (start < end && /\s/.test(text[start]!)) start++
  while (end > start && /\s/.test(text[end - 1]!)) end--
  return start < end ? { start, end } : null
}

function* pieces(text: string, span: Span): Generator<Span> {
  let { start } = span
  while (span.end - start > LONGEST_SENTENCE) {
    let cut = text.lastIndexOf(' ', start + LONGEST_SENTENCE)
    if (cut <= start) {
      cut = start + LONGEST_SENTENCE
      if (/[\ud800-\udbff]/.test(text[cut - 1]!)) cut--
    }
    const piece = trimmed(text, start, cut)
    if (piece) yield piece
    start = cut
  }
  const rest = trimmed(text, start, span.end)
  if (rest) yield rest
}

/** Sentences in text order, without the white space around them. A line break always ends one, for headlines and captions have no full stop. */
export function splitSentences(text: string): Span[] {
  const found: Span[] = []
  for (const line of text.matchAll(/[^\n\u2028\u2029]+/g)) {
    const from = line.index
    let start = from
    for (const mark of line[0].matchAll(END)) {
      const end = from + mark.index + mark[0].length
      if (!endsHere(text, start, end, mark[0])) continue
      const sentence = trimmed(text, start, end)
      if (sentence) found.push(...pieces(text, sentence))
      start = end
    }
    const sentence = trimmed(text, start, from + line[0].length)
    if (sentence) found.push(...pieces(text, sentence))
  }
  return found
}
