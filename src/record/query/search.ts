import { NO_DAY } from '../days.js'
import type { Record } from '../record.js'
import { both, type Condition, type Sql, sql } from './conditions.js'
import { cursorOf, limitOf, type Position, positionOf } from './cursor.js'
import type { Found, Page } from './filters.js'
import { eachMeeting } from './meeting.js'

/**
 * What is searched for: rows `x` of a table, of which those count that meet `own` and, where there are conditions on claims, have a
 * claim that meets them all.
 */
export interface Subject {
  readonly table: 'claim' | 'incident' | 'report'
  /** Column of `claim` that names the row. */
  readonly link: 'key' | 'incident' | 'report'
  /** Column that orders them. */
  readonly order: string
  readonly descending: boolean
  /** Parts that follow each other in this order and leave nothing out that can pass. */
  readonly parts: readonly Part[]
  /** Tests on `x`; `keys` as for claims. */
  readonly own: readonly Condition[]
  /** Conditions on claims, the first of which is on their standing; none where any row does. */
  readonly claims: readonly Condition[]
}

/** Rows that meet `where` on `x`, and an index that gives their keys in order. */
export interface Part {
  readonly index: string
  readonly where: Sql
}

/** Sets up to this size are sorted as a whole. */
const SMALL = 3000
/** So many rows are tried in the wanted order before a set is walked through. */
const TRIED = 5_000

interface Row {
  readonly key: number
  readonly value: number
}

/** Keys of one page. A selective condition leads; otherwise rows are tried in order, and where few pass, those that do are picked from the columns. */
export const search = (record: Record, subject: Subject, page: Page): Found<number> => {
  const limit = limitOf(page.limit)
  const name = `${subject.table} ${subject.order} ${subject.descending}`
  const start = positionOf(name, page.cursor)
  const set = smallest(record, subject)
  const rows: Row[] = []
  for (const part of subject.parts) {
    if (rows.length > limit) break
    rows.push(...pick(record, subject, part, set, start, limit + 1 - rows.length))
  }
  const last = rows[limit - 1]
  return { items: rows.slice(0, limit).map(({ key }) => key), next: rows.length > limit && last ? cursorOf(name, last) : null }
}

const pick = (record: Record, subject: Subject, part: Part, set: KeySet | null, start: Position | null, limit: number): readonly Row[] => {
  const window = both(part.where, ...after(subject, start))
  if (set !== null) return fromSet(record, subject, set, window, limit)
  return (
    inOrder(record, subject, part.index, window, limit) ??
    fromSet(record, subject, meeting(record, subject) ?? leading(record, subject), window, limit)
  )
}

/** What has no day stands last in either order, in a part of its own. */
const after = ({ order, descending }: Subject, start: Position | null): readonly Sql[] => {
  if (start === null) return []
  const next = sql(`(x.${order}, x.key) ${descending ? '<' : '>'} (?, ?)`, start.value, start.key)
  if (descending || order === 'confidence') return [next]
  if (start.value === NO_DAY) return [sql(`x.${order} = ?`, NO_DAY), next]
  return [sql(`(x.${order} = ? OR ${next.sql})`, NO_DAY, ...next.values)]
}

const orderBy = ({ order, descending }: Subject, plus: '' | '+'): string => {
  const way = descending ? 'DESC' : 'ASC'
  return `ORDER BY ${plus}x.${order} ${way}, ${plus}x.key ${way}`
}

/** A set of keys of the subject's rows, by its own conditions or by those on claims. */
interface KeySet {
  readonly of: 'own' | 'claims'
  readonly keys: Sql
}

const sets = ({ own, claims }: Subject): readonly KeySet[] => [
  ...own.flatMap(({ keys }) => (keys === null ? [] : [{ of: 'own' as const, keys }])),
  ...claims.flatMap(({ keys }) => (keys === null ? [] : [{ of: 'claims' as const, keys }])),
]

const smallest = (record: Record, subject: Subject): KeySet | null => {
  const sized = sets(subject).map((set) => ({ set, size: size(record, set.keys, SMALL + 1) }))
  const least = sized.sort((a, b) => a.size - b.size)[0]
  return least && least.size <= SMALL ? least.set : null
}

const size = (record: Record, { sql: text, values }: Sql, limit: number): number =>
  record.one<{ n: number }>(`SELECT count(*) AS n FROM (SELECT 1 FROM (${text}) LIMIT ${limit})`, ...values)!.n

const tests = (list: readonly Condition[]): Sql => both(...list.map(({ test }) => test))

