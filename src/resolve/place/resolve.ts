import type { PlaceAlternative } from '../../claim.js'
import { type Span, spanKey } from '../../report.js'
import type { PlaceValue } from '../resolution.js'
import { toponymsOf } from './containment.js'
import { pointAt } from './distance.js'
import { dominantCountry, type PlaceContext, type PlaceDocument, readPlaceDocument } from './document.js'
import type { Candidate, Gazetteer } from './gazetteer.js'
import { kindsBeside } from './hints.js'
import { type Kind, PRECISION_OF } from './kinds.js'
import { keyOf } from './names.js'
import { type Phrase, readPhrase } from './phrase.js'
import { type Piece, piecesIn } from './pieces.js'
import { chooseSenses, liesIn, type Ranking, senseKey, type Toponym } from './senses.js'

/** Words of a report that refer to a place. */
export interface PlaceMention {
  readonly span: Span
  readonly text: string
}

const MOST_ALTERNATIVES = 5

const NOWHERE = { geonameid: null, lat: null, lon: null, admin1: null, precision: 'unknown', alternatives: [] } as const

/** The names within a mention: those of the report, or read anew where the mention cuts one. */
const piecesWithin = (span: Span, document: PlaceDocument, gazetteer: Gazetteer): readonly Piece[] => {
  const touching = document.pieces.filter((piece) => piece.start < span.end && piece.end > span.start)
  if (touching.every((piece) => piece.start >= span.start && piece.end <= span.end)) return touching
  return piecesIn(document.text.slice(span.start, span.end), gazetteer).map((piece) => ({
    ...document.judge(piece),
    start: piece.start + span.start,
    end: piece.end + span.start,
    kinds: piece.kinds ?? kindsBeside(document.text, piece.start + span.start, piece.end + span.start),
  }))
}

/** A mention as read: its phrase, with what the report says around it. */
interface Read {
  readonly mention: PlaceMention
  readonly phrase: Phrase
}

const readMention = (mention: PlaceMention, document: PlaceDocument, around: ReadonlyMap<number, Toponym>, gazetteer: Gazetteer): Read => {
  const phrase = readPhrase(document.text, mention.span, piecesWithin(mention.span, document, gazetteer))
  const wider = phrase.target === null ? undefined : around.get(phrase.target.piece.start)
  const same = wider !== undefined && wider.piece.end === phrase.target?.piece.end
  return { mention, phrase: same ? { ...phrase, target: wider } : phrase }
}

/** How the place of a name is written: the report's spelling, but for names that have an ordinary English form. */
const nameOf = (candidate: Candidate, piece: Piece): string => {
  const written = piece.name.replace(/\s+/g, ' ')
  const shouting = written.length > 3 && written === written.toUpperCase()
  if (shouting || candidate.match === 'variant' || candidate.kind === 'country') return candidate.name
  return written.replace(/^the /i, '')
}

const alternativeOf = ({ geonameid, name, country, admin1, lat, lon }: Candidate): PlaceAlternative => ({
  geonameid,
  name,
  country,
  admin1,
  lat,
  lon,
})

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4

