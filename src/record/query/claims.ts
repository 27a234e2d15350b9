import type { Record } from '../record.js'
import { claimRows } from './claim-row.js'
import { type Condition, conditions, standing } from './conditions.js'
import type { Filters, Found, Order, Page } from './filters.js'
import type { ClaimRow } from './rows.js'
import { count, type Subject, search } from './search.js'

export const findClaims = (record: Record, filters: Filters = {}, page: Page = {}): Found<ClaimRow> => {
  const { items, next } = search(record, subject(record, filters, page.order ?? 'newest'), page)
  return { items: claimRows(record, items), next }
}

/** How many claims there are, counted up to `limit`. */
export const countClaims = (record: Record, filters: Filters = {}, limit = 100_000): number =>
  count(record, subject(record, filters, 'newest'), limit)

/** In the order of the ids; unknown ids are left out. */
export const claimsById = (record: Record, ids: readonly string[]): readonly ClaimRow[] =>
  claimRows(
    record,
    ids.flatMap((id) => stateKey(record, id) ?? []),
  )

/** The state of a claim that holds now, or the last that did. */
export const stateKey = (record: Record, id: string): number | null =>
  record.one<{ key: number }>('SELECT key FROM claim WHERE id = ? ORDER BY state DESC LIMIT 1', id)?.key ?? null

const PAGE = 500

/** All claims there are, in bounded memory. */
export function* eachClaim(record: Record, filters: Filters = {}): Generator<ClaimRow> {
  let cursor: string | undefined
  do {
    const { items, next } = findClaims(record, filters, { limit: PAGE, cursor, order: 'newest' })
    yield* items
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

/** What the filters say of claims: their standing first. */
export const claimConditions = (record: Record, filters: Filters): readonly Condition[] => [
  standing(filters),
  ...conditions(record, filters),
]

const subject = (record: Record, filters: Filters, order: Order): Subject => ({
  table: 'claim',
  link: 'key',
  ...ordered(filters, order),
  own: [],
  claims: claimConditions(record, filters),
})

const ordered = ({ by, asOf }: Filters, order: Order) => {
  const descending = order === 'newest'
  if (order === 'least-certain') return { order: 'confidence', index: 'claim_confidence', descending }
  if (by === 'published') return { order: 'published_day', index: 'claim_published', descending }
  return { order: 'day', index: asOf === undefined ? 'claim_day' : 'claim_any_day', descending }
}
