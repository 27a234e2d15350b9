import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import countries from 'i18n-iso-countries'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'

const require = createRequire(import.meta.url)

/** Two decimals of a degree are about a kilometre: finer than the outlines themselves. */
const rounded = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(rounded) : typeof value === 'number' ? Math.round(value * 100) / 100 : value

/** A ring across the antimeridian goes on beyond it, so that no line runs around the world. */
const unbroken = (value: unknown): unknown => {
  if (!Array.isArray(value) || value.length === 0) return value
  if (!Array.isArray(value[0]?.[0]) && Array.isArray(value[0])) {
    const ring = value as [number, number][]
    const crosses = ring.some(([lon], i) => i > 0 && Math.abs(lon - ring[i - 1]![0]) > 180)
    return crosses ? ring.map(([lon, lat]) => [lon < 0 ? lon + 360 : lon, lat]) : ring
  }
  return value.map(unbroken)
}

const EARTH = 6371
const radians = (degrees: number) => (degrees * Math.PI) / 180

type Ring = readonly (readonly [lon: number, lat: number])[]

/** Square kilometres within a ring on the sphere (Chamberlain and Duquette 2007); negative where it runs clockwise. */
const ringArea = (ring: Ring): number =>
  (ring.reduce((sum, [lon, lat], i) => {
    const [nextLon, nextLat] = ring[(i + 1) % ring.length]!
    return sum + radians(nextLon - lon) * (2 + Math.sin(radians(lat)) + Math.sin(radians(nextLat)))
  }, 0) *
    EARTH ** 2) /
  2

/** Outer rings less their holes. */
const area = (geometry: { readonly type: string; readonly coordinates?: unknown }): number => {
  const polygons = (geometry.type === 'Polygon' ? [geometry.coordinates] : (geometry.coordinates ?? [])) as Ring[][]
  return polygons.reduce(
    (sum, [outer, ...holes]) => sum + Math.abs(ringArea(outer!)) - holes.reduce((cut, hole) => cut + Math.abs(ringArea(hole)), 0),
    0,
  )
}

/** First-level divisions of each country, by its two letters. */
const divisions = (): ReadonlyMap<string, number> => {
  const file = fileURLToPath(new URL('../knowledge/places-admin1.tsv', import.meta.url))
  const counts = new Map<string, number>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [alpha2] = line.split('\t')
    if (alpha2?.length === 2) counts.set(alpha2, (counts.get(alpha2) ?? 0) + 1)
  }
  return counts
}

/**
 * Outlines of countries (Natural Earth, public domain, 1:50m) as GeoJSON with `iso3`, `name` and `provinceKm`, the radius of a disc as
 * large as the country's first-level divisions are on average.
 */
export const outlines = (): string => {
  const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8')) as Topology
  const collection = feature(topology, topology.objects.countries as GeometryCollection<{ name: string }>)
  const provinces = divisions()
  const features = collection.features.map(({ id, properties, geometry }) => {
    const iso3 = id === undefined ? null : (countries.numericToAlpha3(String(id)) ?? null)
    const whole = { ...geometry, coordinates: unbroken(rounded((geometry as { coordinates?: unknown }).coordinates)) }
    const number = provinces.get((iso3 && countries.alpha3ToAlpha2(iso3)) ?? '')
    const provinceKm = number === undefined ? null : Math.round(Math.sqrt(area(whole) / number / Math.PI))
    return { type: 'Feature', properties: { iso3, name: properties.name, provinceKm }, geometry: whole }
  })
  return JSON.stringify({ type: 'FeatureCollection', features })
}

/** Serves and ships the outlines as `/outlines.json`, so that the map needs no tile from anywhere. */
export const shipOutlines = (): Plugin => ({
  name: 'outlines',
  configureServer(server) {
    server.middlewares.use('/outlines.json', (_, response) => response.setHeader('content-type', 'application/json').end(outlines()))
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'outlines.json', source: outlines() })
  },
})
