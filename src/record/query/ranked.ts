import type { Record } from '../record.js'
import { NONE } from './columns.js'
import { keySet, sql } from './conditions.js'
import { cursorOf, limitOf, type Position, positionOf } from './cursor.js'
import type { Filters, Found, Page } from './filters.js'
import { eachSelected } from './selection.js'

/** A row of `actor` or `place` and how many claims it is in. */
export interface Ranked {
  readonly key: number
  readonly value: number
}

/** Keys of one page of public actors or of places, by the number of claims that the filters let through, which without filters the record keeps. */
export const ranked = (record: Record, table: 'actor' | 'place', filters: Filters, page: Page): Found<Ranked> => {
  const limit = limitOf(page.limit)
  const start = positionOf(table, page.cursor)
  const chosen = Object.values(filters).some((value) => value !== undefined)
  const rows = chosen ? counted(record, table, filters, start).slice(0, limit + 1) : kept(record, table, start, limit + 1)
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit), next: rows.length > limit && last ? cursorOf(table, last) : null }
}

const OWN = { actor: 'x.public = 1 AND', place: '' } as const

const kept = (record: Record, table: 'actor' | 'place', start: Position | null, limit: number): readonly Ranked[] =>
  record.all<Ranked>(
    `SELECT x.key, x.claims AS value FROM ${table} x INDEXED BY ${table}_claims
     WHERE ${OWN[table]} x.claims > 0 ${start === null ? '' : 'AND (x.claims < ?1 OR (x.claims = ?1 AND x.key > ?2))'}
     ORDER BY x.claims DESC, x.key LIMIT ${limit}`,
    ...(start === null ? [] : [start.value, start.key]),
  )

const counted = (record: Record, table: 'actor' | 'place', filters: Filters, start: Position | null): readonly Ranked[] => {
  const counts = countsOf(record, table, filters)
  const shown = table === 'place' ? null : keySet(record, sql('SELECT key FROM actor WHERE public = 1'))
  return [...counts]
    .filter(
      ([key, value]) => (shown?.has(key) ?? true) && (start === null || value < start.value || (value === start.value && key > start.key)),
    )
    .sort(([a, n], [b, m]) => m - n || a - b)
    .map(([key, value]) => ({ key, value }))
}

/** How many claims each actor or place is in. */
const countsOf = (record: Record, table: 'actor' | 'place', filters: Filters): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>()
  eachSelected(record, filters, (segment) => {
    const { first, [table]: filler } = segment.fillers()
    return (at) => {
      for (let n = first[at]!; n < first[at + 1]!; n++) {
        const key = filler[n]!
        if (key !== NONE && filler.indexOf(key, first[at]!) === n) counts.set(key, (counts.get(key) ?? 0) + 1)
      }
    }
  })
  return counts
}
