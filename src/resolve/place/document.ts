import { type CountryMention, countriesIn } from './countries.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { type Piece, piecesIn } from './pieces.js'

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
  /** How much the report speaks of each country, by its names, adjectives and peoples; the largest is 1. */
  readonly weights: ReadonlyMap<string, number>
}

const FORM_WEIGHT = { name: 1, adjective: 0.8, people: 0.6 } as const
const TITLE_WEIGHT = 1.5
const PUBLISHER_WEIGHT = 0.5
/** The dateline and lead say where the report is. */
const LEAD_LENGTH = 400
const LEAD_WEIGHT = 1

/** Finds the names and countries of a report and how much it speaks of each country. */
export const readPlaceDocument = (context: PlaceContext, gazetteer: Gazetteer): PlaceDocument => {
  const countries = countriesIn(context.text)
  const weights = new Map<string, number>()
  const add = (country: string, weight: number): void => void weights.set(country, (weights.get(country) ?? 0) + weight)
  for (const { country, form, span } of countries) add(country, FORM_WEIGHT[form] + (span.start < LEAD_LENGTH ? LEAD_WEIGHT : 0))
  for (const { country } of countriesIn(context.title ?? '')) add(country, TITLE_WEIGHT)
  for (const { country } of countriesIn(context.publisher ?? '')) add(country, PUBLISHER_WEIGHT)
  const most = Math.max(1, ...weights.values())
  return {
    ...context,
    pieces: piecesIn(context.text, gazetteer),
    countries,
    weights: new Map([...weights].map(([country, weight]) => [country, weight / most])),
  }
}

/** The country that the report is mostly about by its words alone; null where two come near each other. */
export const dominantCountry = (weights: ReadonlyMap<string, number>): string | null => {
  const [first, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (!first) return null
  return second && second[1] > 0.6 * first[1] ? null : first[0]
}

/** The country entry among candidates, if the name is a country's. */
export const countryAmong = (candidates: readonly Candidate[]): Candidate | null =>
  candidates.find(({ kind, match }) => kind === 'country' && match !== 'sound') ?? null
