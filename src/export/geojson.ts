import { allWordsAt, type ExportEvent } from './event.js'

/** Incidents with a coordinate as one GeoJSON feature collection (RFC 7946). */
export function* geojson(events: Iterable<ExportEvent>): Generator<string> {
  let between = ''
  yield '{"type":"FeatureCollection","features":['
  for (const event of events) {
    const feature = featureOf(event)
    if (feature === null) continue
    yield `${between}\n${JSON.stringify(feature)}`
    between = ','
  }
  yield '\n]}\n'
}

export const featureOf = ({ incident, lead, place, from, to, actors, recipients, killed, publishers, claims }: ExportEvent) => {
  if (place === null || place.lat === null || place.lon === null) return null
  return {
    type: 'Feature',
    id: incident.id,
    geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
    properties: {
      type: incident.type,
      mode: incident.mode,
      from,
      to,
      place: place.name,
      country: place.country,
      precision: place.precision,
      actors: actors.map(({ name }) => name),
      recipients: recipients.map(({ name }) => name),
      killed: killed === null ? null : { rule: killed.rule, best: killed.best, low: killed.low, high: killed.high },
      origins: incident.origins,
      reports: incident.reports,
      contradictions: incident.contradictions,
      publishers,
      sentence: lead.sentence,
      words: allWordsAt(claims),
    },
  }
}
