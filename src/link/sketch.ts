import { splitSentences } from '../parse/sentences.js'
import type { Span } from '../report.js'
import type { LinkReport } from './input.js'
import { finish, hashOf, keyOf, sortedSet, wordsOf } from './words.js'

/** Words in a row that make a shingle. */
const SHINGLE = 5
/** Minima in a sketch, and how they are cut into bands for locality-sensitive hashing: a pair of Jaccard similarity s shares a band with probability 1 - (1 - s^3)^16. */
const BANDS = 16
const ROWS = 3
/** Sentences whose hashes are least stand for the report, so that a report that takes over half of another meets it. */
const SENTENCES = 8
/** Words a sentence needs to be known again by. */
const LONG = 8

/** What a report is recognised by: small, of fixed size, and the same wherever it is computed. */
export interface Sketch {
  readonly id: string
  readonly published: string | null
  readonly textKey: number
  /** Keys of the buckets it lies in; two reports that share none are not compared. */
  readonly keys: readonly number[]
}

/** Hashes of the runs of five words of a text, ascending, each once. */
export const shinglesOf = (text: string): Uint32Array => shinglesOfWords(wordsOf(text))

const shinglesOfWords = (words: readonly string[]): Uint32Array => {
  const hashes = words.map((word) => hashOf(word))
  const shingles: number[] = []
  for (let i = 0; i + SHINGLE <= hashes.length; i++) {
    let hash = 0
    for (let j = 0; j < SHINGLE; j++) hash = Math.imul(hash, 0x01000193) ^ hashes[i + j]!
    shingles.push(finish(hash))
  }
  return sortedSet(shingles)
}

/** Odd multipliers and offsets of the hash family, from a fixed seed (SplitMix32). */
const FAMILY = (() => {
  let state = 0x1b873593
  const next = () => {
    state = (state + 0x9e3779b9) | 0
    return finish(state)
  }
  return Array.from({ length: BANDS * ROWS }, () => [next() | 1, next()] as const)
})()

/** MinHash (Broder 1997) over shingles of five words, banded (Indyk and Motwani 1998), and the sentences of least hash. */
export const sketchOf = ({ id, published, text }: LinkReport): Sketch => {
  const shingles = shinglesOf(text)
  const minima = new Uint32Array(FAMILY.length).fill(0xffffffff)
  for (const shingle of shingles)
    for (let i = 0; i < FAMILY.length; i++) {
      const [multiplier, offset] = FAMILY[i]!
      const hash = (Math.imul(shingle ^ (shingle >>> 15), multiplier) + offset) >>> 0
      if (hash < minima[i]!) minima[i] = hash
    }
  const keys: number[] = []
  if (shingles.length > 0)
    for (let band = 0; band < BANDS; band++) {
      let hash = band
      for (let row = 0; row < ROWS; row++) hash = finish(Math.imul(hash, 0x01000193) ^ minima[band * ROWS + row]!)
      keys.push(band * 0x100000000 + hash)
    }
  const sentences = sortedSet(splitSentences(text).flatMap((span) => sentenceHash(text, span) ?? []))
  for (const hash of sentences.subarray(0, SENTENCES)) keys.push(BANDS * 0x100000000 + hash)
  const textKey = keyOf(text)
  keys.push((BANDS + 1) * 0x100000000 + Math.floor(textKey / 0x100000))
  return { id, published, textKey, keys }
}

/** Hash of a sentence's words; null where it is too short to be known again by. */
export const sentenceHash = (text: string, { start, end }: Span): number | null => {
  const words = wordsOf(text.slice(start, end))
  return words.length < LONG ? null : hashOf(words.join(' '))
}
