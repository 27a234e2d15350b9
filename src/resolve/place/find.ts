import type { Span } from '../../report.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { piecesIn } from './pieces.js'

/** A name of the gazetteer that stands in a text. */
export interface FoundPlace {
  readonly span: Span
  readonly text: string
  readonly candidates: readonly Candidate[]
}

const SHORTEST = 3

/**
 * The names of places in a text by the gazetteer alone: exact names and variants, capitalised, longest first, without those
 * that a title or another name beside them makes likely to be a person's. In order, never overlapping.
 */
export const findPlaces = (text: string, gazetteer: Gazetteer): FoundPlace[] =>
  piecesIn(text, gazetteer)
    .filter(({ name, candidates, doubtful }) => candidates.length > 0 && !doubtful && name.length >= SHORTEST)
    .map(({ start, name, candidates }) => ({ span: { start, end: start + name.length }, text: name, candidates }))
