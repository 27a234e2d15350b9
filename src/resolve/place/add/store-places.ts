import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keysOfPlaces } from '../keys.js'
import { KINDS, type Kind } from '../kinds.js'
import type { SourcePlace } from '../sources.js'
import { encodeStore, MATCHES, type Match } from '../store.js'
import { parseTable, valuesOf } from '../table.js'
import { homeFolder, userGazetteerFile } from '../user-gazetteer.js'

const COLUMNS = ['geonameid', 'name', 'kind', 'country', 'admin1', 'lat', 'lon', 'population', 'names'] as const

/** The table of all places a user added, from which their gazetteer is built; it can be read and edited. */
const tableFile = (env: NodeJS.ProcessEnv): string => join(homeFolder(env), 'places.tsv')

const clean = (text: string): string => text.replace(/[\t\r\n|]+/g, ' ')

const lineOf = ({ geonameid, name, kind, country, admin1, lat, lon, population, names }: SourcePlace): string =>
  [
    geonameid ?? '',
    clean(name),
    kind,
    country ?? '',
    admin1 ?? '',
    lat,
    lon,
    population,
    names.map((other) => `${other.match}:${clean(other.name)}`).join('|'),
  ].join('\t')

const placeOf = (row: Readonly<Record<(typeof COLUMNS)[number], string>>): SourcePlace => ({
  geonameid: row.geonameid === '' ? null : Number(row.geonameid),
  name: row.name,
  kind: KINDS.includes(row.kind as Kind) ? (row.kind as Kind) : 'city',
  country: row.country || null,
  admin1: row.admin1 || null,
  lat: Number(row.lat),
  lon: Number(row.lon),
  population: Number(row.population),
  names: valuesOf(row.names).map((value) => {
    const [match = '', ...name] = value.split(':')
    return { match: MATCHES.includes(match as Match) ? (match as Match) : 'alternate', name: name.join(':') }
  }),
})

const identityOf = ({ geonameid, name, country, lat, lon }: SourcePlace): string =>
  geonameid === null ? `${name} ${country} ${lat.toFixed(2)} ${lon.toFixed(2)}` : String(geonameid)

const replace = (file: string, content: string | Buffer): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, content)
  renameSync(`${file}.new`, file)
}

/** What a user's gazetteer holds after places were added. */
export interface Added {
  readonly added: number
  /** Places that were there already and were brought up to date. */
  readonly renewed: number
  readonly total: number
  /** Where it lies. */
  readonly file: string
}

/** Adds places to the user's gazetteer, which lies in the home folder and is opened beside the built one. */
export const storePlaces = (places: readonly SourcePlace[], env: NodeJS.ProcessEnv = process.env): Added => {
  const table = tableFile(env)
  const known = existsSync(table) ? parseTable<(typeof COLUMNS)[number]>(readFileSync(table, 'utf8')).map(placeOf) : []
  const all = new Map(known.map((place) => [identityOf(place), place]))
  for (const place of places) all.set(identityOf(place), place)
  const list = [...all.values()]
  replace(table, `${COLUMNS.join('\t')}\n${list.map((place) => `${lineOf(place)}\n`).join('')}`)
  const file = userGazetteerFile(env)
  replace(file, encodeStore(list, keysOfPlaces(list)))
  const added = list.length - known.length
  return { added, renewed: new Set(places.map(identityOf)).size - added, total: list.length, file }
}
