import { type Span, spanKey } from '../../report.js'
import type { PlaceValue } from '../resolution.js'
import { toponymsOf } from './containment.js'
import { dominantCountry, type PlaceContext, type PlaceDocument, readPlaceDocument } from './document.js'
import type { Gazetteer } from './gazetteer.js'
import { kindsBeside } from './hints.js'
import { readPhrase } from './phrase.js'
import { type Piece, piecesIn } from './pieces.js'
import { insideOf, type Known, type NamedPlace, type PlaceMention, type ReadMention, senseOf } from './reading.js'
import { RULES } from './rules/index.js'
import { chooseSenses, type Toponym } from './senses.js'
import { NOWHERE, nameOf } from './value.js'

/** The names within a mention: those of the report, or read anew where the mention cuts one. */
const piecesWithin = (span: Span, document: PlaceDocument, gazetteer: Gazetteer): readonly Piece[] => {
  const touching = document.pieces.filter((piece) => piece.start < span.end && piece.end > span.start)
  if (touching.every((piece) => piece.start >= span.start && piece.end <= span.end)) return touching
  return piecesIn(document.text.slice(span.start, span.end), gazetteer).map((piece) => {
    const start = piece.start + span.start
    const end = piece.end + span.start
    return { ...document.judge(piece), start, end, kinds: piece.kinds ?? kindsBeside(document.text, start, end) }
  })
}

/** Reads a mention; a name that the report's own reading has too takes what it is said to lie in from there. */
const readMention = (
  mention: PlaceMention,
  document: PlaceDocument,
  byStart: ReadonlyMap<number, Toponym>,
  gazetteer: Gazetteer,
): ReadMention => {
  const phrase = readPhrase(document.text, mention.span, piecesWithin(mention.span, document, gazetteer))
  const wider = phrase.target === null ? undefined : byStart.get(phrase.target.piece.start)
  const same = wider !== undefined && wider.piece.end === phrase.target?.piece.end
  return { mention, phrase: same ? { ...phrase, target: wider } : phrase }
}

/** The names that are places beyond doubt, in order. */
const namedPlaces = (toponyms: readonly Toponym[], read: readonly ReadMention[], rankings: Known['rankings']): NamedPlace[] => {
  const mentioned = new Set(read.map(({ phrase }) => phrase.target?.piece.start))
  return toponyms.flatMap((toponym) => {
    if (toponym.piece.doubtful && !mentioned.has(toponym.piece.start)) return []
    const sense = senseOf(toponym, rankings)
    if (sense === null || sense.foreign) return []
    return [{ start: toponym.piece.start, candidate: sense.candidate, name: nameOf(sense.candidate, toponym.piece) }]
  })
}

/**
 * Resolves the places of a report: each mention to the most specific place that its words name, in the sense that the
 * report gives it. A place that is not found says so: `precision` `unknown` and no coordinates. `how` tells the rule:
 *
 * - `only-sense`, `container` ("Paris, Texas"), `type-word` ("Homs province"), `context`, `prior` (most people, and no context
 *   against it), each with `sound`, `offset`, `near` or `part` before it: a place of the gazetteer;
 * - `capital`, `seat`, `document-capital`, `border`, `demonym` ("Syrian territory"), `anaphora` ("the city");
 * - `container` without an id: a name that the gazetteer lacks, put where it is said to lie;
 * - `phrase-country`, `document-country`, `scene-country`: only the country is known, from the phrase or the report;
 * - `unresolved`: nothing is.
 *
 * @returns Values by `spanKey`; every mention has one.
 */
export const resolvePlaces = (
  mentions: readonly PlaceMention[],
  context: PlaceContext,
  gazetteer: Gazetteer,
): ReadonlyMap<string, PlaceValue> => {
  const document = readPlaceDocument(context, gazetteer)
  const toponyms = toponymsOf(document.pieces, document.text)
  const byStart = new Map(toponyms.map((toponym) => [toponym.piece.start, toponym]))
  const read = mentions.map((mention) => readMention(mention, document, byStart, gazetteer))

  const own = read.flatMap(({ phrase: { target } }): Toponym[] =>
    target === null || byStart.get(target.piece.start) === target
      ? []
      : [target, ...target.containers.map((piece) => ({ piece, containers: [] }))],
  )
  const all = [...toponyms, ...own]
  const facilities = all.flatMap(({ piece }) => (piece.inside.length === 0 ? [] : [insideOf(piece)]))
  const { rankings, weights } = chooseSenses([...all, ...facilities], document)
  const named = namedPlaces(toponyms, read, rankings)
  const known: Known = { document, gazetteer, rankings, dominant: dominantCountry(weights), named }

  const resolve = (one: ReadMention): PlaceValue => {
    for (const rule of RULES) {
      const value = rule(one, known)
      if (value !== null) return value
    }
    return { ...NOWHERE, name: one.mention.text, country: null, how: 'unresolved' }
  }
  return new Map(read.map((one) => [spanKey(one.mention.span), resolve(one)]))
}
