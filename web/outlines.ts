import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
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

/** Outlines of countries (Natural Earth, public domain, 1:50m) as GeoJSON with `iso3` and `name`. */
export const outlines = (): string => {
  const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8')) as Topology
  const collection = feature(topology, topology.objects.countries as GeometryCollection<{ name: string }>)
  const features = collection.features.map(({ id, properties, geometry }) => ({
    type: 'Feature',
    properties: { iso3: id === undefined ? null : (countries.numericToAlpha3(String(id)) ?? null), name: properties.name },
    geometry: { ...geometry, coordinates: unbroken(rounded((geometry as { coordinates?: unknown }).coordinates)) },
  }))
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
