import type { Record } from '../record.js'
import { claimConditions } from './claims.js'
import { both, type Sql } from './conditions.js'
import { cursorOf, limitOf, positionOf } from './cursor.js'
import type { Filters, Found, Page } from './filters.js'
import { claimsFrom } from './search.js'

/** A row of `actor` or `place` and how many claims it is in. */
export interface Ranked {
  readonly key: number
  readonly value: number
}

/**
 * Keys of one page of actors or places, by the number of claims that the filters let through, which without filters the record keeps.
 * `own` are tests on rows `x` of the table.
 */
export const ranked = (record: Record, table: 'actor' | 'place', filters: Filters, own: Sql, page: Page): Found<Ranked> => {
  const limit = limitOf(page.limit)
  const start = positionOf(table, page.cursor)
  const counted = Object.values(filters).some((value) => value !== undefined) ? filtered(record, table, filters) : null
  const value = counted === null ? 'x.claims' : 'n.claims'
  const after: Sql = start === null ? { sql: '1', values: [] } : { sql: `(${value}, -x.key) < (?, ?)`, values: [start.value, -start.key] }
  const where = both(own, after, { sql: `${value} > 0`, values: [] })
  const rows = record.all<Ranked>(
    `SELECT x.key, ${value} AS value FROM ${counted === null ? `${table} x` : `(${counted.sql}) n CROSS JOIN ${table} x ON x.key = n.key`}
     WHERE ${where.sql} ORDER BY ${value} DESC, x.key LIMIT ${limit + 1}`,
    ...(counted?.values ?? []),
    ...where.values,
  )
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit), next: rows.length > limit && last ? cursorOf(table, last) : null }
}

const filtered = (record: Record, table: 'actor' | 'place', filters: Filters): Sql => {
  const from = claimsFrom(record, claimConditions(record, filters))
  return {
    sql: `SELECT f.${table} AS key, count(DISTINCT f.claim) AS claims FROM (SELECT c.key FROM ${from.sql}) m CROSS JOIN filler f ON f.claim = m.key
          WHERE f.${table} IS NOT NULL GROUP BY f.${table}`,
    values: from.values,
  }
}
