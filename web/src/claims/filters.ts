import type { PlaceRow } from '../api/types.js'

/** Parameters of the address that say what to look for; the server knows them by the same names. */
export const FILTERS = [
  'text', 'type', 'actor', 'place', 'within', 'country', 'source', 'origin', 'status', 'certainty', 'verdict', 'contradicted', 'min-origins',
  'confidence', 'since', 'until', 'by', 'as-of',
] as const // biome-ignore format: a list
export type FilterName = (typeof FILTERS)[number]

export type FilterValues = { readonly [name in FilterName]?: string }

export const filtersOf = (params: URLSearchParams, without: readonly FilterName[] = []): FilterValues =>
  Object.fromEntries(FILTERS.flatMap((name) => (params.get(name) && !without.includes(name) ? [[name, params.get(name)!]] : [])))

/** The value of `place` that finds a place. */
export const placeFilter = ({ geonameid, name }: Pick<PlaceRow, 'geonameid' | 'name'>): string =>
  geonameid === null ? name : `geonames:${geonameid}`
