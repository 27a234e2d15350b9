import type { PlacePrecision } from '../../claim.js'

/** What sort of thing a gazetteer entry is (`seat`: chief town of a first-level division). The order is that of the file format: add at the end. */
export const KINDS = [
  'country',
  'admin1',
  'admin2',
  'capital',
  'city',
  'section',
  'region',
  'water',
  'mountain',
  'island',
  'facility',
  'continent',
  'seat',
] as const
export type Kind = (typeof KINDS)[number]

/** How precise the coordinates of an entry of this kind are. */
export const PRECISION_OF: Readonly<Record<Kind, PlacePrecision>> = {
  country: 'country',
  admin1: 'province',
  admin2: 'district',
  capital: 'town',
  city: 'town',
  section: 'town',
  region: 'region',
  water: 'region',
  mountain: 'region',
  island: 'region',
  facility: 'exact',
  continent: 'region',
  seat: 'town',
}

export const SETTLEMENTS: readonly Kind[] = ['capital', 'seat', 'city', 'section']

/** The type words of `knowledge/places.tsv`, of a user's table and of phrases ("the town of X"), with the kinds they allow, likeliest first. */
export const KINDS_OF_WORD: Readonly<Record<string, readonly Kind[]>> = {
  country: ['country'],
  nation: ['country'],
  republic: ['country', 'admin1'],
  kingdom: ['country'],
  province: ['admin1', 'admin2', 'region'],
  governorate: ['admin1', 'admin2'],
  department: ['admin1', 'admin2'],
  intendance: ['admin1'],
  intendancy: ['admin1'],
  state: ['admin1', 'country', 'region'],
  oblast: ['admin1'],
  krai: ['admin1'],
  canton: ['admin1', 'admin2', 'city', 'seat'],
  prefecture: ['admin1', 'admin2'],
  emirate: ['admin1'],
  region: ['admin1', 'region', 'admin2', 'mountain', 'city', 'seat'],
  territory: ['admin1', 'region', 'country'],
  county: ['admin2', 'admin1'],
  district: ['admin2', 'section', 'city', 'seat', 'region', 'admin1'],
  subdistrict: ['admin2', 'city', 'seat', 'section'],
  raion: ['admin2'],
  agency: ['admin2', 'region'],
  division: ['admin1', 'admin2'],
  jurisdiction: ['city', 'seat', 'admin2'],
  municipality: ['city', 'seat', 'admin2', 'capital', 'section'],
  commune: ['city', 'seat', 'admin2', 'section'],
  community: ['city', 'seat', 'section', 'admin2'],
  zone: ['admin2', 'region', 'city', 'seat', 'section'],
  area: ['city', 'seat', 'region', 'admin2', 'section', 'admin1', 'mountain'],
  city: ['city', 'seat', 'capital', 'admin2'],
  town: ['city', 'seat', 'section', 'capital'],
  township: ['city', 'seat', 'section', 'admin2'],
  village: ['city', 'seat', 'section'],
  hamlet: ['city', 'seat', 'section'],
  settlement: ['city', 'seat', 'section'],
  port: ['city', 'seat', 'capital', 'facility'],
  capital: ['capital', 'city', 'seat'],
  suburb: ['section', 'city', 'seat'],
  neighborhood: ['section', 'city', 'seat'],
  neighbourhood: ['section', 'city', 'seat'],
  quarter: ['section', 'city', 'seat'],
  ward: ['section', 'city', 'seat', 'admin2'],
  enclave: ['region', 'city', 'seat', 'admin1'],
  camp: ['facility', 'section', 'city', 'seat'],
  base: ['facility', 'city', 'seat', 'section'],
  airport: ['facility', 'city', 'seat'],
  airfield: ['facility', 'city', 'seat'],
  airbase: ['facility', 'city', 'seat'],
  dam: ['facility', 'city', 'seat', 'water'],
  crossing: ['facility', 'city', 'seat'],
  prison: ['facility', 'city', 'seat'],
  site: ['facility', 'city', 'seat', 'region'],
  facility: ['facility'],
  section: ['section', 'city', 'seat'],
  border: ['region'],
  river: ['water'],
  sea: ['water'],
  ocean: ['water'],
  gulf: ['water'],
  bay: ['water', 'city', 'seat'],
  strait: ['water'],
  straits: ['water'],
  lake: ['water'],
  canal: ['water'],
  channel: ['water'],
  reservoir: ['water'],
  mountain: ['mountain'],
  mountains: ['mountain'],
  range: ['mountain'],
  hill: ['mountain'],
  hills: ['mountain'],
  valley: ['mountain', 'region', 'admin2', 'city', 'seat'],
  desert: ['mountain', 'region'],
  plain: ['mountain', 'region'],
  plains: ['mountain', 'region'],
  forest: ['mountain', 'region'],
  peninsula: ['region', 'island', 'mountain'],
  island: ['island', 'admin1', 'country', 'admin2'],
  islands: ['island', 'admin1', 'country', 'admin2'],
  archipelago: ['island', 'admin1', 'country'],
  continent: ['continent'],
}

/** Kind of a GeoNames feature by its class and code (geonames.org/export/codes.html). */
export const kindOfFeature = (featureClass: string, featureCode: string): Kind => {
  if (featureClass === 'A') {
    if (featureCode.startsWith('PCL')) return 'country'
    return featureCode.startsWith('ADM1') ? 'admin1' : 'admin2'
  }
  if (featureClass === 'P') {
    if (featureCode === 'PPLC') return 'capital'
    if (featureCode === 'PPLA') return 'seat'
    return featureCode === 'PPLX' ? 'section' : 'city'
  }
  if (featureClass === 'H') return 'water'
  if (featureClass === 'T') return featureCode.startsWith('ISL') || featureCode === 'PEN' ? 'island' : 'mountain'
  if (featureClass === 'L') return featureCode === 'CONT' ? 'continent' : 'region'
  return 'facility'
}
