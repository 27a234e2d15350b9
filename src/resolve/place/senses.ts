import { kilometresBetween } from './distance.js'
import type { PlaceDocument } from './document.js'
import type { Candidate } from './gazetteer.js'
import { KINDS_OF_WORD, type Kind, SETTLEMENTS } from './kinds.js'
import { keyOf } from './names.js'
import type { Piece } from './pieces.js'
import type { Match } from './store.js'

/** Why a sense was chosen over the others. */
export type Reason = 'only-sense' | 'container' | 'type-word' | 'context' | 'prior'

/** The candidates of a name in one report, best first, with their scores. */
export interface Ranking {
  readonly candidates: readonly { readonly candidate: Candidate; readonly score: number }[]
  readonly reason: Reason
  /** True for a lesser town in a country of which the report says nothing else: likely another place of the name. */
  readonly foreign: boolean
}

/** A name that stands in the report, with the names that it is said to lie in. */
export interface Toponym {
  readonly piece: Piece
  readonly containers: readonly Piece[]
}

/**
 * Weights of the score, fitted by hand on half of TR-News and GeoVirus and on the coded training reports.
 * Population and its stand-ins are logarithms to base ten.
 */
export const WEIGHTS = {
  population: 1.3,
  match: { known: 0.6, name: 0, alternate: -0.9, article: -1.1, sound: -2 } satisfies Record<Match, number>,
  kind: {
    country: 1.5,
    continent: 1,
    capital: 1.2,
    seat: -0.3,
    city: 0,
    section: -0.4,
    admin1: -0.7,
    admin2: 0,
    region: 0,
    water: 1,
    mountain: 0,
    island: 0,
    facility: 0,
  } satisfies Record<Kind, number>,
  typeWord: 3,
  wrongType: -2.5,
  contained: 5,
  notContained: -1.5,
  country: 1.6,
  noCountry: 0.25,
  near: 1.2,
  nearKilometres: 150,
  division: 1,
  local: 0.8,
} as const

/** Stand-ins for the population of what has none. */
const IMPORTANCE: Readonly<Partial<Record<Kind, number>>> = {
  continent: 8,
  admin1: 6,
  admin2: 3.4,
  region: 6,
  water: 6,
  mountain: 5,
  island: 5.2,
  facility: 5,
}
const HAMLET = 2.7

const importanceOf = ({ kind, population, geonameid }: Candidate): number => {
  if (population > 0) return Math.log10(population)
  return IMPORTANCE[kind] ?? (geonameid === null ? 4 : HAMLET)
}

/** From 200,000 people on a town needs no context. */
const WELL_KNOWN = 5.3
/** A village of more than 50,000 people is another place. */
const VILLAGE = 4.7

/** True for a place that a report would not name without a word of where it lies. */
const isLesser = (candidate: Candidate, group: readonly Toponym[]): boolean => {
  const { kind, match } = candidate
  if (group.some(({ piece }) => piece.kinds === KINDS_OF_WORD.village) && importanceOf(candidate) > VILLAGE) return true
  if (match === 'known') return false
  return (kind === 'city' || kind === 'section' || kind === 'admin2') && importanceOf(candidate) < WELL_KNOWN
}

const REGION_KM = 120

/** True where a place lies in another, as far as the gazetteer can tell. */
export const liesIn = (place: Candidate, container: Candidate): boolean => {
  if (place.place === container.place) return false
  if (container.kind === 'country') return place.country === container.country && place.kind !== 'country'
  if (container.kind === 'continent' || container.kind === 'water') return false
  if (container.country !== null && place.country !== null && container.country !== place.country) return false
  if (place.kind === 'country') return false
  if (container.kind === 'admin1')
    return place.country === container.country && (place.admin1 === container.name || place.admin1 === container.admin1)
  if (place.kind === 'admin1') return false
  return kilometresBetween(place, container) < (container.kind === 'region' ? 3 * REGION_KM : container.kind === 'admin2' ? REGION_KM : 40)
}

const priorOf = (candidate: Candidate, kinds: readonly Kind[] | null): number => {
  const rank = kinds === null ? -1 : kinds.indexOf(candidate.kind)
  const type = kinds === null ? 0 : rank < 0 ? WEIGHTS.wrongType : WEIGHTS.typeWord - 0.3 * rank
  return WEIGHTS.population * importanceOf(candidate) + WEIGHTS.kind[candidate.kind] + WEIGHTS.match[candidate.match] + type
}

