import type { Feature, Point, Polygon } from 'geojson'
import type { MapPlace, PlacePrecision } from '../../api/types.js'
import { placeFilter } from '../../claims/filters.js'

/** What the map knows of a place that it draws. */
export interface Drawn {
  readonly name: string
  readonly precision: PlacePrecision
  readonly country: string | null
  readonly claims: number
  readonly incidents: number
  readonly contradicted: number
  /** The filter that a click sets; null for a whole country. */
  readonly filter: string | null
}

export const drawn = ({ place, incidents, contradicted }: MapPlace, filter: string | null): Drawn => ({
  name: place.name,
  precision: place.precision,
  country: place.country,
  claims: place.claims,
  incidents,
  contradicted,
  filter,
})

/** Radius in kilometres of the disc that stands for an area of unknown outline; a province is as large as those of its country on average. */
const RADIUS: { readonly [precision in PlacePrecision]?: number } = { district: 18, province: 60, region: 130 }

const EARTH = 6371
const CORNERS = 64

/** Discs of the size of the district, province or region: the place is somewhere within. `provinceKm` gives radii by country. */
export const areasOf = (places: readonly MapPlace[], provinceKm: ReadonlyMap<string, number>): Feature<Polygon>[] =>
  located(places).flatMap((one): Feature<Polygon>[] => {
    const { precision, country } = one.place
    const province = provinceKm.get(country ?? '')
    const radius = precision === 'province' && province !== undefined ? province : RADIUS[precision]
    if (radius === undefined) return []
    return [{ type: 'Feature', properties: drawn(one, placeFilter(one.place)), geometry: disc(one.place.lon!, one.place.lat!, radius) }]
  })

/** Towns and points, and the middles of areas for their names; never the middle of a country. */
export const pointsOf = (places: readonly MapPlace[]): Feature<Point>[] =>
  located(places)
    .filter(({ place }) => place.precision !== 'country')
    .map((one) => ({
      type: 'Feature',
      properties: drawn(one, placeFilter(one.place)),
      geometry: { type: 'Point', coordinates: [one.place.lon!, one.place.lat!] },
    }))

const located = (places: readonly MapPlace[]) => places.filter(({ place }) => place.lat !== null && place.lon !== null)

const disc = (lon: number, lat: number, radius: number): Polygon => {
  const ring = Array.from({ length: CORNERS + 1 }, (_, corner) => {
    const angle = (corner / CORNERS) * 2 * Math.PI
    const north = (radius / EARTH) * Math.cos(angle) * (180 / Math.PI)
    const east = ((radius / EARTH) * Math.sin(angle) * (180 / Math.PI)) / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
    return [lon + east, lat + north]
  })
  return { type: 'Polygon', coordinates: [ring] }
}
