import type { PlaceAlternative } from '../../claim.js'
import type { PlaceValue } from '../resolution.js'
import { pointAt } from './distance.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { PRECISION_OF } from './kinds.js'
import type { Phrase } from './phrase.js'
import type { Piece } from './pieces.js'

const MOST_ALTERNATIVES = 5

/** A value that gives no place: to be completed with a name, a country or null, and how. */
export const NOWHERE = { geonameid: null, lat: null, lon: null, admin1: null, precision: 'unknown', alternatives: [] } as const

/** The words of a mention or name as a name: without the article, on one line. */
export const plainName = (words: string): string => words.replace(/\s+/g, ' ').replace(/^the /i, '')

/** How the place of a name is written: in the report's spelling, but with its ordinary English name where it has one. */
export const nameOf = (candidate: Candidate, piece: Piece): string => {
  const shouted = piece.name.length > 3 && piece.name === piece.name.toUpperCase()
  const ordinary = candidate.match === 'known' && (candidate.geonameid !== null || PRECISION_OF[candidate.kind] === 'region')
  if (shouted || ordinary || candidate.kind === 'country') return candidate.name
  return plainName(piece.name)
}

const alternativeOf = ({ geonameid, name, country, admin1, lat, lon }: Candidate): PlaceAlternative => ({
  geonameid,
  name,
  country,
  admin1,
  lat: round(lat),
  lon: round(lon),
})

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

/** The value of a place of the gazetteer. */
export const valueFor = (candidate: Candidate, name: string, how: string, others: readonly Candidate[] = []): PlaceValue => ({
  name,
  country: candidate.country,
  geonameid: candidate.geonameid,
  lat: round(candidate.lat),
  lon: round(candidate.lon),
  admin1: candidate.admin1,
  precision: PRECISION_OF[candidate.kind],
  alternatives: others.slice(0, MOST_ALTERNATIVES).map(alternativeOf),
  how,
})

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** Which part of a country's divisions makes up "the north" of it. */
const SECTORS = 3

/** The middle of the divisions in a part of a country ("northern Syria"); null where it has too few to tell. */
const middleOfPart = (
  country: Candidate,
  part: number | 'central',
  gazetteer: Gazetteer,
): { readonly lat: number; readonly lon: number } | null => {
  const divisions = country.country === null ? [] : gazetteer.divisions(country.country)
  if (divisions.length < SECTORS) return null
  const middleOf = (some: readonly Candidate[]): { readonly lat: number; readonly lon: number } => ({
    lat: round(mean(some.map(({ lat }) => lat))),
    lon: round(mean(some.map(({ lon }) => lon))),
  })
  const centre = middleOf(divisions)
  if (part === 'central') return centre
  const angle = (part * Math.PI) / 180
  const narrowing = Math.cos((centre.lat * Math.PI) / 180)
  const along = ({ lat, lon }: Candidate): number => (lat - centre.lat) * Math.cos(angle) + (lon - centre.lon) * narrowing * Math.sin(angle)
  return middleOf([...divisions].sort((a, b) => along(b) - along(a)).slice(0, Math.ceil(divisions.length / SECTORS)))
}

/** Puts a place off its centre as the words do: at a distance, near it, or in a part of it. */
export const placed = (value: PlaceValue, candidate: Candidate, { offset, near, part }: Phrase, gazetteer: Gazetteer): PlaceValue => {
  if (offset !== null && offset.bearing !== null)
    return { ...value, ...pointAt(candidate, offset.kilometres, offset.bearing), precision: 'near', how: `offset, ${value.how}` }
  const precision = PRECISION_OF[candidate.kind]
  if ((precision === 'town' || precision === 'exact') && (near || offset !== null))
    return { ...value, precision: 'near', how: `near, ${value.how}` }
  const middle = candidate.kind === 'country' && part !== null ? middleOfPart(candidate, part, gazetteer) : null
  return middle === null ? value : { ...value, ...middle, precision: 'region', how: `part, ${value.how}` }
}
