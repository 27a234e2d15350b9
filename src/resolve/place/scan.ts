import { type CountryWords, countryWordsIn } from './countries.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { INNER, isTitle, isTypeWord, JOINING, type Word, wordsOf } from './words.js'

/** A text cut into words, ready to be searched for names. */
export interface Scan {
  readonly text: string
  readonly words: readonly Word[]
  /** Adjectives and peoples of countries, and words that hold a country's name and mean none, by where they begin. */
  readonly peopleAt: ReadonlyMap<number, CountryWords>
  readonly gazetteer: Gazetteer
}

export const scanOf = (text: string, gazetteer: Gazetteer): Scan => ({
  text,
  words: wordsOf(text),
  peopleAt: new Map(
    countryWordsIn(text).flatMap((words) =>
      words.form === 'name' && words.kind !== 'none' && words.country !== null ? [] : [[words.span.start, words] as const],
    ),
  ),
  gazetteer,
})

/** A name of the gazetteer: how many words it has and the places that bear it. */
export interface Name {
  readonly count: number
  readonly candidates: readonly Candidate[]
}

const LONGEST = 7
const NUMBER = /^\d+$/

const contiguous = (text: string, left: Word, right: Word): boolean =>
  !left.possessive && /^(?:[ \t\u00a0]+|[ \t]*\n[ \t]*|[-–]['’ʼ‘]?)$/.test(text.slice(left.end, right.start))

/** The text from one word to another. */
export const cut = ({ text, words }: Scan, from: number, count: number): string =>
  text.slice(words[from]?.start, words[from + count - 1]?.end)

// "AL", "Ala.", "N.Y.", "D.C."
const ABBREVIATION = /^(?:\p{Lu}{2}|\p{Lu}\p{Ll}{1,4}\.|(?:\p{Lu}\.\s?){2,3})$/u
// the article of "al-Azhar", which is no name
const ARTICLE = /^(?:al|el|ar|as|ash|ad|an|at|az|ed|er|es|ez|la|le|los|las|de|di|da)$/i
const ACRONYM = /^\p{Lu}{2,4}$/u

/** What a short form can mean: a state's abbreviation only after a comma, other capitals no mere town ("IS", "AL", "NYC"). */
const plausible = (scan: Scan, from: number, name: string, candidates: readonly Candidate[]): readonly Candidate[] => {
  if (ARTICLE.test(name) || /^[Tt]he\s+[^\p{Lu}]*$/u.test(name)) return []
  if (!ABBREVIATION.test(name) && !ACRONYM.test(name)) return candidates
  const afterComma = /,\s*$/.test(scan.text.slice(Math.max(0, (scan.words[from]?.start ?? 0) - 3), scan.words[from]?.start))
  return candidates.filter(({ kind, match }) => {
    if (kind === 'country') return true
    if (kind === 'admin1') return afterComma || (name.length > 2 && !name.includes('.'))
    return match === 'known'
  })
}

/** The longest name of the gazetteer that begins with a word; null where there is none. */
export const longestName = (scan: Scan, from: number): Name | null => {
  const { text, words, gazetteer } = scan
  let reach = from
  while (reach + 1 < words.length && reach + 1 - from < LONGEST) {
    const left = words[reach] as Word
    const right = words[reach + 1] as Word
    if (!contiguous(text, left, right)) break
    const lower = right.text.toLowerCase()
    if (!right.capital && !INNER.has(lower) && !JOINING.has(lower) && !isTypeWord(lower) && !NUMBER.test(lower)) break
    reach++
  }
  for (let count = reach - from + 1; count > 0; count--) {
    const last = words[from + count - 1] as Word
    if (!last.capital && !isTypeWord(last.text) && !NUMBER.test(last.text)) continue
    const name = cut(scan, from, count)
    const candidates = plausible(scan, from, name, gazetteer.named(name))
    if (candidates.length > 0) return { count, candidates }
  }
  return null
}

const isShouted = (word: string): boolean => word.length > 3 && word === word.toUpperCase()

/**
 * Number of words of the run of capitalised words that begins here ("Dulce Nombre de Maria"). After a name of the gazetteer
 * of `named` words a hyphen, a title or the end of words in capitals ends it.
 */
export const runLength = ({ text, words, peopleAt }: Scan, from: number, named: number): number => {
  let last = from
  for (let i = from + 1; i < words.length; i++) {
    const word = words[i] as Word
    const previous = words[i - 1] as Word
    if (!contiguous(text, previous, word) || peopleAt.has(word.start)) break
    if (i === from + named && (/[-–]/.test(text.slice(previous.end, word.start)) || isShouted(previous.text) || isTitle(word.text))) break
    if (word.capital) last = i
    else if (!INNER.has(word.text.toLowerCase()) || i - last > 3) break
  }
  return last - from + 1
}
