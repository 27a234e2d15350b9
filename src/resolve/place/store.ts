import { KINDS, type Kind } from './kinds.js'
import { hashOf } from './names.js'

/** How a name belongs to a place, best first: a name kept in `knowledge/`, the place's own, any other, one without its Arabic article, a likeness of sound. */
export const MATCHES = ['known', 'name', 'alternate', 'article', 'sound'] as const
export type Match = (typeof MATCHES)[number]

/** One place as it goes into a store. */
export interface Entry {
  /** GeoNames id, null for places known to `knowledge/` or a user alone. */
  readonly geonameid: number | null
  readonly name: string
  readonly lat: number
  readonly lon: number
  /** ISO 3166-1 alpha-3; null for seas, continents and what lies in several countries. */
  readonly country: string | null
  /** English name of the first-level division; null where there is none or it is not known. */
  readonly admin1: string | null
  readonly kind: Kind
  /** 0 where not known. */
  readonly population: number
}

/** A key that leads to a place. */
export interface Key {
  readonly key: string
  readonly match: Match
  /** Index of the place in the store. */
  readonly place: number
}

/** Places and keys in flat arrays over one buffer: opening costs one read of the file and no object a place. */
export interface Store {
  readonly size: number
  readonly entryAt: (index: number) => Entry
  /** Places under the key, each with how; the same place can come more than once. */
  readonly find: (key: string) => readonly { readonly place: number; readonly match: Match }[]
  /** Runs over the places of a kind without building an object for each. */
  readonly indicesOf: (kind: Kind) => number[]
}

const MAGIC = 0x30_5a_47_48
const HEADER_WORDS = 8
const NONE = 0xffff
const DEGREE = 1e5

/** Texts of a store, each once, found by position; position 0 is the empty text. */
const textPool = (): { readonly add: (text: string) => number; readonly bytes: () => Buffer } => {
  const positions = new Map<string, number>([['', 0]])
  const parts: Buffer[] = [Buffer.from([0])]
  let size = 1
  return {
    add: (text) => {
      const known = positions.get(text)
      if (known !== undefined) return known
      const bytes = Buffer.from(text).subarray(0, 255)
      const at = size
      parts.push(Buffer.from([bytes.length]), bytes)
      positions.set(text, at)
      size += bytes.length + 1
      return at
    },
    bytes: () => Buffer.concat(parts),
  }
}

/** Numbers the distinct values of a column. */
const numbering = (): { readonly of: (value: string | null) => number; readonly values: () => string[] } => {
  const numbers = new Map<string, number>()
  return {
    of: (value) => {
      if (value === null) return NONE
      const known = numbers.get(value) ?? numbers.size
      numbers.set(value, known)
      return known
    },
    values: () => [...numbers.keys()],
  }
}

/**
 * Writes places and keys as one buffer: a header of eight 32-bit words (mark, places, keys, countries, divisions, bytes of
 * text), 32-bit columns (id, latitude, longitude, population, name; then high hash, low hash, and match with place for each
 * key, in order of hash), 16-bit columns (country, division), the kinds, the texts. Little-endian.
 */
export const encodeStore = (entries: readonly Entry[], keys: readonly Key[]): Buffer => {
  const pool = textPool()
  const countries = numbering()
  const divisions = numbering()
  const names = Uint32Array.from(entries, (entry) => pool.add(entry.name))
  const country = Uint16Array.from(entries, (entry) => countries.of(entry.country))
  const division = Uint16Array.from(entries, (entry) => divisions.of(entry.admin1))
  const countryTexts = Uint32Array.from(countries.values(), pool.add)
  const divisionTexts = Uint32Array.from(divisions.values(), pool.add)

  const hashed = keys
    .map(({ key, match, place }) => {
      const [high, low] = hashOf(key)
      return { high, low, target: ((MATCHES.indexOf(match) << 28) | place) >>> 0 }
    })
    .sort((a, b) => a.high - b.high || a.low - b.low || a.target - b.target)
    .filter((key, i, all) => i === 0 || key.high !== all[i - 1]?.high || key.low !== all[i - 1]?.low || key.target !== all[i - 1]?.target)

  const texts = pool.bytes()
  const header = new Uint32Array(HEADER_WORDS)
  header.set([MAGIC, entries.length, hashed.length, countryTexts.length, divisionTexts.length, texts.length])
  const columns: readonly ArrayBufferView[] = [
    header,
    Uint32Array.from(entries, (entry) => entry.geonameid ?? 0),
    Int32Array.from(entries, (entry) => Math.round(entry.lat * DEGREE)),
    Int32Array.from(entries, (entry) => Math.round(entry.lon * DEGREE)),
    Uint32Array.from(entries, (entry) => entry.population),
    names,
    Uint32Array.from(hashed, (key) => key.high),
    Uint32Array.from(hashed, (key) => key.low),
    Uint32Array.from(hashed, (key) => key.target),
    countryTexts,
    divisionTexts,
    country,
    division,
    Uint8Array.from(entries, (entry) => KINDS.indexOf(entry.kind)),
    texts,
  ]
  return Buffer.concat(columns.map((column) => Buffer.from(column.buffer, column.byteOffset, column.byteLength)))
}

