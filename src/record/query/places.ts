import type { Record } from '../record.js'
import type { Filters, Found, Page } from './filters.js'
import type { PlaceRow } from './rows.js'

/** Places of the claims that the filters let through, those with most claims first. */
export const findPlaces = (_record: Record, _filters: Filters = {}, _page: Page = {}): Found<PlaceRow> => ({ items: [], next: null })
