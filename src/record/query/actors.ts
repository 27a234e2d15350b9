import type { Record } from '../record.js'
import type { Filters, Found, Page } from './filters.js'
import { ranked } from './ranked.js'
import type { ActorRow } from './rows.js'

/** Public actors of the claims that the filters let through, those with most claims first. */
export const findActors = (record: Record, filters: Filters = {}, page: Page = {}): Found<ActorRow> => {
  const { items, next } = ranked(record, 'actor', filters, page)
  return { items: items.map(({ key, value }) => ({ ...actorRow(record, key), claims: value })), next }
}

export const actorRow = (record: Record, key: number): ActorRow => ({
  ...record.one<ActorRow>('SELECT id, name, code, wikidata, claims FROM actor WHERE key = ?', key)!,
})
