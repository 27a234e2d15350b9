import type { ActorFiller } from '../claim.js'
import type { ClaimRow } from '../record/query/rows.js'
import { wordsAt } from './event.js'

/** One PLOVER event record (PLOVER 0.8, Open Event Data Alliance) a line; claims of types that PLOVER lacks have no line. */
export function* plover(claims: Iterable<ClaimRow>, originsOf: (incident: string | null) => number | null): Generator<string> {
  for (const row of claims) {
    const event = ploverEvent(row, originsOf(row.incident))
    if (event !== null) yield `${JSON.stringify(event)}\n`
  }
}

export const ploverEvent = (row: ClaimRow, origins: number | null) => {
  const { claim, report } = row
  const { plover: code, quadClass } = claim.codes
  if (code.type === null) return null
  const place = claim.place[0]
  return {
    id: row.id,
    date: claim.time.value,
    datePublished: report.published,
    event: code.type,
    mode: code.mode,
    context: code.contexts,
    quadClass,
    status: claim.status,
    negated: claim.negated,
    actor: claim.actor.map(party),
    recipient: claim.recipient.map(party),
    location:
      place === undefined
        ? null
        : {
            text: place.text,
            name: place.name,
            country: place.country,
            admin1: place.admin1,
            lat: place.lat,
            lon: place.lon,
            precision: place.precision,
            geonameid: place.geonameid,
          },
    figures: claim.figures.map(({ kind, of, low, high, text }) => ({ kind, of, low, high, text })),
    language: 'eng',
    text: row.sentence,
    source: { publisher: report.publisher, url: report.url, title: report.title, words: wordsAt(row) },
    attribution: claim.attribution.map(({ source, cue }) => ({ source: source?.name ?? null, cue: cue?.text ?? null })),
    incident: row.incident,
    origin: row.origin?.name ?? null,
    origins,
    confidence: claim.confidence,
  }
}

const party = ({ text, name, code, wikidata }: ActorFiller) => ({
  text,
  name,
  country: code?.split(':')[0] || null,
  sector: code?.split(':')[1] ?? null,
  wikidata,
})
