import { readFileSync } from 'node:fs'

/** The words of a text, lower-cased, without marks of punctuation. */
export const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** 32-bit FNV-1a hash of a text's code units, finished so that near texts lie apart. */
export const hashOf = (text: string, seed = 0): number => {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return finish(hash)
}

/** Last mixing step of MurmurHash3 (Appleby, public domain). */
export const finish = (hash: number): number => {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** A 52-bit key of a text: two texts of one key are one in a few thousand million million. */
export const keyOf = (text: string): number => hashOf(text) * 0x100000 + (hashOf(text, 0x9747b28c) >>> 12)

const FUNCTION_WORDS = new Set(
  readFileSync(new URL('../../knowledge/function-words.txt', import.meta.url), 'utf8')
    .split(/\s+/)
    .filter((word) => word !== ''),
)

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word)

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[^aeiou\W]{1})ies$|(?<=[^aeiou\W])ied$/, 'y'],
  [/(?<=s|x|z|ch|sh)es$/, ''],
  [/(?<=[^su])s$/, ''],
  [/(?<=[aeiouy].*)(?:([bdgklmnprt])\1)(?:ed|ing)$/, '$1'],
  [/(?<=[aeiouy].*)(?:ed|ing)$/, ''],
  [/(?<=[a-z]{3})e$/, ''],
]

/** A rough stem of an English word: its forms mostly share one. Lower case in, lower case out. */
export const stemOf = (word: string): string => {
  let stem = word
  for (const [ending, instead] of ENDINGS) if (stem.length > 3) stem = stem.replace(ending, instead)
  return stem
}

/** Stems of the words that carry meaning, hashed, in ascending order, each once. */
export const contentOf = (text: string): Uint32Array =>
  sortedSet(
    wordsOf(text)
      .filter((word) => word.length > 1 && !isFunctionWord(word))
      .map((word) => hashOf(stemOf(word))),
  )

/** Names (capitalised words that do not open a sentence) and figures, hashed, in ascending order, each once. */
export const namesOf = (text: string): Uint32Array => {
  const names: number[] = []
  for (const match of text.matchAll(/(?<![.!?:]["'”’)]*\s+|^|\n)\b(?:\p{Lu}[\p{L}’'-]+|\p{N}{2,}[\p{N},.]*)/gu))
    names.push(hashOf(match[0].toLowerCase().replace(/['’]s$|[,.]+$/u, '')))
  return sortedSet(names)
}

export const sortedSet = (numbers: readonly number[]): Uint32Array => {
  const sorted = Uint32Array.from(numbers).sort()
  let kept = 0
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i]!
  return sorted.slice(0, kept)
}

/** How many numbers two ascending lists share. */
export const shared = (a: Uint32Array, b: Uint32Array): number => {
  let count = 0
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i]!
    const y = b[j]!
    if (x === y) count++
    if (x <= y) i++
    if (y <= x) j++
  }
  return count
}