/** What the report says elsewhere that bears on a candidate. */
interface Surroundings {
  /** How much the report speaks of each country, with the places that are sure. */
  readonly weights: ReadonlyMap<string, number>
  /** The largest of them, at least 1. */
  readonly most: number
  /** Senses that the names of the report have for now, with how much each adds to its country's weight. */
  readonly chosen: ReadonlyMap<string, { readonly candidate: Candidate; readonly weight: number }>
  /** See `PlaceDocument.ofName`. */
  readonly ofName: PlaceDocument['ofName']
}

/** Share of the report that speaks of the candidate's country, this name itself left out; 1 for the country that leads. */
const shareOf = (candidate: Candidate, key: string, { weights, most, chosen, ofName }: Surroundings): number => {
  if (candidate.country === null) return 0
  const sense = chosen.get(key)
  const asPlace = sense !== undefined && sense.candidate.country === candidate.country ? sense.weight : 0
  const name = ofName.get(key.trim())
  const asCountry = name !== undefined && name.country === candidate.country ? name.weight : 0
  return Math.max(0, (weights.get(candidate.country) ?? 0) - asPlace - asCountry) / most
}

const contextOf = (candidate: Candidate, key: string, around: Surroundings): number => {
  const share = candidate.country === null ? WEIGHTS.noCountry : shareOf(candidate, key, around)
  let score = WEIGHTS.country * Math.log2(1 + 3 * share)
  if (candidate.kind === 'country' || candidate.kind === 'continent') return score
  let nearest = Number.POSITIVE_INFINITY
  let inDivision = false
  for (const [other, { candidate: sense }] of around.chosen) {
    if (other === key || sense.kind === 'country' || sense.kind === 'continent') continue
    if (sense.kind === 'admin1') {
      if (sense.country === candidate.country && sense.name === candidate.admin1 && candidate.kind !== 'admin1') inDivision = true
    } else nearest = Math.min(nearest, kilometresBetween(sense, candidate))
  }
  if (inDivision) score += WEIGHTS.division
  if (candidate.kind !== 'admin1') score += WEIGHTS.near * Math.exp(-nearest / WEIGHTS.nearKilometres)
  return score
}

/** How far before a name a country still colours it. */
const LOCAL_DISTANCE = 120

const localOf = (candidate: Candidate, piece: Piece, document: PlaceDocument): number => {
  if (candidate.country === null || candidate.kind === 'country') return 0
  for (const { country, span } of document.countries)
    if (country === candidate.country && span.end <= piece.start && piece.start - span.end < LOCAL_DISTANCE) return WEIGHTS.local
  return 0
}

/** 1 where the candidate lies in every container that is known, -1 where in none, 0 where nothing is said. */
const containmentOf = (candidate: Candidate, containers: readonly Piece[]): number => {
  const known = containers.filter(({ candidates, demonym }) => candidates.length > 0 || demonym !== null)
  if (known.length === 0) return 0
  const held = known.filter(({ candidates, demonym }) =>
    demonym === null
      ? candidates.some((container) => liesIn(candidate, container))
      : candidate.country === demonym.country && candidate.kind !== 'country',
  )
  return held.length === known.length ? 1 : held.length > 0 ? 0.5 : -1
}

const typeClass = (kinds: readonly Kind[] | null): string => {
  const first = kinds?.[0]
  if (first === undefined) return ''
  return SETTLEMENTS.includes(first) ? '' : first
}

/** One sense a report: names with the same key and sort of type word share their sense. */
export const senseKey = (piece: Piece): string => `${keyOf(piece.name)} ${typeClass(piece.kinds)}`

const ranked = (scores: ReadonlyMap<Candidate, number>): Ranking['candidates'] =>
  [...scores].map(([candidate, score]) => ({ candidate, score })).sort((a, b) => b.score - a.score || a.candidate.place - b.candidate.place)

/**
 * Ranks the places that a name of the report can mean. The names that share its sense are given together: what is said of
 * one ("Paris, Texas") counts for all.
 */
