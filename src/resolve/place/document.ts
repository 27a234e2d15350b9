import { sliceOf } from '../../report.js'
import { type CountryMention, countriesIn } from './countries.js'
import type { Gazetteer } from './gazetteer.js'
import { SETTLEMENTS } from './kinds.js'
import { keyOf } from './names.js'
import { type Piece, piecesIn } from './pieces.js'
import { wordsOf } from './words.js'

/** What is known of a report when its places are resolved. */
export interface PlaceContext {
  readonly text: string
  readonly publisher: string | null
  readonly title: string | null
}

/** A report read for places. */
export interface PlaceDocument extends PlaceContext {
  readonly pieces: readonly Piece[]
  readonly countries: readonly CountryMention[]
  /** How much the report speaks of each country by its names, adjectives and peoples: counts, more for title and lead. */
  readonly weights: ReadonlyMap<string, number>
  /** The part of that which is due to one name, by its key. */
  readonly ofName: Weights['ofName']
  /** Leaves likenesses of sound in countries that the report does not speak of, and names that are common words here. */
  readonly judge: (piece: Piece) => Piece
}

const FORM_WEIGHT = { name: 1, adjective: 0.8, people: 0.6 } as const
const TITLE_WEIGHT = 1.5
const PUBLISHER_WEIGHT = 0.5
/** The dateline and lead say where the report is. */
const LEAD_LENGTH = 400
const LEAD_WEIGHT = 1

/** What the names, adjectives and peoples of countries in a report weigh. */
interface Weights {
  /** By country. */
  readonly all: ReadonlyMap<string, number>
  /** Of a country's name that other places bear too ("Georgia"), by its key. */
  readonly ofName: ReadonlyMap<string, { readonly country: string; readonly weight: number }>
}

const weightsOf = ({ text, title, publisher }: PlaceContext, countries: readonly CountryMention[]): Weights => {
  const all = new Map<string, number>()
  const ofName = new Map<string, { country: string; weight: number }>()
  const add = (country: string, weight: number): void => void all.set(country, (all.get(country) ?? 0) + weight)
  for (const { country, form, span } of countries) {
    const weight = FORM_WEIGHT[form] + (span.start < LEAD_LENGTH ? LEAD_WEIGHT : 0)
    add(country, weight)
    if (form !== 'name') continue
    const key = keyOf(sliceOf(text, span))
    ofName.set(key, { country, weight: (ofName.get(key)?.weight ?? 0) + weight })
  }
  for (const { country } of countriesIn(title ?? '')) add(country, TITLE_WEIGHT)
  for (const { country } of countriesIn(publisher ?? '')) add(country, PUBLISHER_WEIGHT)
  return { all, ofName }
}

const WELL_KNOWN = 500_000

/** Words that cannot be trusted to name a place here, though the gazetteer has them: common words and surnames. */
const commonWords = (text: string, pieces: readonly Piece[]): ReadonlySet<string> => {
  const lower = wordsOf(text).flatMap(({ text: word, capital }) => (capital ? [] : [word.toLowerCase()]))
  const surnames = pieces
    .filter(({ doubtful, candidates, inside }) => doubtful && candidates.length === 0 && inside.length === 0)
    .flatMap(({ name }) => name.split(/\s+/).slice(1))
  return new Set([...lower, ...surnames.map((name) => name.toLowerCase())])
}

/** Finds the names and countries of a report and how much it speaks of each country. */
export const readPlaceDocument = (context: PlaceContext, gazetteer: Gazetteer): PlaceDocument => {
  const countries = countriesIn(context.text)
  const { all: weights, ofName } = weightsOf(context, countries)
  const pieces = piecesIn(context.text, gazetteer)
  const common = commonWords(context.text, pieces)
  const judge = (piece: Piece): Piece => {
    const candidates = piece.candidates.filter(
      ({ match, country }) => match !== 'sound' || (country !== null && (weights.get(country) ?? 0) >= 1),
    )
    const known = candidates.some(({ kind, population }) => (kind !== 'admin2' && !SETTLEMENTS.includes(kind)) || population >= WELL_KNOWN)
    const doubtful = piece.doubtful || (!known && isCommon(piece))
    return { ...piece, candidates, doubtful }
  }
  const isCommon = ({ name, demonym }: Piece): boolean => demonym === null && common.has(name.toLowerCase())
  const isName = (piece: Piece): boolean => piece.candidates.length > 0 || piece.inside.length > 0 || !isCommon(piece)
  return { ...context, countries, weights, ofName, pieces: pieces.map(judge).filter(isName), judge }
}

/** The country that weighs most; null where another comes near it. */
export const dominantCountry = (weights: ReadonlyMap<string, number>): string | null => {
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (first === undefined || first[1] < 1) return null
  return second !== undefined && second[1] > 0.7 * first[1] ? null : first[0]
}
