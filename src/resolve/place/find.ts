import type { Span } from '../../report.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { SETTLEMENTS } from './kinds.js'
import { piecesIn } from './pieces.js'

/** A name of the gazetteer that stands in a text. */
export interface FoundPlace {
  readonly span: Span
  readonly text: string
  readonly candidates: readonly Candidate[]
}

/** Shorter names are those of countries alone ("US"). */
const SHORTEST = 3
/** The names of smaller towns are too often common words or surnames. */
const LEAST_PEOPLE = 15_000

const isProminent = ({ kind, match, population }: Candidate): boolean =>
  match === 'known' || population >= LEAST_PEOPLE || (kind !== 'admin2' && !SETTLEMENTS.includes(kind))

/**
 * The names of places in a text by the gazetteer alone: exact names and variants, capitalised, longest first, of towns of
 * some size, divisions, countries and what `knowledge/` holds, without those that a title or another name beside them makes
 * likely to be a person's. In order, never overlapping.
 */
export const findPlaces = (text: string, gazetteer: Gazetteer): FoundPlace[] =>
  piecesIn(text, gazetteer)
    .filter(
      ({ name, candidates, doubtful }) =>
        candidates.some(isProminent) && !doubtful && (name.length >= SHORTEST || candidates.some(({ kind }) => kind === 'country')),
    )
    .map(({ start, name, candidates }) => ({ span: { start, end: start + name.length }, text: name, candidates }))
