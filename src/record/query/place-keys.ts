import countries from 'i18n-iso-countries'
import type { Record } from '../record.js'
import type { PlaceFilter } from './filters.js'

const EARTH = 6371.0088
const DEGREE = (Math.PI * EARTH) / 180

interface Point {
  readonly lat: number
  readonly lon: number
}

/** Keys of the places that a filter means; those around it where `within` (kilometres) is given. */
export const placeKeys = (record: Record, place: PlaceFilter, within: number | undefined): readonly number[] => {
  if (within === undefined) return 'lat' in place ? around(record, [place], NEARBY) : named(record, place)
  return around(record, 'lat' in place ? [place] : points(record, place), within)
}

/** Kilometres that count as "at" a pair of coordinates. */
const NEARBY = 1

const keys = (rows: readonly { readonly key: number }[]) => rows.map(({ key }) => key)

/** A town by its name, a province or country with all places known to be in it. */
const named = (record: Record, place: Exclude<PlaceFilter, Point>): readonly number[] => {
  if ('geonameid' in place) return keys(record.all('SELECT key FROM place WHERE geonameid = ?', place.geonameid))
  const country = /^[A-Z]{3}$/.test(place.name) ? place.name : (countries.getAlpha3Code(place.name, 'en') ?? null)
  return keys(
    record.all(
      `SELECT key FROM place WHERE name = ? COLLATE NOCASE UNION SELECT key FROM place WHERE admin1 = ? COLLATE NOCASE
       UNION SELECT key FROM place WHERE country = ?`,
      place.name,
      place.name,
      country,
    ),
  )
}

const points = (record: Record, place: Exclude<PlaceFilter, Point>): readonly Point[] =>
  'geonameid' in place
    ? record.all<Point>('SELECT lat, lon FROM place WHERE geonameid = ? AND lat IS NOT NULL', place.geonameid)
    : record.all<Point>('SELECT lat, lon FROM place WHERE name = ? COLLATE NOCASE AND lat IS NOT NULL', place.name)

const BOX = `SELECT p.key, p.lat, p.lon FROM place_box b JOIN place p ON p.key = b.key
  WHERE b.max_lat >= ? AND b.min_lat <= ? AND b.max_lon >= ? AND b.min_lon <= ? AND p.precision IN ('exact', 'near', 'town', 'district')`

/** The box first, by the R*Tree; then the true distance. A box over the 180th meridian is two. */
const around = (record: Record, centres: readonly Point[], within: number): readonly number[] => {
  const found = new Set<number>()
  for (const { lat, lon } of centres) {
    const height = within / DEGREE
    const poleward = Math.min(89.999, Math.abs(lat) + height)
    const width = Math.min(180, height / Math.cos((poleward * Math.PI) / 180))
    for (const shift of [0, -360, 360]) {
      const rows = record.all<Point & { readonly key: number }>(BOX, lat - height, lat + height, lon - width + shift, lon + width + shift)
      for (const row of rows) if (distance(row, { lat, lon }) <= within) found.add(row.key)
    }
  }
  return [...found]
}

/** Kilometres along the great circle (haversine). */
export const distance = (a: Point, b: Point): number => {
  const [latA, latB, lonA, lonB] = [a.lat, b.lat, a.lon, b.lon].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
    number,
  ]
  const h = Math.sin((latB - latA) / 2) ** 2 + Math.cos(latA) * Math.cos(latB) * Math.sin((lonB - lonA) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.min(1, Math.sqrt(h)))
}
