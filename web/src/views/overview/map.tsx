import type { GeoJSONSource, Map as MapView, StyleSpecification } from 'maplibre-gl'
import { LngLatBounds, Map as MapLibre, NavigationControl, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import { useEffect, useRef, useState } from 'react'
import type { MapAnswer, MapPlace } from '../../api/types.js'
import { number, PRECISION } from '../../claims/words.js'
import { announce } from '../../parts/announce.js'
import { useSession } from '../../parts/session.js'
import { setParams } from '../../url.js'
import { areasOf, type Drawn, drawn, pointsOf } from './areas.js'
import { type BaseMap, baseLayers, loadBaseMap } from './base-map.js'

setWorkerUrl(workerUrl)

/** Where the claims are, drawn no more precisely than their words. */
export default function ClaimMap({ answer }: { readonly answer: MapAnswer | null }) {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<MapView | null>(null)
  const [ready, setReady] = useState(false)
  const [broken, setBroken] = useState(false)
  const { baseMap } = useSession()
  const [base, setBase] = useState<BaseMap | null>(null)
  const style = useRef<() => StyleSpecification>(() => styleOf(null))
  style.current = () => styleOf(base)
  const restyle = useRef(() => {})
  const [over, setOver] = useState<{ readonly x: number; readonly y: number; readonly place: Drawn } | null>(null)
  useEffect(() => {
    let gone = false
    let view: MapView
    try {
      view = new MapLibre({
        container: box.current!,
        style: style.current(),
        center: [38, 25],
        zoom: 2.4,
        maxZoom: 11,
        attributionControl: false,
        dragRotate: false,
        pitchWithRotate: false,
        renderWorldCopies: false,
        fadeDuration: 0,
      })
    } catch {
      setBroken(true)
      return
    }
    map.current = view
    view.touchZoomRotate.disableRotation()
    view.addControl(new NavigationControl({ showCompass: false }), 'top-right')
    view.on('load', () => !gone && setReady(true))
    view.on('mousemove', (event) => {
      const [found] = view.queryRenderedFeatures(event.point, { layers: LAYERS.filter((layer) => view.getLayer(layer)) })
      view.getCanvas().style.cursor = found ? 'pointer' : ''
      setOver(found ? { x: event.point.x, y: event.point.y, place: found.properties as unknown as Drawn } : null)
    })
    view.on('mouseout', () => setOver(null))
    view.on('click', (event) => {
      const [found] = view.queryRenderedFeatures(event.point, { layers: LAYERS.filter((layer) => view.getLayer(layer)) })
      if (!found) return
      const { filter, country } = found.properties as unknown as Drawn
      setParams(filter ? { place: filter } : { country })
    })
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    const onTheme = () => {
      view.setStyle(style.current(), { diff: false })
      view.once('idle', () => !gone && setReady(true))
      setReady(false)
    }
    restyle.current = onTheme
    scheme.addEventListener('change', onTheme)
    addEventListener('themechange', onTheme)
    return () => {
      gone = true
      scheme.removeEventListener('change', onTheme)
      removeEventListener('themechange', onTheme)
      view.remove()
      map.current = null
    }
  }, [])
  useEffect(() => {
    if (!baseMap) return
    loadBaseMap().then(setBase, (error: Error) => announce(`The base map cannot be read: ${error.message}`))
  }, [baseMap])
  useEffect(() => {
    if (base) restyle.current()
  }, [base])
  const fitted = useRef(false)
  useEffect(() => {
    const view = map.current
    if (!view || !ready || !answer) return
    const shown = answer.places
    let gone = false
    void loadOutlines().then((known) => !gone && paint(view, shown, known))
    const leave = () => {
      gone = true
    }
    if (fitted.current || shown.length === 0) return leave
    fitted.current = true
    const bounds = middleOf(shown)
    if (!bounds.isEmpty()) view.fitBounds(bounds, { padding: 60, maxZoom: 6.5, duration: 0 })
    return leave
  }, [answer, ready])
  if (broken) return <p className="empty">This browser cannot draw maps (WebGL is off). The list beside has the same places.</p>
  return (
    <>
      <section ref={box} className="map" aria-label="Map of the places; the list beside has them as text" />
      {over && (
        <div className="map-tip" style={{ left: over.x, top: over.y }}>
          <strong>{over.place.name}</strong>
          <span>
            {PRECISION[over.place.precision]} · {number(over.place.claims)} claims · {number(over.place.incidents)} incidents
          </span>
          {over.place.contradicted > 0 && <span>≠ {over.place.contradicted} contradicted</span>}
        </div>
      )}
      {answer && <Tray answer={answer} />}
      {base?.attribution && <p className="map-makers">{base.attribution}</p>}
    </>
  )
}

/** Says what the map cannot show. */
const Tray = ({ answer }: { readonly answer: MapAnswer }) => {
  const countries = answer.places.filter(({ place }) => place.precision === 'country')
  const wide = countries.reduce((total, { place }) => total + place.claims, 0)
  return (
    <section className="tray" aria-label="Not on the map">
      <h2>Not at a point</h2>
      <dl>
        <div>
          <dt>name no place</dt>
          <dd>{number(answer.withoutPlace)}</dd>
        </div>
        <div>
          <dt>place not in the gazetteer</dt>
          <dd>{number(answer.withoutCoordinates)}</dd>
        </div>
        <div>
          <dt>
            <span className="hatch" aria-hidden="true" /> a country as a whole
          </dt>
          <dd>{number(wide)}</dd>
        </div>
      </dl>
      <p className="legend">
        <span className="l-point" aria-hidden="true" /> point <span className="l-town" aria-hidden="true" /> town{' '}
        <span className="l-area" aria-hidden="true" /> district or wider
      </p>
    </section>
  )
}

/** Bounds of where most of the claims are; a few far-off ones do not count. */
const middleOf = (places: readonly MapPlace[]): LngLatBounds => {
  const drawn = places.filter(({ place }) => place.lat !== null && place.precision !== 'country')
  const total = drawn.reduce((sum, { place }) => sum + place.claims, 0)
  const range = (axis: 'lon' | 'lat') => {
    const sorted = [...drawn].sort((a, b) => a.place[axis]! - b.place[axis]!)
    let seen = 0
    const inside = sorted.filter(({ place }) => {
      const middle = seen + place.claims / 2
      seen += place.claims
      return middle >= total * 0.03 && middle <= total * 0.97
    })
    return [inside[0]?.place[axis], inside.at(-1)?.place[axis]] as const
  }
  const [[west, east], [south, north]] = [range('lon'), range('lat')]
  return west == null || east == null || south == null || north == null ? new LngLatBounds() : new LngLatBounds([west, south, east, north])
}

const LAYERS = ['points', 'towns', 'areas', 'country-claims']

const source = (view: MapView, id: string) => view.getSource(id) as GeoJSONSource | undefined

/** Draws the places; whole countries by their outlines. */
const paint = (view: MapView, places: readonly MapPlace[], outlines: GeoJSON.FeatureCollection) => {
  const provinceKm = new Map(
    outlines.features.flatMap(({ properties }) =>
      properties?.iso3 && properties.provinceKm ? [[String(properties.iso3), Number(properties.provinceKm)] as const] : [],
    ),
  )
  source(view, 'areas')?.setData({ type: 'FeatureCollection', features: areasOf(places, provinceKm) })
  source(view, 'points')?.setData({ type: 'FeatureCollection', features: pointsOf(places) })
  const known = new Map(
    places.filter(({ place }) => place.precision === 'country' && place.country).map((one) => [one.place.country!, one]),
  )
  const features = outlines.features.flatMap((feature) => {
    const one = known.get(String(feature.properties?.iso3))
    return one ? [{ ...feature, properties: drawn(one, null) }] : []
  })
  source(view, 'country-claims')?.setData({ type: 'FeatureCollection', features })
}

let outlines: Promise<GeoJSON.FeatureCollection> | null = null
const loadOutlines = (): Promise<GeoJSON.FeatureCollection> => {
  outlines ??= fetch('/outlines.json').then((answer) => answer.json() as Promise<GeoJSON.FeatureCollection>)
  return outlines
}

/** A colour of the design as it is now. */
const colour = (name: string): string => {
  const probe = document.createElement('span')
  probe.style.color = `var(--${name})`
  document.body.append(probe)
  const found = getComputedStyle(probe).color
  probe.remove()
  return found
}

const EMPTY: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [] }

