import { addProtocol, type LayerSpecification, type SourceSpecification } from 'maplibre-gl'
import { PMTiles, Protocol, TileType } from 'pmtiles'

/** A map of the user's own under the claims. */
export interface BaseMap {
  readonly source: SourceSpecification
  /** Names of the layers of a vector map; none for pictures. */
  readonly layers: readonly string[]
  /** Whom to name as its makers, as text. */
  readonly attribution: string
}

const ADDRESS = '/basemap.pmtiles'

let protocol: Protocol | null = null

export const loadBaseMap = async (): Promise<BaseMap> => {
  if (protocol === null) {
    protocol = new Protocol()
    addProtocol('pmtiles', protocol.tile)
  }
  const tiles = new PMTiles(ADDRESS)
  protocol.add(tiles)
  const { tileType } = await tiles.getHeader()
  const about = (await tiles.getMetadata()) as {
    readonly vector_layers?: readonly { readonly id: string }[]
    readonly attribution?: string
  }
  const url = `pmtiles://${ADDRESS}`
  return {
    source: tileType === TileType.Mvt ? { type: 'vector', url } : { type: 'raster', url, tileSize: 256 },
    layers: about.vector_layers?.map(({ id }) => id) ?? [],
    attribution: new DOMParser().parseFromString(about.attribution ?? '', 'text/html').body.textContent ?? '',
  }
}

type Kind = 'water' | 'land' | 'road' | 'border' | 'building' | 'place'

/** What layers are called in the schemas of Protomaps, OpenMapTiles and Shortbread. */
const KINDS: readonly (readonly [name: RegExp, kind: Kind])[] = [
  [/^(water|ocean|river|stream)/, 'water'],
  [/^(earth|land)/, 'land'],
  [/^(road|street|transport|transit|rail|aeroway)/, 'road'],
  [/^(boundar)/, 'border'],
  [/^(building)/, 'building'],
  [/^(place)(?!.*poi)/, 'place'],
]

/** Layers that draw the base map quietly, in the colours of the page. Of a vector map whose layers have other names, nothing is drawn. */
export const baseLayers = ({ source, layers }: BaseMap, colour: (name: string) => string): LayerSpecification[] => {
  if (source.type === 'raster') return [{ id: 'base', type: 'raster', source: 'base' }]
  const [water, line, strong, ink, halo] = ['sunken', 'line', 'line-strong', 'ink-3', 'paper'].map(colour)
  const draw: { readonly [kind in Kind]: (name: string) => LayerSpecification[] } = {
    water: (name) => [fill(name, water!, 1), stroke(name, water!, 1)],
    land: (name) => [fill(name, line!, 0.25)],
    road: (name) => [stroke(name, line!, 1)],
    border: (name) => [stroke(name, strong!, 0.8)],
    building: (name) => [fill(name, line!, 0.7)],
    place: (name) => [
      {
        id: `base-${name}`,
        type: 'symbol',
        source: 'base',
        'source-layer': name,
        layout: { 'text-field': ['coalesce', ['get', 'name:en'], ['get', 'name'], ''], 'text-font': ['sans-serif'], 'text-size': 11 },
        paint: { 'text-color': ink!, 'text-halo-color': halo!, 'text-halo-width': 1.2 },
      },
    ],
  }
  const order = ['land', 'water', 'building', 'road', 'border', 'place'] as const
  const named = layers.flatMap((name) => {
    const kind = KINDS.find(([pattern]) => pattern.test(name))?.[1]
    return kind ? [{ name, kind }] : []
  })
  return order.flatMap((kind) => named.filter((one) => one.kind === kind).flatMap(({ name }) => draw[kind](name)))
}

const fill = (name: string, colour: string, opacity: number): LayerSpecification => ({
  id: `base-${name}-fill`,
  type: 'fill',
  source: 'base',
  'source-layer': name,
  filter: ['==', ['geometry-type'], 'Polygon'],
  paint: { 'fill-color': colour, 'fill-opacity': opacity },
})

const stroke = (name: string, colour: string, width: number): LayerSpecification => ({
  id: `base-${name}-line`,
  type: 'line',
  source: 'base',
  'source-layer': name,
  filter: ['==', ['geometry-type'], 'LineString'],
  paint: { 'line-color': colour, 'line-width': width },
})
