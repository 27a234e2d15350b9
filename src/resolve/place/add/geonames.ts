import { kindOfFeature } from '../kinds.js'
import type { Codes, SourcePlace } from '../sources.js'

/** What is wrong with a line: a stable code and what to do. */
export interface LineFault {
  readonly code: string
  readonly message: string
}

/** A line's place; null for a feature that is left out; what is wrong. */
export type LineResult = { readonly place: SourcePlace | null } | LineFault

export const GEONAMES_COLUMNS = 19

/** Of buildings and sites, those that reports of conflict name; farms, wells and hotels would only add noise. */
const SITES = /^(?:AIR[BFP]|ANS|BDG|CMP.*|CSTM|DAM|GATE|HSP|INSM|MILB|MN.*|MSQE|OIL.*|PRN|PRT|PS|RFN|RUIN|UNIV)$/

const inRange = (lat: number, lon: number): boolean => Math.abs(lat) <= 90 && Math.abs(lon) <= 180

/** Checks a latitude and longitude as written; null where they are degrees. */
export const faultOfPoint = (lat: string, lon: string): LineFault | null =>
  lat.trim() !== '' && lon.trim() !== '' && inRange(Number(lat), Number(lon))
    ? null
    : { code: 'gazetteer/coordinates', message: `"${lat}", "${lon}" are no latitude and longitude in degrees` }

/**
 * Reads a line of a GeoNames dump (`XX.txt`, `allCountries.txt`, `cities500.txt`): 19 tab-separated columns without a header,
 * see download.geonames.org/export/dump/readme.txt.
 */
export const readGeonamesLine = (line: string, codes: Codes): LineResult => {
  const cells = line.split('\t')
  if (cells.length !== GEONAMES_COLUMNS)
    return {
      code: 'gazetteer/columns',
      message: `a line of a GeoNames dump has ${GEONAMES_COLUMNS} columns between tabs, this has ${cells.length}`,
    }
  const [
    id = '',
    name = '',
    ascii = '',
    others = '',
    lat = '',
    lon = '',
    featureClass = '',
    featureCode = '',
    country = '',
    ,
    admin1 = '',
  ] = cells
  if (!/^\d+$/.test(id) || name === '') return { code: 'gazetteer/name', message: 'an id and a name are needed in the first two columns' }
  const fault = faultOfPoint(lat, lon)
  if (fault !== null) return fault
  if (featureClass === 'S' && !SITES.test(featureCode)) return { place: null }
  if (featureClass === 'R' || featureClass === 'V' || featureClass === 'U' || featureClass === '') return { place: null }
  const names = new Set([ascii, ...others.split(',')].filter((other) => other !== '' && other !== name && /\p{Script=Latin}/u.test(other)))
  return {
    place: {
      geonameid: Number(id),
      name,
      lat: Number(lat),
      lon: Number(lon),
      country: codes.alpha3.get(country) ?? null,
      admin1: codes.admin1.get(`${country}.${admin1}`) ?? null,
      kind: kindOfFeature(featureClass, featureCode),
      population: Number(cells[14]) || 0,
      names: [{ name, match: 'name' }, ...Array.from(names, (other) => ({ name: other, match: 'alternate' as const }))],
    },
  }
}
