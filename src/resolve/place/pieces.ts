import { type CountryMention, countriesIn } from './countries.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { KINDS_OF_WORD, type Kind } from './kinds.js'
import { INNER, isDirection, isFacilityWord, isTypeWord, JOINING, type Word, wordsOf } from './words.js'

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
  /** True where the words may as well name a person or body: two names side by side, or a title before. */
  readonly doubtful: boolean
}

const LONGEST = 7

/** Words that begin a sentence or line and are no name, and titles that a person's name follows. */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'a an the this that these those he she it they we i you his her its their our my in on at by from to of for with as and but or if when while after before ' +
    'since until during near under over about more most many some all both two three four five six seven eight nine ten no not there here what who why how ' +
    'where which one also however meanwhile earlier later last next now then today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday ' +
    'january february march april may june july august september october november december god islam islamic muslim muslims christian christians sunni sunnis ' +
    'shiite shiites shia catholic protestant state department ministry army navy police parliament congress senate house government party front union council ' +
    'court supreme national international united nations security force forces air defense defence foreign'
  ).split(' '),
)
const TITLES: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr president minister secretary general gen colonel col major maj captain capt lieutenant lt sergeant sgt senator sen rep representative king queen ' +
    'prince princess sheikh sheik imam ayatollah mullah judge justice pope bishop archbishop father sister brother chairman spokesman spokeswoman ambassador envoy ' +
    'governor gov mayor professor prof sir lord lady commander chancellor premier sultan emir'
  ).split(' '),
)

