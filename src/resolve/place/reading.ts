import type { Span } from '../../report.js'
import type { PlaceDocument } from './document.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import type { Phrase } from './phrase.js'
import type { Piece } from './pieces.js'
import { liesIn, type Ranking, senseKey, type Toponym } from './senses.js'

/** Words of a report that refer to a place. */
export interface PlaceMention {
  readonly span: Span
  readonly text: string
}

/** A mention with what its words say. */
export interface ReadMention {
  readonly mention: PlaceMention
  readonly phrase: Phrase
}

/** A name of the report with its sense. */
export interface NamedPlace {
  readonly start: number
  readonly name: string
  readonly candidate: Candidate
}

/** What the rules know of a report when they give the mentions their values. */
export interface Known {
  readonly document: PlaceDocument
  readonly gazetteer: Gazetteer
  /** Senses of the report's names, by `senseKey`. */
  readonly rankings: ReadonlyMap<string, Ranking>
  /** The country that the report is mostly about, null where there is no one such. */
  readonly dominant: string | null
  /** The names of the report that can be trusted, in order. */
  readonly named: readonly NamedPlace[]
}

/** What a name means in the report. */
export interface Sense {
  readonly candidate: Candidate
  readonly others: readonly Candidate[]
  readonly how: string
  /** See `Ranking.foreign`. */
  readonly foreign: boolean
}

const isWithin = (candidate: Candidate, container: Piece): boolean =>
  container.demonym === null
    ? container.candidates.some((other) => liesIn(candidate, other))
    : candidate.country === container.demonym.country

/** The sense of a name where it stands: what it is said to lie in there counts more than its sense elsewhere. */
export const senseOf = ({ piece, containers }: Toponym, rankings: Known['rankings']): Sense | null => {
  const ranking = rankings.get(senseKey(piece))
  const best = ranking?.candidates[0]?.candidate
  if (ranking === undefined || best === undefined) return null
  const candidates = ranking.candidates.map(({ candidate }) => candidate)
  const held = containers.length === 0 ? undefined : candidates.find((one) => containers.every((container) => isWithin(one, container)))
  const candidate = held ?? best
  const reason = candidate === best ? ranking.reason : 'container'
  return {
    candidate,
    others: candidates.filter((other) => other !== candidate),
    how: candidate.match === 'sound' ? `sound, ${reason}` : reason,
    foreign: ranking.foreign && held === undefined,
  }
}

/** The country where the report is at a point of its text: the one it is mostly about, else that of the last place named. */
export const sceneCountry = (at: number, { dominant, named }: Known): string | null =>
  dominant ?? named.filter(({ start, candidate }) => start < at && candidate.country !== null).at(-1)?.candidate.country ?? null

/** Key of the places that a facility's name holds, apart from the same name elsewhere. */
export const insideKey = (piece: Piece): string => senseKey(insideOf(piece).piece)

/** The place that a facility is named after, as a name of its own ("Kuala Lumpur" of its airport). */
export const insideOf = (piece: Piece): Toponym => ({
  piece: { ...piece, name: `${piece.name} inside`, candidates: piece.inside, kinds: null },
  containers: [],
})
