import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { kilometresBetween } from './distance.js'
import { keysOfPlaces } from './keys.js'
import { KINDS_OF_WORD, type Kind, SETTLEMENTS } from './kinds.js'
import { keyOf } from './names.js'
import { countries, districts, divisions, knownPlaces, readCodes, type SourcePlace, settlements } from './sources.js'
import { encodeStore } from './store.js'
import { readKnowledge, valuesOf } from './table.js'

type ExonymColumn = 'name' | 'country' | 'type' | 'names' | 'geonameid'

/** A row of `knowledge/exonyms.tsv` whose place is not in the gazetteer. */
export interface LostExonym {
  readonly name: string
  readonly country: string
}

const EXONYM_KINDS: Readonly<Record<string, readonly Kind[]>> = { city: SETTLEMENTS, province: ['admin1'], district: ['admin2'] }

/** Gives places the English names and spellings of `knowledge/exonyms.tsv`. */
export const withExonyms = (places: readonly SourcePlace[]): { readonly places: SourcePlace[]; readonly lost: LostExonym[] } => {
  const rows = readKnowledge<ExonymColumn>('exonyms.tsv')
  const wanted = new Set(rows.map((row) => row.country))
  const byKey = new Map<string, number[]>()
  const byId = new Map<number, number>()
  places.forEach((place, index) => {
    if (place.geonameid !== null) byId.set(place.geonameid, index)
    if (place.country === null || !wanted.has(place.country)) return
    for (const { name } of place.names) {
      const key = `${place.country} ${keyOf(name)}`
      byKey.set(key, [...(byKey.get(key) ?? []), index])
    }
  })
  const changed = [...places]
  const lost: LostExonym[] = []
  const renamed = new Map<string, string>()
  for (const row of rows) {
    const kinds = EXONYM_KINDS[row.type] ?? KINDS_OF_WORD[row.type] ?? SETTLEMENTS
    const names = [row.name, ...valuesOf(row.names)]
    const candidates = names
      .flatMap((name) => byKey.get(`${row.country} ${keyOf(name)}`) ?? [])
      .filter((index) => kinds.includes(places[index]?.kind ?? 'country'))
      .sort((a, b) => (places[b]?.population ?? 0) - (places[a]?.population ?? 0))
    const index = row.geonameid === '' ? candidates[0] : byId.get(Number(row.geonameid))
    const place = index === undefined ? undefined : changed[index]
    if (index === undefined || place === undefined) {
      lost.push({ name: row.name, country: row.country })
      continue
    }
    changed[index] = { ...place, name: row.name, names: [...names.map((name) => ({ name, match: 'known' as const })), ...place.names] }
    if (place.kind === 'admin1') renamed.set(`${place.country} ${place.name}`, row.name)
  }
  const inRenamed = (place: SourcePlace): SourcePlace => {
    const admin1 = renamed.get(`${place.country} ${place.admin1}`)
    return admin1 === undefined ? place : { ...place, admin1 }
  }
  return { places: changed.map(inRenamed), lost }
}

/** How far apart two entries of one name and country can be and mean the same place; divisions have no exact point. */
const SAME_PLACE_KM = 25
const SAME_DIVISION_KM = 300

/** Leaves out of `added` what `places` already holds under the same name, near by and of the same kind, and gives it its names. */
const merged = (places: readonly SourcePlace[], added: readonly SourcePlace[]): SourcePlace[] => {
  const byKey = new Map<string, number[]>()
  const wanted = new Set(added.flatMap((place) => place.names.map(({ name }) => keyOf(name))))
  places.forEach((place, index) => {
    for (const { name } of place.names) {
      const key = keyOf(name)
      if (wanted.has(key)) byKey.set(key, [...(byKey.get(key) ?? []), index])
    }
  })
  const all = [...places]
  for (const place of added) {
    const same = place.names
      .flatMap(({ name }) => byKey.get(keyOf(name)) ?? [])
      .find((index) => {
        const other = all[index]
        if (other === undefined || (other.kind !== place.kind && !(SETTLEMENTS.includes(other.kind) && SETTLEMENTS.includes(place.kind))))
          return false
        const limit = place.kind === 'admin1' || place.kind === 'admin2' ? SAME_DIVISION_KM : SAME_PLACE_KM
        return other.country === place.country && kilometresBetween(other, place) < limit
      })
    const other = same === undefined ? undefined : all[same]
    if (same === undefined || other === undefined) all.push(place)
    else all[same] = { ...other, name: place.name, names: [...place.names, ...other.names] }
  }
  return all
}

/** The places of all packages and of `knowledge/`, as the gazetteer holds them. */
export const assemble = (): { readonly places: SourcePlace[]; readonly lost: LostExonym[] } => {
  const codes = readCodes()
  return withExonyms(merged([...countries(), ...divisions(codes), ...settlements(codes), ...districts(codes)], knownPlaces()))
}

/** The gazetteer's file: see `encodeStore`. */
export const buildGazetteer = (): Buffer => {
  const { places } = assemble()
  return encodeStore(places, keysOfPlaces(places))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../../../dist/gazetteer.bin', import.meta.url))
  const bytes = buildGazetteer()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes)
  process.stderr.write(`gazetteer: ${Math.round(bytes.length / 1e5) / 10} MB\n`)
}
