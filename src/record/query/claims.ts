import type { Record } from '../record.js'
import type { Filters, Found, Page } from './filters.js'
import type { ClaimRow } from './rows.js'

export const findClaims = (_record: Record, _filters: Filters = {}, _page: Page = {}): Found<ClaimRow> => ({ items: [], next: null })

/** How many claims there are, counted up to `limit`. */
export const countClaims = (_record: Record, _filters: Filters = {}, _limit = 100_000): number => 0

/** In the order of the ids; unknown ids are left out. */
export const claimsById = (_record: Record, _ids: readonly string[]): readonly ClaimRow[] => []

/** All claims there are, in bounded memory. */
export function* eachClaim(_record: Record, _filters: Filters = {}): Generator<ClaimRow> {}