const styleOf = (base: BaseMap | null): StyleSpecification => {
  const [accent, ink, halo, warn] = [colour('accent'), colour('ink'), colour('paper'), colour('warn')]
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: '/outlines.json', attribution: 'Natural Earth', tolerance: 0.2 },
      'country-claims': { type: 'geojson', data: EMPTY },
      areas: { type: 'geojson', data: EMPTY, tolerance: 0 },
      points: { type: 'geojson', data: EMPTY },
      ...(base && { base: base.source }),
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('sunken') } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colour('paper'), 'fill-antialias': false } },
      ...(base ? baseLayers(base, colour) : []),
      { id: 'country-claims', type: 'fill', source: 'country-claims', paint: { 'fill-color': accent, 'fill-opacity': 0.07 } },
      {
        id: 'country-claims-edge',
        type: 'line',
        source: 'country-claims',
        paint: { 'line-color': accent, 'line-width': 1.4, 'line-dasharray': [1, 2] },
      },
      {
        id: 'borders',
        type: 'line',
        source: 'countries',
        paint: { 'line-color': colour('line-strong'), 'line-width': 0.6, 'line-opacity': 0.7 },
      },
      { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': accent, 'fill-opacity': 0.12 } },
      { id: 'areas-edge', type: 'line', source: 'areas', paint: { 'line-color': accent, 'line-width': 1.2, 'line-dasharray': [4, 2] } },
      {
        id: 'towns',
        type: 'circle',
        source: 'points',
        filter: ['in', ['get', 'precision'], ['literal', ['town', 'near']]],
        paint: {
          'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 5, 7, 11, 110],
          'circle-color': accent,
          'circle-opacity': ['interpolate', ['linear'], ['get', 'claims'], 1, 0.3, 30, 0.65],
          'circle-stroke-width': ['case', ['>', ['get', 'contradicted'], 0], 2.5, 1.2],
          'circle-stroke-color': ['case', ['>', ['get', 'contradicted'], 0], warn, accent],
        },
      },
      {
        id: 'points',
        type: 'circle',
        source: 'points',
        filter: ['==', ['get', 'precision'], 'exact'],
        paint: { 'circle-radius': 3.5, 'circle-color': ink, 'circle-stroke-width': 1.5, 'circle-stroke-color': halo },
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'points',
        layout: {
          'text-field': [
            'concat',
            ['get', 'name'],
            ' ',
            ['to-string', ['get', 'claims']],
            ['case', ['>', ['get', 'contradicted'], 0], ' ≠', ''],
          ],
          'text-font': ['sans-serif'],
          'text-size': 12,
          'text-anchor': 'left',
          'text-offset': [0.9, 0],
          'symbol-sort-key': ['-', ['get', 'claims']],
        },
        paint: { 'text-color': ink, 'text-halo-color': halo, 'text-halo-width': 1.6 },
      },
    ],
  }
}
