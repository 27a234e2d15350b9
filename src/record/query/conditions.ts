import { LONG } from '../claim-rows.js'
import type { SqlValue } from '../database.js'
import { type Day, daysOf, endOf, NO_DAY } from '../days.js'
import { RecordError } from '../errors.js'
import type { Record } from '../record.js'
import { NONE, numberOf, type Segment, segmentsOf, wordOf } from './columns.js'
import type { Filters } from './filters.js'
import { placeKeys } from './place-keys.js'
import { matchOf } from './words.js'

export interface Sql {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

/**
 * What claims must meet: `test` on a row `c` of `claim`; `keys`, where an index gives them, selects the keys of all that meet it and
 * perhaps of more; `meets` says it of the claims of a segment. Where that is left out, `keys` selects no more than those that meet it.
 */
export interface Condition {
  readonly test: Sql
  readonly keys: Sql | null
  readonly meets?: Meets | undefined
}

export type Meets = (segment: Segment) => (at: number) => boolean

/** What takes a look into the tables first, and only when it is needed. */
const later = (make: () => Meets): Meets => {
  let made: Meets | undefined
  return (segment) => {
    made ??= make()
    return made(segment)
  }
}

/** Characters of an id that are enough to name a thing. */
export const SHORTEST = 6

export const sql = (text: string, ...values: readonly SqlValue[]): Sql => ({ sql: text, values })

const day = (text: string, side: 'from' | 'to'): Day => {
  const found = daysOf(text)[side]
  if (found === null) throw new RecordError('record/bad-query', `"${text}" is not a date such as 2016-11-04`)
  return found
}

export const firstDay = (text: string): Day => day(text, 'from')
export const lastDay = (text: string): Day => day(text, 'to')

/** Which states of claims are looked at: those that hold now, or those that held at the end of a day. */
export const standing = (record: Record, { asOf, verdict }: Filters): Condition => {
  const ruled = verdict ? sql(`c.verdict IN (SELECT value FROM json_each(?))`, JSON.stringify(verdict)) : sql(`c.verdict <> 'rejected'`)
  const held =
    asOf === undefined
      ? sql('c.current = 1')
      : sql(
          `(c.state_from IS NULL OR c.state_from < ?) AND (c.state_to IS NULL OR c.state_to >= ?)
           AND EXISTS (SELECT 1 FROM report v INDEXED BY report_stood WHERE v.key = c.report AND ${stood('v')})
           AND (c.reading IS NULL OR EXISTS (SELECT 1 FROM reading g WHERE g.key = c.reading AND g.present = 1))`,
          endOf(lastDay(asOf)),
          endOf(lastDay(asOf)),
          lastDay(asOf),
          lastDay(asOf),
        )
  const chosen =
    verdict && !verdict.includes('none') ? keysWhere('claim', `verdict <> 'none' AND ${ruled.sql.replace('c.', '')}`, ruled.values) : null
  const rejected = numberOf('rejected')
  const wanted = verdict && new Set(verdict.map(numberOf))
  const holds = asOf === undefined ? holdsNow : later(() => heldBy(record, lastDay(asOf)))
  return {
    test: both(held, ruled),
    keys: chosen,
    meets: (segment) => {
      const verdicts = segment.words('verdict')
      const standing = holds(segment)
      return wanted ? (at) => wanted.has(verdicts[at]!) && standing(at) : (at) => verdicts[at] !== rejected && standing(at)
    },
  }
}

const holdsNow = (segment: Segment) => {
  const current = segment.integers('current')
  return (at: number) => current[at] === 1
}

/** Whether a state held at the end of a day. */
const heldBy = (record: Record, last: Day): Meets => {
  const reports = keySet(record, sql(`SELECT key FROM report v WHERE ${stood('v')}`, last, last))
  const replaced = keySet(record, sql('SELECT key FROM reading WHERE present = 0'))
  return (segment) => {
    const [from, to] = [segment.numbers('stateFrom'), segment.numbers('stateTo')]
    const [report, reading] = [segment.integers('report'), segment.integers('reading')]
    // A state without a beginning or an end has NaN there, which is neither early nor late.
    return (at: number) =>
      !(from[at]! >= endOf(last)) && !(to[at]! < endOf(last)) && reports.has(report[at]!) && !replaced.has(reading[at]!)
  }
}

/** The keys that a query selects. */
export const keySet = (record: Record, { sql: text, values }: Sql): ReadonlySet<number> => {
  const { list } = record.one<{ list: string }>(`SELECT json_group_array(key) AS list FROM (${text})`, ...values)!
  return new Set(JSON.parse(list) as number[])
}

/** The version of a report that stood at the end of a day, given twice. */
export const stood = (alias: string): string => `${alias}.valid_from <= ? AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ?)`

export const both = (...parts: readonly Sql[]): Sql => ({
  sql: parts.length === 0 ? '1' : parts.map((part) => `(${part.sql})`).join(' AND '),
  values: parts.flatMap(({ values }) => values),
})

const keysWhere = (table: string, where: string, values: readonly SqlValue[]): Sql => ({
  sql: `SELECT key FROM ${table} WHERE ${where}`,
  values,
})

/** The conditions of the filters, each on its own. */
export const conditions = (record: Record, filters: Filters): readonly Condition[] => {
  const { place, within, country, actor, type, status, certainty, source, origin, minOrigins, contradicted, text, confidence } = filters
  if (within !== undefined && place === undefined) throw new RecordError('record/bad-query', 'a distance needs a place that it is from')
  return [
    ...time(filters),
    ...(place === undefined ? [] : [placed(placeKeys(record, place, within))]),
    ...(country === undefined ? [] : [placed(countryKeys(record, country))]),
    ...(actor === undefined ? [] : [acting(actorKeys(record, actor))]),
    ...(type === undefined ? [] : [ofTypes(type)]),
    ...(status === undefined ? [] : [among('status', status)]),
    ...(certainty === undefined ? [] : [among('certainty', certainty)]),
    ...(source === undefined ? [] : [saidBy(source)]),
    ...(origin === undefined ? [] : [from(record, origin)]),
    ...(minOrigins === undefined ? [] : [corroborated(record, minOrigins, filters)]),
    ...(contradicted === undefined ? [] : [disputed(record, contradicted, filters)]),
    ...(text === undefined ? [] : [worded(record, text)]),
    ...(confidence === undefined ? [] : [sure(confidence)]),
    ...(filters.report === undefined ? [] : [linked(record, 'report', filters.report)]),
    ...(filters.incident === undefined ? [] : [linked(record, 'incident', filters.incident)]),
  ]
}

const time = ({ since, until, by }: Filters): readonly Condition[] => {
  if (since === undefined && until === undefined) return []
  const first = since === undefined ? NO_DAY + 1 : firstDay(since)
  const last = until === undefined ? -NO_DAY : lastDay(until)
  if (by === 'published') {
    const where = 'published_day BETWEEN ? AND ?'
    const meets = (segment: Segment) => {
      const published = segment.integers('published')
      return (at: number) => published[at]! >= first && published[at]! <= last
    }
    return [{ test: sql(`c.${where}`, first, last), keys: keysWhere('claim', where, [first, last]), meets }]
  }
  // An interval of which only the end is known counts as being there; one without an end goes on.
  return [
    {
      test: sql('c.day BETWEEN ? AND ? AND (c.day_to IS NULL OR c.day_to >= ?)', NO_DAY + 1, last, first),
      keys: sql(
        `SELECT key FROM claim WHERE day BETWEEN ? AND ?
         UNION ALL SELECT key FROM claim WHERE long = 1 AND day < ? AND day <= ? AND (day_to IS NULL OR day_to >= ?)`,
        Math.max(NO_DAY + 1, first - LONG),
        last,
        Math.max(NO_DAY + 1, first - LONG),
        last,
        first,
      ),
      meets: (segment) => {
        const [day, to] = [segment.integers('day'), segment.integers('dayTo')]
        return (at) => day[at]! > NO_DAY && day[at]! <= last && (to[at] === NONE || to[at]! >= first)
      },
    },
  ]
}

const LIST = '(SELECT value FROM json_each(?))'

const filled = (column: 'place' | 'actor', keys: readonly number[]): Condition => {
  const list = JSON.stringify(keys)
  const wanted = new Set(keys)
  return {
    test: sql(`EXISTS (SELECT 1 FROM filler f WHERE f.claim = c.key AND f.${column} IN ${LIST})`, list),
    keys: sql(`SELECT claim AS key FROM filler WHERE ${column} IN ${LIST}`, list),
    meets: (segment) => {
      const { first, [column]: filler } = segment.fillers()
      return (at) => {
        for (let n = first[at]!; n < first[at + 1]!; n++) if (wanted.has(filler[n]!)) return true
        return false
      }
    },
  }
}

const placed = (keys: readonly number[]) => filled('place', keys)
const acting = (keys: readonly number[]) => filled('actor', keys)

const countryKeys = (record: Record, codes: readonly string[]) =>
  record.all<{ key: number }>(`SELECT key FROM place WHERE country IN ${LIST}`, JSON.stringify(codes)).map(({ key }) => key)

/** Exactly, or else by a part of the name; never a private person. */
export const actorKeys = (record: Record, wanted: string): readonly number[] => {
  const exact = record.all<{ key: number }>(
    `SELECT key FROM actor WHERE public = 1 AND name = ? COLLATE NOCASE UNION SELECT key FROM actor WHERE public = 1 AND id = ?
     UNION SELECT key FROM actor WHERE public = 1 AND (code = ? OR (code > ? AND code < ?))`,
    wanted,
    wanted,
    wanted,
    `${wanted}:`,
    `${wanted};`,
  )
  const found = exact.length > 0 || wanted.length < 3 ? exact : record.all<{ key: number }>(PARTLY, wanted)
  return found.map(({ key }) => key)
}

const PARTLY = 'SELECT key FROM actor WHERE public = 1 AND instr(lower(name), lower(?)) > 0'

const ofTypes = (types: NonNullable<Filters['type']>): Condition => {
  const each = types.map(({ type, mode }) => (mode === null ? sql('type = ?', type) : sql('type = ? AND mode = ?', type, mode)))
  return {
    test: {
      sql: each.map((one) => `(c.${one.sql.replace('AND mode', 'AND c.mode')})`).join(' OR '),
      values: each.flatMap(({ values }) => values),
    },
    keys: union(each.map((one) => keysWhere('claim', one.sql, one.values))),
    meets: (segment) => {
      const [type, mode] = [segment.words('type'), segment.words('mode')]
      return (at) => types.some((one) => one.type === wordOf(type[at]!) && (one.mode === null || one.mode === wordOf(mode[at]!)))
    },
  }
}

const union = (parts: readonly Sql[]): Sql => ({
  sql: parts.map((part) => part.sql).join(' UNION ALL '),
  values: parts.flatMap(({ values }) => values),
})

const among = (column: 'status' | 'certainty', values: readonly string[]): Condition => {
  const list = JSON.stringify(values)
  const wanted = new Set(values.map(numberOf))
  const meets = (segment: Segment) => {
    const words = segment.words(column)
    return (at: number) => wanted.has(words[at]!)
  }
  return { test: sql(`c.${column} IN ${LIST}`, list), keys: keysWhere('claim', `${column} IN ${LIST}`, [list]), meets }
}

const saidBy = (name: string): Condition => ({
  test: sql(
    `EXISTS (SELECT 1 FROM report p WHERE p.key = c.report AND p.publisher = ? COLLATE NOCASE)
     OR EXISTS (SELECT 1 FROM attribution a WHERE a.claim = c.key AND a.name = ? COLLATE NOCASE)`,
    name,
    name,
  ),
  keys: sql(
    `SELECT s.key FROM report p CROSS JOIN claim s ON s.report = p.key WHERE p.publisher = ? COLLATE NOCASE
     UNION ALL SELECT claim FROM attribution WHERE name = ? COLLATE NOCASE AND name IS NOT NULL`,
    name,
    name,
  ),
})

const from = (record: Record, wanted: string): Condition => {
  const rows = record.all<{ key: number }>(
    'SELECT key FROM origin WHERE id = ? UNION SELECT key FROM origin WHERE name = ? COLLATE NOCASE',
    wanted,
    wanted,
  )
  const list = JSON.stringify(rows.map(({ key }) => key))
  return {
    test: sql(`EXISTS (SELECT 1 FROM claim_origin o WHERE o.claim = c.id AND o.origin IN ${LIST})`, list),
    keys: sql(`SELECT s.key FROM claim_origin o CROSS JOIN claim s ON s.id = o.claim WHERE o.origin IN ${LIST}`, list),
    meets: oneOf((segment) => segment.origins(), new Set(rows.map(({ key }) => key))),
  }
}

const oneOf =
  (column: (segment: Segment) => Int32Array, wanted: ReadonlySet<number>): Meets =>
  (segment) => {
    const values = column(segment)
    return (at: number) => wanted.has(values[at]!)
  }

const corroborated = (record: Record, origins: number, { asOf }: Filters): Condition => {
  if (asOf === undefined) {
    return {
      test: sql('EXISTS (SELECT 1 FROM incident n WHERE n.key = c.incident AND n.origins >= ?)', origins),
      keys: sql('SELECT s.key FROM incident n CROSS JOIN claim s ON s.incident = n.key WHERE n.origins >= ?', origins),
      meets: later(() =>
        oneOf((segment) => segment.integers('incident'), keySet(record, sql('SELECT key FROM incident WHERE origins >= ?', origins))),
      ),
    }
  }
  const last = lastDay(asOf)
  return {
    test: sql(
      `(SELECT count(DISTINCT o.origin) FROM claim s CROSS JOIN claim_origin o ON o.claim = s.id CROSS JOIN report v INDEXED BY report_stood ON v.key = s.report
        WHERE s.incident = c.incident AND s.verdict <> 'rejected' AND ${stood('v')}) >= ?`,
      last,
      last,
      origins,
    ),
    keys: null,
    meets: later(() => oneOf((segment) => segment.integers('incident'), toldBy(record, origins, last))),
  }
}

/** Incidents that so many origins had told of by the end of a day. */
const toldBy = (record: Record, least: number, last: Day): ReadonlySet<number> => {
  const reports = keySet(record, sql(`SELECT key FROM report v WHERE ${stood('v')}`, last, last))
  const rejected = numberOf('rejected')
  const origins = new Map<number, Set<number>>()
  for (const segment of segmentsOf(record)) {
    const [incident, report, origin] = [segment.integers('incident'), segment.integers('report'), segment.origins()]
    const verdict = segment.words('verdict')
    for (let at = 0; at < segment.length; at++) {
      if (incident[at] === NONE || origin[at] === NONE || verdict[at] === rejected || !reports.has(report[at]!)) continue
      const known = origins.get(incident[at]!)
      if (known) known.add(origin[at]!)
      else origins.set(incident[at]!, new Set([origin[at]!]))
    }
  }
  return new Set([...origins].flatMap(([incident, { size }]) => (size >= least ? [incident] : [])))
}

const disputed = (record: Record, wanted: boolean, { asOf }: Filters): Condition => {
  const flagged = wanted ? 'contradicted > 0' : 'contradicted = 0'
  const keys = wanted ? keysWhere('claim', flagged, []) : null
  if (asOf === undefined)
    return { test: sql(`c.${flagged}`), keys, meets: oneOf((segment) => segment.integers('contradicted'), new Set([Number(wanted)])) }
  const last = lastDay(asOf)
  const has = sql(
    `EXISTS (SELECT 1 FROM (SELECT b AS other FROM contradiction WHERE a = c.id UNION ALL SELECT a FROM contradiction WHERE b = c.id) x
      CROSS JOIN claim s ON s.id = x.other CROSS JOIN report v INDEXED BY report_stood ON v.key = s.report WHERE s.verdict <> 'rejected' AND ${stood('v')})`,
    last,
    last,
  )
  return {
    test: wanted ? has : sql(`NOT ${has.sql}`, ...has.values),
    keys,
    meets: later(() => {
      const found = keySet(record, sql(`SELECT c.key FROM claim c WHERE c.contradicted > 0 AND ${has.sql}`, ...has.values))
      return (segment) => {
        const key = segment.integers('key')
        return (at) => found.has(key[at]!) === wanted
      }
    }),
  }
}

/** A list longer than this is not made; each row is looked up instead. */
const LISTED = 30_000

const worded = (record: Record, text: string): Condition => {
  const match = matchOf(text)
  const keys = sql('SELECT rowid AS key FROM claim_words WHERE claim_words MATCH ?', match)
  const { n } = record.one<{ n: number }>(
    `SELECT count(*) AS n FROM (SELECT 1 FROM claim_words WHERE claim_words MATCH ? LIMIT ${LISTED + 1})`,
    match,
  )!
  const test =
    n > LISTED
      ? sql('EXISTS (SELECT 1 FROM claim_words w WHERE w.rowid = c.key AND claim_words MATCH ?)', match)
      : sql(`c.key IN (${keys.sql})`, match)
  return { test, keys }
}

const sure = (least: number): Condition => ({
  test: sql('c.confidence >= ?', least),
  keys: null,
  meets: (segment) => {
    const confidence = segment.numbers('confidence')
    return (at) => confidence[at]! >= least
  },
})

/** The key of what an id, or the beginning of one (six characters or more), names; null for nothing. */
export const keyOf = (record: Record, table: 'report' | 'incident', id: string): number | null => {
  const exact = record.one<{ key: number }>(`SELECT key FROM ${table} WHERE id = ?`, id)
  if (exact || id.length < SHORTEST) return exact?.key ?? null
  const begun = record.all<{ key: number }>(`SELECT key FROM ${table} WHERE id >= ?1 AND id < ?1 || char(1114111) LIMIT 2`, id)
  if (begun.length > 1) throw new RecordError('record/ambiguous-id', `several ${table}s have ids that begin with ${id}`)
  return begun[0]?.key ?? null
}

const linked = (record: Record, table: 'report' | 'incident', id: string): Condition => {
  const key = keyOf(record, table, id)
  return {
    test: sql(`c.${table} = ?`, key),
    keys: keysWhere('claim', `${table} = ?`, [key]),
    meets: oneOf((segment) => segment.integers(table), new Set(key === null ? [] : [key])),
  }
}
