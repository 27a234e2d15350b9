import type { Record } from '../record.js'
import type { Filters, Found, Page } from './filters.js'
import { ranked } from './ranked.js'
import type { PlaceRow } from './rows.js'

/** Places of the claims that the filters let through, those with most claims first. */
export const findPlaces = (record: Record, filters: Filters = {}, page: Page = {}): Found<PlaceRow> => {
  const { items, next } = ranked(record, 'place', filters, page)
  return { items: items.map(({ key, value }) => ({ ...placeRow(record, key), claims: value })), next }
}

export const placeRow = (record: Record, key: number): PlaceRow => ({
  ...record.one<PlaceRow>('SELECT id, name, country, admin1, geonameid, lat, lon, precision, claims FROM place WHERE key = ?', key)!,
})
