import type { CountryMention, CountryWords } from './countries.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { kindsBeside, kindsOfWord } from './hints.js'
import type { Kind } from './kinds.js'
import { cut, longestName, type Name, runLength, type Scan, scanOf } from './scan.js'
import { isDirection, isFacilityWord, isPlain, isTitle, isTypeWord, type Word } from './words.js'

/** A stretch of text that names a place, or may name one that the gazetteer lacks. */
export interface Piece {
  readonly start: number
  readonly end: number
  /** The name, without words of type after it unless they belong to it. */
  readonly name: string
  /** Places that bear the name; empty for a name that the gazetteer lacks. */
  readonly candidates: readonly Candidate[]
  /** Kinds that words of type beside it allow ("the town of X", "X province"), likeliest first; null where there are none. */
  readonly kinds: readonly Kind[] | null
  /** For a country's adjective or people ("Iraqi"), the country. */
  readonly demonym: CountryMention | null
  /** A facility named after a place ("Kuala Lumpur International Airport"): the places of that name. */
  readonly inside: readonly Candidate[]
  /** True where a possessive ending follows ("Iraq's"). */
  readonly possessive: boolean
  /** True where the words may as well name a person, a body or nothing: two names side by side, a title before, a common word. */
  readonly doubtful: boolean
}

const isAcronym = (name: string): boolean => name.length < 6 && name === name.toUpperCase()

const isCountry = (words: CountryWords): words is CountryMention => words.country !== null && words.kind !== 'none'

/** A piece from a number of words of the scan. */
const pieceOf = (scan: Scan, from: number, count: number, part: Partial<Piece>): Piece => {
  const first = scan.words[from] as Word
  const last = scan.words[from + count - 1] as Word
  return {
    start: first.start,
    end: last.end,
    name: cut(scan, from, count),
    candidates: [],
    kinds: kindsBeside(scan.text, first.start, last.end),
    demonym: null,
    inside: [],
    possessive: last.possessive,
    doubtful: false,
    ...part,
  }
}

/** A name that ends in a word of type ("Karak district") also stands for the places named without it. */
const wholeName = (scan: Scan, from: number, { count, candidates }: Name): Partial<Piece> => {
  const kinds = count > 1 ? kindsOfWord(scan.words[from + count - 1]?.text) : null
  if (kinds === null) return { candidates }
  const others = scan.gazetteer
    .named(cut(scan, from, count - 1))
    .filter(({ kind, place }) => kinds.includes(kind) && !candidates.some((known) => known.place === place))
  return { candidates: [...candidates, ...others], kinds: others.length > 0 ? kinds : null }
}

/** "the Gulf", "the Strip": a word of type that by itself names a place kept in `knowledge/`. */
const isOfItsOwn = (text: string, { start }: Word, name: Name | null): boolean =>
  name?.candidates.some(({ match }) => match === 'known') === true && /\bthe\s$/.test(text.slice(Math.max(0, start - 5), start))

/** True where one of the places is a country or division in which one of the others lies. */
const containsOne = (containers: readonly Candidate[], places: readonly Candidate[]): boolean =>
  containers.some((container) =>
    places.some(({ country, admin1, kind }) => {
      if (country !== container.country || kind === 'country') return false
      return container.kind === 'country' || (container.kind === 'admin1' && admin1 === container.name)
    }),
  )

/** The piece that begins at a capitalised word: a name, a facility named after a place, or a run that the gazetteer lacks. */
const pieceAt = (scan: Scan, from: number, run: number, name: Name | null): { readonly piece: Piece; readonly count: number } => {
  const give = (count: number, part: Partial<Piece>): { readonly piece: Piece; readonly count: number } => ({
    count,
    piece: pieceOf(scan, from, count, part),
  })
  if (name !== null && name.count >= run) return give(name.count, wholeName(scan, from, name))
  if (name !== null) {
    const rest = scan.words.slice(from + name.count, from + run)
    if (rest.some(({ text }) => isFacilityWord(text))) return give(run, { inside: name.candidates })
    if (rest.every(({ text }) => isTypeWord(text)))
      return give(run, { name: cut(scan, from, name.count), candidates: name.candidates, kinds: kindsOfWord(rest[0]?.text) })
    const next = longestName(scan, from + name.count)
    if (next !== null && next.count >= rest.length && containsOne(next.candidates, name.candidates))
      return give(name.count, { candidates: name.candidates })
  }
  const whole = cut(scan, from, run)
  return give(run, { candidates: isAcronym(whole) ? [] : scan.gazetteer.lookup(whole), doubtful: true })
}

/**
 * The names of places in a text, in order and not overlapping: every name of the gazetteer, longest first, adjectives and
 * peoples of countries, and runs of capitalised words that the gazetteer does not know.
 */
export const piecesIn = (text: string, gazetteer: Gazetteer): Piece[] => {
  const scan = scanOf(text, gazetteer)
  const { words, peopleAt } = scan
  const pieces: Piece[] = []
  let titled = false
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    const people = peopleAt.get(word.start)
    const name = word.capital ? longestName(scan, i) : null
    const nameEnd = name === null ? word.start : (words[i + name.count - 1] as Word).end
    if (people !== undefined && (nameEnd < people.span.end || (nameEnd === people.span.end && isCountry(people)))) {
      const from = i
      while (i < words.length && (words[i] as Word).start < people.span.end) i++
      if (isCountry(people)) pieces.push(pieceOf(scan, from, i - from, { demonym: people, kinds: null }))
      titled = false
      continue
    }
    const run = word.capital ? runLength(scan, i, name?.count ?? 0) : 0
    const single = name === null || name.count === 1
    const skipped =
      run === 0 ||
      word.text === 'The' ||
      (isTitle(word.text) && single) ||
      (single &&
        (isPlain(word.text) ||
          (run === 1 && word.text.length === 1) ||
          (run === 1 && isTypeWord(word.text) && !isOfItsOwn(text, word, name)))) ||
      (isDirection(word.text) && (run === 1 ? single : name === null || name.count < run))
    if (skipped) {
      titled = run > 1 && isTitle(word.text)
      i++
      continue
    }
    const { piece, count } = pieceAt(scan, i, run, name)
    pieces.push(titled ? { ...piece, doubtful: true } : piece)
    titled = false
    i += count
  }
  return pieces
}
