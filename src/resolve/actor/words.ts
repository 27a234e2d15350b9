/** A word of a text, as names and roles are matched: a run of letters and digits, an initialism (`U.S.`), or a possessive `'s`. */
export interface Word {
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case without accents, apostrophes and dots; `'s` for a possessive mark. */
  readonly norm: string
  /** True where the word starts with a capital letter. */
  readonly capital: boolean
  /** True where all its letters are capitals, and there are two or more. */
  readonly acronym: boolean
}

const WORD = /(?:\p{Lu}\.){2,}|\p{Lu}\.(?=[\s-]*\p{Lu})|['’]s(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:['’‘`ʼ](?!s(?![\p{L}\p{N}]))[\p{L}\p{N}]+)*/gu
const MARKS = /[\p{M}'’‘`ʼ.]/gu
const ASCII = /^[\w]+$/

/** Lower case without accents, apostrophes and dots. */
export const normalise = (text: string): string =>
  ASCII.test(text) ? text.toLowerCase() : text.normalize('NFD').replace(MARKS, '').toLowerCase()

/** The words of a text in order. Hyphens part words ("al-Qaeda" is two); apostrophes inside do not ("Da'esh" is one). */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = []
  for (const match of text.matchAll(WORD)) {
    const word = match[0]
    const possessive = word.length === 2 && (word[0] === "'" || word[0] === '’')
    const first = word[0] ?? ''
    const capital = first !== first.toLowerCase()
    words.push({
      start: match.index,
      end: match.index + word.length,
      text: word,
      norm: possessive ? "'s" : normalise(word),
      capital,
      acronym: capital && word.length > 1 && word === word.toUpperCase() && /\p{Lu}.*\p{Lu}/u.test(word),
    })
  }
  return words
}

/** Index of the first word that starts at or after an offset. */
export const firstWordAt = (words: readonly Word[], offset: number): number => {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
