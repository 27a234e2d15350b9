import type { ClaimType } from '../../claim.js'
import type { Filters, PlaceRow, Record } from '../../record/index.js'
import { claimConditions } from '../../record/query/claims.js'
import { claimsFrom } from '../../record/query/search.js'

export interface MapPlace {
  readonly place: PlaceRow
  readonly incidents: number
  readonly contradicted: number
  readonly types: { readonly [type in ClaimType]?: number }
}

export interface MapAnswer {
  readonly places: MapPlace[]
  readonly truncated: boolean
  readonly claims: number
  readonly withoutPlace: number
  readonly withoutCoordinates: number
}

const PLACES = 10_000

interface Row {
  readonly key: number
  readonly type: ClaimType
  readonly incident: number | null
  readonly contradicted: number
  readonly place: number | null
}

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
  for (const rows of claimsWithPlaces(record, filters)) {
    totals.claims++
    const drawn = [...new Set(rows.flatMap(({ place }) => place ?? []))].filter((place) => places.get(place)!.lat !== null)
    if (rows[0]!.place === null) totals.withoutPlace++
    else if (drawn.length === 0) totals.withoutCoordinates++
    for (const place of drawn) {
      const known = counts.get(place) ?? { claims: 0, contradicted: 0, incidents: new Set<number>(), types: {} }
      if (!counts.has(place)) counts.set(place, known)
      count(known, rows[0]!)
    }
  }
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

const count = (counts: Counts, { type, incident, contradicted }: Row): void => {
  counts.claims++
  counts.contradicted += Number(contradicted > 0)
  counts.types[type] = (counts.types[type] ?? 0) + 1
  if (incident !== null) counts.incidents.add(incident)
}

/** For each claim a row a place, or one without a place. */
function* claimsWithPlaces(record: Record, filters: Filters): Generator<readonly Row[]> {
  const { sql, values } = claimsFrom(record, claimConditions(record, filters))
  let rows: Row[] = []
  for (const row of record.each<Row>(
    `SELECT m.key, m.type, m.incident, m.contradicted, f.place FROM (SELECT c.key, c.type, c.incident, c.contradicted FROM ${sql}) m
     LEFT JOIN filler f ON f.claim = m.key AND f.role = 'place'`,
    ...values,
  )) {
    if (rows.length > 0 && rows[0]!.key !== row.key) {
      yield rows
      rows = []
    }
    rows.push(row)
  }
  if (rows.length > 0) yield rows
}
