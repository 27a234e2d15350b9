import type { Span } from '../../report.js'
import { type Row, readKnowledge, valuesOf } from './table.js'

/** What the words are: a country's name, its adjective ("Iraqi") or its people ("Iraqis"). */
export type CountryForm = 'name' | 'adjective' | 'people'

/** Words of a text that name or imply a country. */
export interface CountryMention {
  readonly span: Span
  /** ISO 3166-1 alpha-3 (`XKX` for Kosovo). A historic state has the code of its successor. */
  readonly country: string
  /** Ordinary English name of the state, or of the region or people ("Chechnya") that the words name. */
  readonly name: string
  readonly kind: 'country' | 'territory' | 'historic' | 'region'
  readonly form: CountryForm
}

type Column = 'country' | 'kind' | 'name' | 'names' | 'adjectives' | 'people' | 'note'

interface Entry {
  readonly words: string
  readonly row: Row<Column>
  readonly form: CountryForm
}

/** Prefixes that stand for a country in a compound adjective ("Franco-German"). */
const COMBINING: Readonly<Record<string, string>> = {
  Afro: '',
  Anglo: 'GBR',
  Franco: 'FRA',
  Germano: 'DEU',
  Greco: 'GRC',
  Indo: 'IND',
  Italo: 'ITA',
  Russo: 'RUS',
  Sino: 'CHN',
  Soviet: 'RUS',
  Turco: 'TUR',
}

const WORD = /[\p{L}\p{N}]+/gu
const SHORTEST_CAPITALISED = 4

const entriesOf = (row: Row<Column>): Entry[] => [
  ...[row.name, ...valuesOf(row.names)].map((words): Entry => ({ words, row, form: 'name' })),
  ...valuesOf(row.adjectives).map((words): Entry => ({ words, row, form: 'adjective' })),
  ...valuesOf(row.people).map((words): Entry => ({ words, row, form: 'people' })),
]

const firstWord = (words: string): string => words.match(/[\p{L}\p{N}]+/u)?.[0] ?? ''

/** Entries by their first word, longest first; also as written in a text all in capitals. */
const indexOf = (rows: readonly Row<Column>[]): ReadonlyMap<string, readonly Entry[]> => {
  const index = new Map<string, Entry[]>()
  const add = (entry: Entry): void => {
    const first = firstWord(entry.words)
    const list = index.get(first) ?? []
    if (!list.some((other) => other.words === entry.words)) list.push(entry)
    index.set(first, list)
  }
  for (const entry of rows.flatMap(entriesOf)) {
    add(entry)
    const capitals = entry.words.toUpperCase()
    if (entry.words.length >= SHORTEST_CAPITALISED && capitals !== entry.words) add({ ...entry, words: capitals })
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
}

let index: ReadonlyMap<string, readonly Entry[]> | null = null
const entries = (): ReadonlyMap<string, readonly Entry[]> => {
  index ??= indexOf(readKnowledge<Column>('demonyms.tsv'))
  return index
}

const isSpace = (char: string): boolean => /\s/.test(char)
const isWordChar = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** End of `words` in the text at `start`, or -1; a space matches any white space, a straight apostrophe a curly one. */
const endOfMatch = (text: string, start: number, words: string): number => {
  let at = start
  for (const char of words) {
    if (char === ' ') {
      if (!isSpace(text[at] ?? '')) return -1
      while (isSpace(text[at] ?? '')) at++
    } else if (text[at] === char || (char === "'" && text[at] === '’')) at += char.length
    else return -1
  }
  return isWordChar(text[at]) ? -1 : at
}

/** Words that name or imply a country, or hold such words and mean none ("Kurdish", "Islamic State in Iraq and Syria"). */
export interface CountryWords extends Omit<CountryMention, 'country' | 'kind'> {
  /** Null for words of no one country. */
  readonly country: string | null
  readonly kind: CountryMention['kind'] | 'none'
}

const SPOKEN = /\bin\s$/i
const NOUN_AFTER = /^(?:[-–]|\s+(?!(?:at|on|from|to|and|or|with|by|for|that|when|as|about|before|after|during|but)\b)[\p{L}"“'‘])/u

/** "in Spanish at 1200 GMT", "said in Arabic.": a language. */
const isLanguage = (text: string, start: number, end: number): boolean =>
  SPOKEN.test(text.slice(Math.max(0, start - 4), start)) && !NOUN_AFTER.test(text.slice(end, end + 20))

/** All words of `knowledge/demonyms.tsv` in a text, in order, never overlapping; the longest win. */
export const countryWordsIn = (text: string): CountryWords[] => {
  const found: CountryWords[] = []
  let from = 0
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    if (start < from) continue
    const prefix = COMBINING[match[0]]
    if (prefix !== undefined && text[start + match[0].length] === '-') {
      const span = { start, end: start + match[0].length }
      if (prefix !== '') found.push({ span, country: prefix, name: match[0], kind: 'country', form: 'adjective' })
      continue
    }
    for (const { words, row, form } of entries().get(match[0]) ?? []) {
      const end = endOfMatch(text, start, words)
      if (end < 0) continue
      from = end
      const country = row.country === '-' || (form === 'adjective' && isLanguage(text, start, end)) ? null : row.country
      found.push({ span: { start, end }, country, name: row.name, kind: row.kind as CountryWords['kind'], form })
      break
    }
  }
  return found
}

/**
 * The countries that a text names or implies, in order, never overlapping: names ("South Korea", "the UAE"), adjectives
 * ("Iraqi"), peoples ("Chechens"), historic states and prefixes ("Sino-"). The longest words win, so that "New Mexico" is
 * not Mexico and "South Sudanese" not Sudan. Words of no one country ("Kurdish", "Arab", "Indian Ocean") are left out.
 * Letter case counts ("us" is no country), save that a text may be all in capitals.
 * Source: `knowledge/demonyms.tsv`.
 */
export const countriesIn = (text: string): CountryMention[] =>
  countryWordsIn(text).filter((words): words is CountryMention => words.country !== null && words.kind !== 'none')

/** The country that a phrase names or implies ("the Iraqi city of Mosul" → `IRQ`); null where there is none, or more than one. */
export const countryOf = (words: string): string | null => {
  const countries = new Set(countriesIn(words).map((mention) => mention.country))
  const [only] = countries
  return countries.size === 1 && only !== undefined ? only : null
}
