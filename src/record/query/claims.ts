import { NO_DAY } from '../days.js'
import type { Record } from '../record.js'
import { claimRows } from './claim-row.js'
import { type Condition, conditions, lastDay, sql, standing } from './conditions.js'
import type { Filters, Found, Order, Page } from './filters.js'
import type { ClaimRow } from './rows.js'
import { type Part, partsByDay, type Subject, search } from './search.js'
import { eachSelected } from './selection.js'

export const findClaims = (record: Record, filters: Filters = {}, page: Page = {}): Found<ClaimRow> => {
  const { items, next } = search(record, subject(record, filters, page.order ?? 'newest'), page)
  return { items: claimRows(record, items), next }
}

/** How many claims there are, counted up to `limit`. */
export const countClaims = (record: Record, filters: Filters = {}, limit = 100_000): number => {
  let claims = 0
  eachSelected(record, filters, () => () => claims++)
  return Math.min(claims, limit)
}

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
  standing(record, filters),
  ...conditions(record, filters),
]

const subject = (record: Record, filters: Filters, order: Order): Subject => ({
  table: 'claim',
  link: 'key',
  ...ordered(filters, order),
  own: [],
  claims: claimConditions(record, filters),
})

const ordered = ({ by, asOf, until }: Filters, order: Order) => {
  const descending = order === 'newest'
  const known = asOf === undefined ? null : lastDay(asOf)
  const last = until === undefined ? null : lastDay(until)
  if (order === 'least-certain') return { order: 'confidence', descending, parts: [{ index: 'claim_confidence', where: sql('1') }] }
  if (by === 'published')
    return { order: 'published_day', descending, parts: partsByDay('published_day', 'claim_published', descending, least(known, last)) }
  if (known === null) return { order: 'day', descending, parts: partsByDay('day', 'claim_day', descending, last, sql('x.current = 1')) }
  // Of what was known on a day, little is of later days: only what was published before it was to be.
  const past = partsByDay('day', 'claim_any_day', descending, least(known, last))
  const ahead: Part = { index: 'claim_ahead', where: sql('x.day > x.published_day AND x.day > ? AND x.day <= ?', known, last ?? -NO_DAY) }
  return { order: 'day', descending, parts: descending ? [ahead, ...past] : [past[0]!, ahead, ...past.slice(1)] }
}

const least = (a: number | null, b: number | null): number | null => (a === null || b === null ? (a ?? b) : Math.min(a, b))
