/** A point in WGS 84 degrees. */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const EARTH_KM = 6371.0088
const RADIANS = Math.PI / 180

/** Great-circle distance in kilometres (haversine, mean Earth radius). */
export const kilometresBetween = (a: Point, b: Point): number => {
  const lat = Math.sin(((b.lat - a.lat) * RADIANS) / 2)
  const lon = Math.sin(((b.lon - a.lon) * RADIANS) / 2)
  const h = lat * lat + Math.cos(a.lat * RADIANS) * Math.cos(b.lat * RADIANS) * lon * lon
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The point at a distance and bearing (degrees clockwise from north), to about a hundredth of a degree. */
export const pointAt = (from: Point, kilometres: number, bearing: number): Point => {
  const angle = kilometres / EARTH_KM
  const course = bearing * RADIANS
  const lat0 = from.lat * RADIANS
  const lat = Math.asin(Math.sin(lat0) * Math.cos(angle) + Math.cos(lat0) * Math.sin(angle) * Math.cos(course))
  const lon =
    from.lon * RADIANS + Math.atan2(Math.sin(course) * Math.sin(angle) * Math.cos(lat0), Math.cos(angle) - Math.sin(lat0) * Math.sin(lat))
  const round = (radians: number): number => Math.round((radians / RADIANS) * 100) / 100
  return { lat: round(lat), lon: ((round(lon) + 540) % 360) - 180 }
}