/** Rows for the members of a set, all of them sorted. */
const fromSet = (record: Record, subject: Subject, set: KeySet | null, window: Sql, limit: number): readonly Row[] => {
  const { table, link, order, own, claims } = subject
  const where = both(window, tests(own))
  const end = `${orderBy(subject, '+')} LIMIT ${limit}`
  if (set === null || set.of === 'own') {
    const source = set === null ? `${table} x` : `(SELECT DISTINCT key FROM (${set.keys.sql})) s CROSS JOIN ${table} x ON x.key = s.key`
    const has = exists(subject)
    const all = both(where, ...has)
    return record.all<Row>(
      `SELECT x.key, x.${order} AS value FROM ${source} WHERE ${all.sql} ${end}`,
      ...(set?.keys.values ?? []),
      ...all.values,
    )
  }
  const on = tests(claims)
  return record.all<Row>(
    `SELECT x.key, x.${order} AS value FROM (
       SELECT DISTINCT c.${link} AS key FROM (SELECT DISTINCT key FROM (${set.keys.sql})) s CROSS JOIN claim c ON c.key = s.key WHERE ${on.sql}
     ) m CROSS JOIN ${table} x ON x.key = m.key WHERE ${where.sql} ${end}`,
    ...set.keys.values,
    ...on.values,
    ...where.values,
  )
}

/** That a row has a claim that meets all conditions; of a claim, that it does. */
const exists = ({ link, claims }: Subject): readonly Sql[] => {
  if (claims.length === 0) return []
  const on = tests(claims)
  return [sql(`EXISTS (SELECT 1 FROM claim c WHERE c.${link} = x.key AND ${on.sql})`, ...on.values)]
}

/** The first rows in order that pass, or null where too few of those tried do and there are more. */
const inOrder = (record: Record, subject: Subject, index: string, window: Sql, limit: number): readonly Row[] | null => {
  const { table, order, descending, own } = subject
  const from = `SELECT x.key, x.${order} AS value FROM ${table} x INDEXED BY ${index} WHERE`
  const end =
    subject.claims.length > 0 || sets(subject).length > 1
      ? record.one<Row>(`${from} ${window.sql} ${orderBy(subject, '')} LIMIT 1 OFFSET ${TRIED}`, ...window.values)
      : undefined
  const near = end ? [sql(`(x.${order}, x.key) ${descending ? '>' : '<'} (?, ?)`, end.value, end.key)] : []
  const where = both(window, ...near, tests(own), ...exists(subject))
  const rows = record.all<Row>(`${from} ${where.sql} ${orderBy(subject, '')} LIMIT ${limit}`, ...where.values)
  return rows.length === limit || !end ? rows : null
}

/** The keys of the claims that meet all conditions on claims; null where there are none. */
const meeting = (record: Record, { claims }: Subject): KeySet | null => {
  if (claims.length === 0) return null
  const found: number[] = []
  eachMeeting(record, claims, (segment) => {
    const key = segment.integers('key')
    return (at) => found.push(key[at]!)
  })
  return { of: 'claims', keys: sql('SELECT value AS key FROM json_each(?)', JSON.stringify(found)) }
}

/** Sets up to this size, which indexes alone give, are cheaper to hold against each other than rows are to fetch. */
const HELD = 100_000

/** The smallest set, without those that the next smallest does not have; null where no index gives one. */
const leading = (record: Record, subject: Subject): KeySet | null => {
  const sized = sets(subject)
    .map((set) => ({ set, size: size(record, set.keys, HELD + 1) }))
    .sort((a, b) => a.size - b.size)
  const least = sized[0]
  const other = sized.slice(1).find(({ set }) => set.of === least?.set.of)
  if (!least || !other || least.size <= SMALL || (least.size <= HELD && other.size > HELD)) return least?.set ?? null
  return {
    of: least.set.of,
    keys: sql(
      `SELECT key FROM (${least.set.keys.sql}) WHERE key IN (SELECT key FROM (${other.set.keys.sql}))`,
      ...least.set.keys.values,
      ...other.set.keys.values,
    ),
  }
}

/** The parts of rows by day up to `last`, those without a day at the end. */
export const partsByDay = (
  order: string,
  index: string,
  descending: boolean,
  last: number | null,
  also: Sql = sql('1'),
): readonly Part[] => {
  const upTo = last === null ? also : both(sql(`x.${order} <= ?`, last), also)
  if (descending) return [{ index, where: upTo }]
  return [
    { index, where: both(sql(`x.${order} > ?`, NO_DAY), upTo) },
    { index, where: both(sql(`x.${order} = ?`, NO_DAY), also) },
  ]
}
