import type { ClaimType } from '../../claim.js'
import type { Filters, PlaceRow, Record } from '../../record/index.js'
import { NONE, wordOf } from '../../record/query/columns.js'
import { eachSelected } from '../../record/query/selection.js'
import type { MapAnswer } from '../answers.js'

const PLACES = 10_000

/** What is counted of one place. */
interface Counts {
  claims: number
  contradicted: number
  readonly incidents: Set<number>
  readonly types: { [type in ClaimType]?: number }
}

/** Where the claims are that the filters let through, and how many cannot be drawn. */
export const mapOf = (record: Record, filters: Filters): MapAnswer => {
  const places = new Map(
    record
      .all<PlaceRow & { readonly key: number }>('SELECT key, id, name, country, admin1, geonameid, lat, lon, precision, claims FROM place')
      .map(({ key, ...place }) => [key, place] as const),
  )
  const counts = new Map<number, Counts>()
  const totals = { claims: 0, withoutPlace: 0, withoutCoordinates: 0 }
  eachSelected(record, filters, (segment) => {
    const { first, place } = segment.fillers()
    const [type, incident, contradicted] = [segment.words('type'), segment.integers('incident'), segment.integers('contradicted')]
    return (at) => {
      let [named, drawn] = [false, false]
      for (let n = first[at]!; n < first[at + 1]!; n++) {
        const key = place[n]!
        if (key === NONE || place.indexOf(key, first[at]!) < n) continue
        named = true
        if (places.get(key)!.lat === null) continue
        drawn = true
        const known = counts.get(key) ?? { claims: 0, contradicted: 0, incidents: new Set<number>(), types: {} }
        if (known.claims === 0) counts.set(key, known)
        count(known, wordOf(type[at]!) as ClaimType, incident[at]!, contradicted[at]!)
      }
      totals.claims++
      if (!named) totals.withoutPlace++
      else if (!drawn) totals.withoutCoordinates++
    }
  })
  const ranked = [...counts].sort(([a, x], [b, y]) => y.claims - x.claims || a - b)
  return {
    places: ranked.slice(0, PLACES).map(([key, { claims, contradicted, incidents, types }]) => ({
      place: { ...places.get(key)!, claims },
      incidents: incidents.size,
      contradicted,
      types,
    })),
    truncated: ranked.length > PLACES,
    ...totals,
  }
}

const count = (counts: Counts, type: ClaimType, incident: number, contradicted: number): void => {
  counts.claims++
  counts.contradicted += contradicted
  counts.types[type] = (counts.types[type] ?? 0) + 1
  if (incident !== NONE) counts.incidents.add(incident)
}
