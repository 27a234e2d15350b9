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

/** Outlines of countries (Natural Earth, public domain, 1:50m) as GeoJSON with `iso3` and `name`. */
export const outlines = (): string => {
  const topology = JSON.parse(readFileSync(require.resolve('world-atlas/countries-50m.json'), 'utf8')) as Topology
  const collection = feature(topology, topology.objects.countries as GeometryCollection<{ name: string }>)
  const features = collection.features.map(({ id, properties, geometry }) => ({
    type: 'Feature',
    properties: { iso3: id === undefined ? null : (countries.numericToAlpha3(String(id)) ?? null), name: properties.name },
    geometry: { ...geometry, coordinates: rounded((geometry as { coordinates?: unknown }).coordinates) },
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
