import type { Trigger } from '../parse/parse.js'
import { type Span, sliceOf } from '../report.js'
import type { Codebook } from './codebook.js'
import type { Sentence } from './sentence.js'

/** Words that a noun phrase with no known end may have. */
const LONGEST = 5

/**
 * What a number counts, in the report's words: "innocent civilians" of "at least 35 more innocent civilians". It ends with the
 * filler or mention around the number, or before where the noun phrase after the number seems to end. Null where nothing counted
 * follows ("wounding 90").
 */
export const countedBy = (codebook: Codebook, text: string, sentence: Sentence, trigger: Trigger, number: Span): string | null => {
  const { leads, ends } = codebook.counted
  const words = sentence.tokens.filter(({ span }) => span.start >= number.end).map(({ span }) => ({ span, word: sliceOf(text, span) }))
  const first = words.findIndex(({ word }) => !leads.has(word.toLowerCase()))
  if (first < 0) return null
  const phrase = words.slice(first)
  const start = phrase[0]!.span.start
  const end = endAround(sentence, trigger, number, start)
  const length = phrase.findIndex(
    ({ span, word }, at) =>
      span.start >= end ||
      ends.has(word.toLowerCase()) ||
      !/^[\p{L}\p{N}]/u.test(word) ||
      (at > 0 && isPlural(phrase[at - 1]!.word) && !isPlural(word)),
  )
  const counted = phrase.slice(0, Math.min(LONGEST, length < 0 ? phrase.length : length))
  return counted.length === 0 || (counted.length === 1 && isParticiple(counted[0]!.word))
    ? null
    : text.slice(start, counted.at(-1)!.span.end)
}

/** The end of the shortest filler or mention that holds both the number and what starts after it. */
const endAround = (sentence: Sentence, trigger: Trigger, number: Span, start: number): number =>
  Math.min(
    ...[...trigger.actor, ...trigger.recipient, ...sentence.mentions]
      .filter(({ span }) => span.start <= number.start && span.end > start)
      .map(({ span }) => span.end),
  )

/** A plural noun is the head of what is counted: "strikes" of "three strikes destroyed", "caches" of "two weapons caches". */
const isPlural = (word: string): boolean => /^(?:people|men|women|children)$|[^su]s$/i.test(word)

const isParticiple = (word: string): boolean => /^\p{Ll}+ed$/u.test(word)