/** Opens a buffer that `encodeStore` wrote. Throws where it is of another format. */
export const decodeStore = (file: Buffer): Store => {
  const aligned = file.byteOffset % 4 === 0 ? file : Buffer.from(new Uint8Array(file).buffer)
  let at = aligned.byteOffset
  const words = (count: number): Uint32Array => {
    const view = new Uint32Array(aligned.buffer, at, count)
    at += count * 4
    return view
  }
  const signed = (count: number): Int32Array => {
    const view = new Int32Array(aligned.buffer, at, count)
    at += count * 4
    return view
  }
  const halves = (count: number): Uint16Array => {
    const view = new Uint16Array(aligned.buffer, at, count)
    at += count * 2
    return view
  }
  if (aligned.byteLength < HEADER_WORDS * 4) throw new Error('gazetteer/format: the file is too short to be a gazetteer; build it again')
  const [magic, size = 0, keyCount = 0, countryCount = 0, divisionCount = 0, textBytes = 0] = words(HEADER_WORDS)
  if (magic !== MAGIC) throw new Error('gazetteer/format: the file is not a gazetteer of this version; build it again')
  const id = words(size)
  const lat = signed(size)
  const lon = signed(size)
  const population = words(size)
  const name = words(size)
  const high = words(keyCount)
  const low = words(keyCount)
  const target = words(keyCount)
  const countryTexts = words(countryCount)
  const divisionTexts = words(divisionCount)
  const country = halves(size)
  const division = halves(size)
  const kind = new Uint8Array(aligned.buffer, at, size)
  const texts = Buffer.from(aligned.buffer, at + size, textBytes)

  const textAt = (position: number): string => texts.toString('utf8', position + 1, position + 1 + (texts[position] ?? 0))
  const cache = (positions: Uint32Array): readonly string[] => Array.from(positions, textAt)
  const countryNames = cache(countryTexts)
  const divisionNames = cache(divisionTexts)

  return {
    size,
    entryAt: (index) => ({
      geonameid: id[index] || null,
      name: textAt(name[index] ?? 0),
      lat: (lat[index] ?? 0) / DEGREE,
      lon: (lon[index] ?? 0) / DEGREE,
      country: countryNames[country[index] ?? NONE] ?? null,
      admin1: divisionNames[division[index] ?? NONE] ?? null,
      kind: KINDS[kind[index] ?? 0] ?? 'city',
      population: population[index] ?? 0,
    }),
    find: (key) => {
      const [wantedHigh, wantedLow] = hashOf(key)
      const found: { place: number; match: Match }[] = []
      for (let i = lowerBound(high, wantedHigh); high[i] === wantedHigh; i++) {
        const word = target[i]
        if (low[i] === wantedLow && word !== undefined) found.push({ place: word & 0xfffffff, match: MATCHES[word >>> 28] ?? 'alternate' })
      }
      return found
    },
    indicesOf: (wanted) => {
      const code = KINDS.indexOf(wanted)
      const indices: number[] = []
      for (let i = 0; i < size; i++) if (kind[i] === code) indices.push(i)
      return indices
    },
  }
}

const lowerBound = (sorted: Uint32Array, value: number): number => {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((sorted[middle] ?? 0) < value) from = middle + 1
    else to = middle
  }
  return from
}