const contiguous = (text: string, left: Word, right: Word): boolean =>
  !left.possessive && /^(?:[ \t\u00a0]+|[ \t]*\n[ \t]*|[-–]['’ʼ‘]?)$/.test(text.slice(left.end, right.start))

const isTitle = (word: string): boolean => TITLES.has(word.toLowerCase().replace(/\.$/, ''))

const isShouted = (word: string): boolean => word.length > 3 && word === word.toUpperCase()

/** The longest name of the gazetteer that begins with the word, as a number of words and its places. */
const longestName = (
  text: string,
  words: readonly Word[],
  from: number,
  gazetteer: Gazetteer,
): { readonly count: number; readonly candidates: readonly Candidate[] } | null => {
  let reach = from
  while (reach + 1 < words.length && reach + 1 - from < LONGEST) {
    const left = words[reach] as Word
    const right = words[reach + 1] as Word
    if (!contiguous(text, left, right)) break
    const lower = right.text.toLowerCase()
    if (!right.capital && !INNER.has(lower) && !JOINING.has(lower) && !isTypeWord(lower) && !/^\d+$/.test(lower)) break
    reach++
  }
  for (let last = reach; last >= from; last--) {
    const end = words[last] as Word
    if (!end.capital && !isTypeWord(end.text) && !/^\d+$/.test(end.text)) continue
    const candidates = gazetteer.named(text.slice((words[from] as Word).start, end.end))
    if (candidates.length > 0) return { count: last - from + 1, candidates }
  }
  return null
}

/** Number of words of the run of capitalised words that begins here ("Dulce Nombre de Maria"). */
const runLength = (
  text: string,
  words: readonly Word[],
  from: number,
  named: number,
  demonymAt: ReadonlyMap<number, CountryMention>,
): number => {
  let last = from
  for (let i = from + 1; i < words.length; i++) {
    const word = words[i] as Word
    const previous = words[i - 1] as Word
    if (!contiguous(text, previous, word) || demonymAt.has(word.start)) break
    if (i === from + named && (/[-–]/.test(text.slice(previous.end, word.start)) || isShouted(previous.text) || isTitle(word.text))) break
    if (word.capital) last = i
    else if (!INNER.has(word.text.toLowerCase()) || i - last > 3) break
  }
  return last - from + 1
}

const kindsOf = (word: string | undefined): readonly Kind[] | null => {
  const lower = word?.toLowerCase() ?? ''
  if (Object.hasOwn(KINDS_OF_WORD, lower)) return KINDS_OF_WORD[lower] ?? null
  const singular = lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.replace(/s$/, '')
  return Object.hasOwn(KINDS_OF_WORD, singular) ? (KINDS_OF_WORD[singular] ?? null) : null
}

const TYPE_BEFORE = /([\p{L}]+),?(?:\s+of)?(?:\s+the)?\s+$/u

/** Kinds that the words beside a name allow. */
export const kindsBeside = (text: string, start: number, end: number): readonly Kind[] | null => {
  const after = /^[ \u00a0]+(?:\p{Lu}?[\p{L}]+-)?([\p{L}]+)/u.exec(text.slice(end, end + 40))?.[1]
  const kindsAfter =
    after !== undefined && !/^(?:state|area|site|base|range|port|capital|city)s?$/.test(after)
      ? kindsOf(after)
      : after === 'state' || after === 'city'
        ? kindsOf(after)
        : null
  if (kindsAfter !== null) return kindsAfter
  return kindsOf(TYPE_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[1])
}

/**
 * The names of places in a text, in order and not overlapping: every name of the gazetteer, longest first, adjectives and
 * peoples of countries, and runs of capitalised words that the gazetteer does not know.
 */
export const piecesIn = (text: string, gazetteer: Gazetteer): Piece[] => {
  const words = wordsOf(text)
  const demonymAt = new Map(
    countriesIn(text).flatMap((mention) => (mention.form === 'name' ? [] : [[mention.span.start, mention] as const])),
  )
  const pieces: Piece[] = []
  let titled = false
  for (let i = 0; i < words.length; ) {
    const word = words[i] as Word
    const lower = word.text.toLowerCase()
    if (!word.capital) {
      titled = false
      i++
      continue
    }
    const name = longestName(text, words, i, gazetteer)
    const nameEnd = name === null ? word.start : (words[i + name.count - 1] as Word).end
    const demonym = demonymAt.get(word.start)
    if (demonym && nameEnd <= demonym.span.end) {
      pieces.push({
        start: demonym.span.start,
        end: demonym.span.end,
        name: text.slice(demonym.span.start, demonym.span.end),
        candidates: [],
        kinds: null,
        demonym,
        inside: [],
        possessive: word.possessive,
        doubtful: false,
      })
      while (i < words.length && (words[i] as Word).start < demonym.span.end) i++
      titled = false
      continue
    }
    const run = runLength(text, words, i, name?.count ?? 0, demonymAt)
    if (isTitle(word.text) && run > 1) {
      titled = true
      i++
      continue
    }
    const plain = (PLAIN.has(lower) || (run === 1 && isTypeWord(word.text))) && !(name !== null && name.count > 1)
    if (plain || (isDirection(word.text) && (name === null || name.count < run) && run > 1)) {
      titled = false
      i++
      continue
    }
    const { piece, count } = pieceAt(text, words, i, run, name, gazetteer, titled)
    pieces.push(piece)
    titled = false
    i += count
  }
  return pieces
}

const pieceAt = (
  text: string,
  words: readonly Word[],
  from: number,
  run: number,
  name: ReturnType<typeof longestName>,
  gazetteer: Gazetteer,
  titled: boolean,
): { readonly piece: Piece; readonly count: number } => {
  const first = words[from] as Word
  const piece = (count: number, part: Partial<Piece>): { readonly piece: Piece; readonly count: number } => {
    const last = words[from + count - 1] as Word
    const cut = text.slice(first.start, last.end)
    return {
      count,
      piece: {
        start: first.start,
        end: last.end,
        name: cut,
        candidates: [],
        kinds: kindsBeside(text, first.start, last.end),
        demonym: null,
        inside: [],
        possessive: last.possessive,
        doubtful: titled,
        ...part,
      },
    }
  }
  if (name !== null && name.count >= run) return piece(name.count, wholeName(text, words, from, name, gazetteer))
  const rest = name === null ? [] : words.slice(from + name.count, from + run)
  if (name !== null && rest.every(({ text: word }) => isTypeWord(word))) {
    if (rest.some(({ text: word }) => isFacilityWord(word))) return piece(run, { inside: name.candidates })
    const kinds = kindsOf(rest[0]?.text)
    const named = text.slice(first.start, (words[from + name.count - 1] as Word).end)
    return piece(run, { name: named, candidates: name.candidates, kinds })
  }
  if (name !== null && rest.some(({ text: word }) => isFacilityWord(word))) return piece(run, { inside: name.candidates })
  const next = name === null || rest[0] === undefined ? null : longestName(text, words, from + name.count, gazetteer)
  if (name !== null && next !== null && next.count >= rest.length && containsOne(next.candidates, name.candidates))
    return piece(name.count, { candidates: name.candidates })
  const whole = text.slice(first.start, (words[from + run - 1] as Word).end)
  const likeness = gazetteer.lookup(whole)
  return piece(run, { candidates: likeness, inside: likeness.length > 0 ? [] : (name?.candidates ?? []), doubtful: true })
}

/** A name that ends in a word of type ("Karak district") also stands for the places named without it. */
const wholeName = (
  text: string,
  words: readonly Word[],
  from: number,
  name: { readonly count: number; readonly candidates: readonly Candidate[] },
  gazetteer: Gazetteer,
): Partial<Piece> => {
  const last = words[from + name.count - 1] as Word
  const kinds = name.count > 1 ? kindsOf(last.text) : null
  if (kinds === null) return { candidates: name.candidates }
  const base = gazetteer.named(text.slice((words[from] as Word).start, (words[from + name.count - 2] as Word).end))
  const others = base.filter(({ kind, place }) => kinds.includes(kind) && !name.candidates.some((known) => known.place === place))
  return { candidates: [...name.candidates, ...others], kinds: others.length > 0 ? kinds : null }
}

/** True where one of the places is a country or division in which one of the others lies. */
const containsOne = (containers: readonly Candidate[], places: readonly Candidate[]): boolean =>
  containers.some((container) =>
    places.some(({ country, admin1, kind }) =>
      container.kind === 'country'
        ? kind !== 'country' && country === container.country
        : container.kind === 'admin1' && country === container.country && admin1 === container.name,
    ),
  )
