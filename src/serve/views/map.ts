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

/** Where the claims are that the filters let through, and how many cannot be drawn. */
export const mapOf = (record: Record, filters: Filters): MapAnswer => {
  const { sql, values } = claimsFrom(record, claimConditions(record, filters))
  const claims = `(SELECT c.key, c.type, c.incident, c.contradicted FROM ${sql})`
  const counted = record.one<{ claims: number; without: number; unknown: number }>(
    `SELECT count(*) AS claims, coalesce(sum(places IS NULL), 0) AS without, coalesce(sum(places = 0), 0) AS unknown FROM (
       SELECT m.key, (SELECT sum(p.lat IS NOT NULL) FROM filler f JOIN place p ON p.key = f.place WHERE f.claim = m.key) AS places FROM ${claims} m)`,
    ...values,
  )!
  const rows = record.all<{ key: number; claims: number; incidents: number; contradicted: number }>(
    `SELECT f.place AS key, count(DISTINCT m.key) AS claims, count(DISTINCT m.incident) AS incidents,
       count(DISTINCT CASE WHEN m.contradicted > 0 THEN m.key END) AS contradicted
     FROM ${claims} m CROSS JOIN filler f ON f.claim = m.key CROSS JOIN place p ON p.key = f.place
     WHERE f.place IS NOT NULL AND p.lat IS NOT NULL GROUP BY f.place ORDER BY claims DESC, f.place LIMIT ${PLACES + 1}`,
    ...values,
  )
  const types = new Map<number, { [type in ClaimType]?: number }>()
  for (const { key, type, claims: count } of record.all<{ key: number; type: ClaimType; claims: number }>(
    `SELECT f.place AS key, m.type, count(DISTINCT m.key) AS claims FROM ${claims} m CROSS JOIN filler f ON f.claim = m.key
     WHERE f.place IS NOT NULL GROUP BY f.place, m.type`,
    ...values,
  ))
    types.set(key, { ...types.get(key), [type]: count })
  const place = (key: number) =>
    record.one<PlaceRow>('SELECT id, name, country, admin1, geonameid, lat, lon, precision, claims FROM place WHERE key = ?', key)!
  return {
    places: rows.slice(0, PLACES).map(({ key, claims: count, incidents, contradicted }) => ({
      place: { ...place(key), claims: count },
      incidents,
      contradicted,
      types: types.get(key) ?? {},
    })),
    truncated: rows.length > PLACES,
    claims: counted.claims,
    withoutPlace: counted.without,
    withoutCoordinates: counted.unknown,
  }
}
