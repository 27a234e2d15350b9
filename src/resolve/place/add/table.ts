import { countryOf } from '../countries.js'
import { KINDS_OF_WORD, type Kind } from '../kinds.js'
import type { Codes } from '../sources.js'
import { faultOfPoint, type LineResult } from './geonames.js'

/** The columns of a user's own table; `name`, `lat` and `lon` must be there. */
export interface TableHeader {
  readonly separator: string
  readonly columns: readonly string[]
}

const KNOWN: Readonly<Record<string, string>> = {
  latitude: 'lat',
  longitude: 'lon',
  lng: 'lon',
  long: 'lon',
  'alternate names': 'names',
  'other names': 'names',
  alternatenames: 'names',
  alternate_names: 'names',
}

/** Cells of a line of comma-, semicolon- or tab-separated text; a cell in quotes can hold the separator and doubled quotes (RFC 4180). */
export const cellsOf = (line: string, separator: string): string[] => {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const char = line[i] as string
    if (quoted && char === '"' && line[i + 1] === '"') {
      cell += '"'
      i++
    } else if (char === '"' && (quoted || cell === '')) quoted = !quoted
    else if (char === separator && !quoted) {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  return [...cells, cell.trim()]
}

/** Reads the first line of a table; null where it does not name the columns that are needed. */
export const readHeader = (line: string): TableHeader | null => {
  for (const separator of [',', ';', '\t']) {
    const columns = cellsOf(line, separator).map((cell) => KNOWN[cell.toLowerCase()] ?? cell.toLowerCase())
    if (['name', 'lat', 'lon'].every((needed) => columns.includes(needed))) return { separator, columns }
  }
  return null
}

const kindOf = (type: string): Kind | null => {
  if (type === '') return 'city'
  if (type === 'region') return 'region'
  return Object.hasOwn(KINDS_OF_WORD, type) ? (KINDS_OF_WORD[type]?.[0] ?? null) : null
}

const countryFor = (words: string, codes: Codes): string | null => {
  const upper = words.toUpperCase()
  return codes.alpha3.get(upper) ?? ([...codes.alpha3.values()].includes(upper) ? upper : countryOf(words))
}

/** Reads a line of a user's own table. */
export const readTableLine = (line: string, { separator, columns }: TableHeader, codes: Codes): LineResult => {
  const cells = cellsOf(line, separator)
  const cell = (column: string): string => cells[columns.indexOf(column)] ?? ''
  const name = cell('name')
  if (name === '') return { code: 'gazetteer/name', message: 'the name is empty' }
  const fault = faultOfPoint(cell('lat'), cell('lon'))
  if (fault !== null) return fault
  const country = cell('country') === '' ? null : countryFor(cell('country'), codes)
  if (country === null && cell('country') !== '')
    return { code: 'gazetteer/country', message: `"${cell('country')}" is no country: write its English name or ISO 3166-1 code` }
  const kind = kindOf(cell('type').toLowerCase())
  if (kind === null)
    return {
      code: 'gazetteer/type',
      message: `"${cell('type')}" is no type of place: write for example town, village, camp, district, province, river`,
    }
  const others = cell('names')
    .split(/[|;]/)
    .map((other) => other.trim())
  return {
    place: {
      geonameid: /^\d+$/.test(cell('geonameid')) ? Number(cell('geonameid')) : null,
      name,
      lat: Number(cell('lat')),
      lon: Number(cell('lon')),
      country,
      admin1: cell('admin1') || null,
      kind,
      population: Number(cell('population')) || 0,
      names: [name, ...others.filter((other) => other !== '' && other !== name)].map((known) => ({ name: known, match: 'known' })),
    },
  }
}