const valueFor = (candidate: Candidate, name: string, how: string, others: readonly Candidate[] = []): PlaceValue => ({
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

const howOf = (candidate: Candidate, ranking: Ranking): string =>
  candidate.match === 'sound' ? `sound, ${ranking.reason}` : ranking.reason

/** What the resolver knows when it gives the mentions their values. */
interface Known {
  readonly document: PlaceDocument
  readonly gazetteer: Gazetteer
  readonly rankings: ReadonlyMap<string, Ranking>
  readonly dominant: string | null
}

/** The best sense of a name here: its own containers count more than the sense it has elsewhere. */
const senseOf = (
  { piece, containers }: Toponym,
  { rankings }: Known,
): { readonly candidate: Candidate; readonly others: readonly Candidate[]; readonly how: string } | null => {
  const ranking = rankings.get(senseKey(piece))
  if (!ranking) return null
  const candidates = ranking.candidates.map(({ candidate }) => candidate)
  const held = candidates.find((candidate) => containers.length > 0 && containers.every((container) => isWithin(candidate, container)))
  const candidate = held ?? candidates[0]
  if (candidate === undefined) return null
  const how = held !== undefined && held !== candidates[0] ? 'container' : howOf(candidate, ranking)
  return { candidate, others: candidates.filter((other) => other !== candidate), how }
}

const isWithin = (candidate: Candidate, container: Piece): boolean =>
  container.demonym === null
    ? container.candidates.some((other) => liesIn(candidate, other))
    : candidate.country === container.demonym.country

const countryValue = (alpha3: string, how: string, { gazetteer }: Known): PlaceValue | null => {
  const country = gazetteer.country(alpha3)
  return country === null ? null : valueFor(country, country.name, how)
}

/** "the Libyan capital", "the capital of Caqueta", "the capital". */
const capitalValue = ({ phrase }: Read, known: Known): PlaceValue | null => {
  if (phrase.capital === null) return null
  const named = phrase.target === null ? null : senseOf(phrase.target, known)
  if (named !== null && named.candidate.kind === 'admin1' && named.candidate.country !== null) {
    const seat = known.gazetteer.seat(named.candidate.country, named.candidate.name)
    return seat === null ? null : valueFor(seat, seat.name, 'seat')
  }
  if (named !== null && named.candidate.kind !== 'country') return null
  const country = phrase.countries[0] ?? (phrase.capital === 'national' && phrase.target === null ? known.dominant : null)
  const capital = country === null ? null : known.gazetteer.capital(country)
  return capital === null ? null : valueFor(capital, capital.name, phrase.countries.length > 0 ? 'capital' : 'document-capital')
}

/** "the border between Libya and Niger", "the Turkish border": no one place, so only a name and what is known of it. */
const borderValue = ({ phrase, mention }: Read, known: Known): PlaceValue | null => {
  if (!phrase.border || phrase.countries.length === 0) return null
  const names = phrase.countries.map((country) => known.gazetteer.country(country)?.name ?? country)
  if (names.length === 1) {
    const value = countryValue(phrase.countries[0] ?? '', 'border', known)
    return value === null ? null : { ...value, precision: 'country' }
  }
  const name = `${names.slice(0, 2).join('-')} border`
  const [entry] = known.gazetteer
    .named(mention.text.replace(/^the\s+/i, ''))
    .concat(known.gazetteer.named(name), known.gazetteer.named(`${names[1]}-${names[0]} border`))
  return entry === undefined ? { ...NOWHERE, name, country: null, how: 'border' } : valueFor(entry, name, 'border')
}

const SECTOR_SHARE = 3

/** The middle of the divisions that make up a part of a country ("northern Syria"); null where it has too few to tell. */
const partOf = (
  country: Candidate,
  part: number | 'central',
  { gazetteer }: Known,
): { readonly lat: number; readonly lon: number } | null => {
  const divisions = country.country === null ? [] : gazetteer.divisions(country.country)
  if (divisions.length < SECTOR_SHARE) return null
  const middle = { lat: mean(divisions.map(({ lat }) => lat)), lon: mean(divisions.map(({ lon }) => lon)) }
  if (part === 'central') return { lat: round(middle.lat), lon: round(middle.lon) }
  const angle = (part * Math.PI) / 180
  const along = (point: Candidate): number =>
    (point.lat - middle.lat) * Math.cos(angle) + (point.lon - middle.lon) * Math.cos((middle.lat * Math.PI) / 180) * Math.sin(angle)
  const outermost = [...divisions].sort((a, b) => along(b) - along(a)).slice(0, Math.ceil(divisions.length / SECTOR_SHARE))
  return { lat: round(mean(outermost.map(({ lat }) => lat))), lon: round(mean(outermost.map(({ lon }) => lon))) }
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** Puts a place off its centre as the words do: at a distance, near it, or in a part of it. */
const placed = (value: PlaceValue, candidate: Candidate, { offset, near, part }: Phrase, known: Known): PlaceValue => {
  if (offset !== null && offset.bearing !== null)
    return { ...value, ...pointAt(candidate, offset.kilometres, offset.bearing), precision: 'near', how: `offset, ${value.how}` }
  const isPoint = PRECISION_OF[candidate.kind] === 'town' || PRECISION_OF[candidate.kind] === 'exact'
  if (isPoint && (near || offset !== null)) return { ...value, precision: 'near', how: `near, ${value.how}` }
  if (candidate.kind === 'country' && part !== null) {
    const point = partOf(candidate, part, known)
    return point === null ? value : { ...value, ...point, precision: 'region', how: `part, ${value.how}` }
  }
  return value
}

/** Values of names that the gazetteer has. */
const namedValue = ({ phrase }: Read, known: Known): PlaceValue | null => {
  const sense = phrase.target === null ? null : senseOf(phrase.target, known)
  if (sense === null || phrase.target === null) return null
  const value = valueFor(sense.candidate, nameOf(sense.candidate, phrase.target.piece), sense.how, sense.others)
  return placed(value, sense.candidate, phrase, known)
}

/** The finest of the places that a name the gazetteer lacks is said to lie in. */
const holderOf = (toponym: Toponym, known: Known): Candidate | null => {
  for (const container of toponym.containers) {
    const sense = container.demonym === null ? senseOf({ piece: container, containers: [] }, known) : null
    if (sense !== null && sense.candidate.match !== 'sound') return sense.candidate
  }
  return null
}

/** A name that the gazetteer lacks: what its own words say of where it lies, and no more. */
const unknownValue = ({ phrase }: Read, known: Known): PlaceValue | null => {
  if (phrase.target === null) return null
  const { piece } = phrase.target
  const name = piece.name.replace(/\s+/g, ' ').replace(/^the /i, '')
  const inside = known.rankings.get(insideKey(piece))?.candidates[0]?.candidate ?? null
  const holder = holderOf(phrase.target, known) ?? inside
  if (holder !== null && holder.kind !== 'country')
    return {
      ...valueFor(holder, name, 'container'),
      geonameid: null,
      precision: PRECISION_OF[holder.kind] === 'town' ? 'near' : PRECISION_OF[holder.kind],
    }
  const country =
    holder?.country ??
    (phrase.countries.length === 1 ? phrase.countries[0] : undefined) ??
    phrase.target.containers.find(({ demonym }) => demonym !== null)?.demonym?.country
  if (country !== undefined && country !== null) return { ...NOWHERE, name, country, how: 'phrase-country' }
  return { ...NOWHERE, name, country: known.dominant, how: known.dominant === null ? 'unresolved' : 'document-country' }
}

/** "Syrian territory", "Turkish": the country itself. */
const demonymValue = ({ phrase }: Read, known: Known): PlaceValue | null => {
  const country = phrase.countries[0]
  if (phrase.target !== null || country === undefined) return null
  const entry = known.gazetteer.country(country)
  return entry === null ? null : placed(valueFor(entry, entry.name, 'demonym'), entry, phrase, known)
}

/** "the city", "there", "the country": the nearest place before it of a kind that fits. */
const anaphorValue = (
  { phrase, mention }: Read,
  earlier: readonly { readonly start: number; readonly candidate: Candidate; readonly name: string }[],
  known: Known,
): PlaceValue | null => {
  const { head } = phrase
  if (head === null) return null
  if (head[0] === 'country') {
    return known.dominant === null ? null : countryValue(known.dominant, 'document-country', known)
  }
  const before = earlier.filter(({ start, candidate }) => start < mention.span.start && fits(candidate.kind, head))
  const nearest = before.at(-1)
  return nearest === undefined ? null : valueFor(nearest.candidate, nearest.name, 'anaphora')
}

const fits = (kind: Kind, head: readonly Kind[]): boolean => head.includes(kind)

const insideKey = (piece: Piece): string => `${keyOf(piece.name)} inside`

/**
 * Resolves the places of a report: each mention to the most specific place that its words name, in the sense that the
 * report gives it. A place that is not found says so (`precision` `unknown`, no coordinates); `how` tells the rule:
 * `only-sense`, `container` ("Paris, Texas"), `type-word` ("Homs province"), `context`, `prior` (most people, no context
 * against it), each with `sound`, `offset`, `near` or `part` before it; `capital`, `seat`, `document-capital`, `border`,
 * `demonym`, `anaphora`, `document-country`, `phrase-country`, `unresolved`.
 *
 * @returns Values by `spanKey`; every mention has one.
 */
export const resolvePlaces = (
  mentions: readonly PlaceMention[],
  context: PlaceContext,
  gazetteer: Gazetteer,
): ReadonlyMap<string, PlaceValue> => {
  const document = readPlaceDocument(context, gazetteer)
  const around = toponymsOf(document.pieces, document.text)
  const byStart = new Map(around.map((toponym) => [toponym.piece.start, toponym]))
  const read = mentions.map((mention) => readMention(mention, document, byStart, gazetteer))

  const own = read.flatMap(({ phrase }) =>
    phrase.target === null || byStart.get(phrase.target.piece.start) === phrase.target
      ? []
      : [phrase.target, ...phrase.target.containers.map((piece) => ({ piece, containers: [] }))],
  )
  const toponyms = [...around, ...own]
  const facilities = toponyms.flatMap(({ piece, containers }): Toponym[] =>
    piece.inside.length === 0
      ? []
      : [{ piece: { ...piece, name: `${piece.name} inside`, candidates: piece.inside, kinds: null }, containers }],
  )
  const { rankings, weights } = chooseSenses([...toponyms, ...facilities], document)
  const known: Known = { document, gazetteer, rankings, dominant: dominantCountry(weights) }

  const mentioned = new Set(read.map(({ phrase }) => phrase.target?.piece.start))
  const earlier = around.flatMap((toponym) => {
    if (toponym.piece.doubtful && !mentioned.has(toponym.piece.start)) return []
    const sense = senseOf(toponym, known)
    return sense === null || sense.candidate.kind === 'country'
      ? []
      : [{ start: toponym.piece.start, candidate: sense.candidate, name: nameOf(sense.candidate, toponym.piece) }]
  })

  return new Map(
    read.map((one) => [
      spanKey(one.mention.span),
      capitalValue(one, known) ??
        borderValue(one, known) ??
        namedValue(one, known) ??
        unknownValue(one, known) ??
        demonymValue(one, known) ??
        anaphorValue(one, earlier, known) ?? { ...NOWHERE, name: one.mention.text.replace(/\s+/g, ' '), country: null, how: 'unresolved' },
    ]),
  )
}