const rank = (group: readonly Toponym[], key: string, document: PlaceDocument, around: Surroundings): Ranking => {
  const candidates = group[0]?.piece.candidates ?? []
  const prior = new Map<Candidate, number>()
  const full = new Map<Candidate, number>()
  let container = false
  for (const candidate of candidates) {
    const containments = group.map(({ containers }) => containmentOf(candidate, containers))
    const containment =
      Math.max(0, ...containments) > 0
        ? Math.max(...containments) * WEIGHTS.contained
        : Math.min(...containments) < 0
          ? WEIGHTS.notContained
          : 0
    if (containment > 0) container = true
    const local = Math.max(...group.map(({ piece }) => localOf(candidate, piece, document)))
    const kinds = group.find(({ piece }) => piece.kinds !== null)?.piece.kinds ?? null
    const own = priorOf(candidate, kinds)
    prior.set(candidate, own)
    full.set(candidate, own + containment + local + contextOf(candidate, key, around))
  }
  const best = ranked(full)
  const hasType = group.some(({ piece }) => piece.kinds !== null)
  const reason: Reason =
    candidates.length === 1
      ? 'only-sense'
      : container
        ? 'container'
        : hasType
          ? 'type-word'
          : ranked(prior)[0]?.candidate === best[0]?.candidate
            ? 'prior'
            : 'context'
  const first = best[0]?.candidate
  const foreign = first !== undefined && !container && isLesser(first, group) && shareOf(first, key, around) === 0
  return { candidates: best, reason, foreign }
}

const PASSES = 3

const mostOf = (weights: ReadonlyMap<string, number>): number => Math.max(1, ...weights.values())

/** The senses of all names of a report. */
export interface Senses {
  /** By `senseKey`. */
  readonly rankings: ReadonlyMap<string, Ranking>
  /** How much the report speaks of each country, by its words and by its places. */
  readonly weights: ReadonlyMap<string, number>
}

/** Chooses a sense for every name of the report; names influence each other, so it goes over them three times. */
export const chooseSenses = (toponyms: readonly Toponym[], document: PlaceDocument): Senses => {
  const groups = new Map<string, Toponym[]>()
  for (const toponym of toponyms) {
    if (toponym.piece.candidates.length === 0) continue
    const key = senseKey(toponym.piece)
    const group = groups.get(key)
    if (group) group.push(toponym)
    else groups.set(key, [toponym])
  }
  let rankings: ReadonlyMap<string, Ranking> = new Map()
  let around: Surroundings = { weights: document.weights, most: mostOf(document.weights), chosen: new Map(), ofName: document.ofName }
  for (let pass = 0; pass < PASSES; pass++) {
    const seen = around
    rankings = new Map([...groups].map(([key, group]) => [key, rank(group, key, document, seen)]))
    around = surroundingsOf(groups, rankings, document)
  }
  return { rankings, weights: around.weights }
}

/** How much a place that is sure speaks for its country, by how often it is named. */
const PLACE_WEIGHT = 0.4
const MOST_PLACE_WEIGHT = 2
const SURE_MARGIN = 2

const surroundingsOf = (
  groups: ReadonlyMap<string, readonly Toponym[]>,
  rankings: ReadonlyMap<string, Ranking>,
  document: PlaceDocument,
): Surroundings => {
  const chosen = new Map<string, { readonly candidate: Candidate; readonly weight: number }>()
  const weights = new Map(document.weights)
  for (const [key, { candidates, foreign }] of rankings) {
    const [first, second] = candidates
    const group = groups.get(key) ?? []
    if (first === undefined || group.every(({ piece }) => piece.doubtful)) continue
    const { candidate } = first
    const sure = second === undefined || first.score - second.score > SURE_MARGIN || second.candidate.country === candidate.country
    const counts = candidate.country !== null && candidate.kind !== 'country' && sure && !foreign && candidate.match !== 'sound'
    const weight = counts ? Math.min(MOST_PLACE_WEIGHT, PLACE_WEIGHT * group.length) : 0
    chosen.set(key, { candidate, weight })
    if (counts && candidate.country !== null) weights.set(candidate.country, (weights.get(candidate.country) ?? 0) + weight)
  }
  return { chosen, weights, most: mostOf(weights), ofName: document.ofName }
}
