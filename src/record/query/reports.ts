import { isoTime } from '../days.js'
import { RecordError } from '../errors.js'
import type { Record } from '../record.js'
import { type ReportColumns, reportRow as row } from '../store.js'
import { claimConditions } from './claims.js'
import { type Condition, firstDay, keyOf, keySet, lastDay, sql, stood } from './conditions.js'
import type { Filters, Found, Page } from './filters.js'
import type { ReportRow } from './rows.js'
import { partsByDay, type Subject, search } from './search.js'
import { eachSelected } from './selection.js'
import { matchOf } from './words.js'

/** Latest versions of reports; where filters speak of claims, those with such a claim. `text` is looked for in title and text. */
export const findReports = (record: Record, filters: Filters = {}, page: Page = {}): Found<ReportRow> => {
  const { items, next } = search(record, subject(record, filters, page.order !== 'oldest'), page)
  return { items: items.map((key) => reportOf(record, key)), next }
}

export const countReports = (record: Record, filters: Filters = {}, limit = 100_000): number => {
  const { own } = subject(record, filters, true)
  const about = claimFilters(filters)
  const { test } = latest(filters.asOf)
  const standing =
    about === null ? keySet(record, sql(`SELECT key FROM report x WHERE ${test.sql}`, ...test.values)) : withClaims(record, about)
  const sets = own.flatMap(({ keys }) => (keys === null ? [] : [keySet(record, keys)]))
  return Math.min([...standing].filter((key) => sets.every((set) => set.has(key))).length, limit)
}

/** Reports with a claim that the filters let through: such a claim holds, so the version that it is in stands. */
const withClaims = (record: Record, filters: Filters): ReadonlySet<number> => {
  const reports = new Set<number>()
  eachSelected(record, filters, (segment) => {
    const report = segment.integers('report')
    return (at) => reports.add(report[at]!)
  })
  return reports
}

/** What the filters say of claims and not of the report itself; null where that is nothing. */
const claimFilters = ({ since, until, text, source, report, by, asOf, verdict, ...rest }: Filters): Filters | null =>
  verdict !== undefined || Object.values(rest).some((value) => value !== undefined) ? { ...rest, asOf, verdict } : null

const subject = (record: Record, filters: Filters, descending: boolean): Subject => {
  const { since, until, text, source, report, asOf } = filters
  const about = claimFilters(filters)
  return {
    table: 'report',
    link: 'report',
    order: 'published_day',
    descending,
    // No version stood before it was published.
    parts: partsByDay('published_day', 'report_published', descending, asOf === undefined ? null : lastDay(asOf)),
    own: [latest(asOf), ...published(since, until), ...(text === undefined ? [] : [worded(text)]), ...named(record, source, report)],
    claims: about === null ? [] : claimConditions(record, about),
  }
}

const latest = (asOf: string | undefined): Condition => ({
  test: asOf === undefined ? sql('x.valid_to IS NULL') : sql(stood('x'), lastDay(asOf), lastDay(asOf)),
  keys: null,
})

const published = (since: string | undefined, until: string | undefined): readonly Condition[] => {
  if (since === undefined && until === undefined) return []
  const days = [since === undefined ? -1e7 : firstDay(since), until === undefined ? 1e7 : lastDay(until)] as const
  return [
    {
      test: sql('x.published_day BETWEEN ? AND ?', ...days),
      keys: sql('SELECT key FROM report WHERE published_day BETWEEN ? AND ?', ...days),
    },
  ]
}

const worded = (text: string): Condition => {
  const keys = sql('SELECT rowid AS key FROM report_words WHERE report_words MATCH ?', matchOf(text))
  return { test: sql(`x.key IN (${keys.sql})`, ...keys.values), keys }
}

const named = (record: Record, source: string | undefined, report: string | undefined): readonly Condition[] => {
  const key = report === undefined ? null : keyOf(record, 'report', report)
  const said = sql(
    `SELECT key FROM report WHERE publisher = ? COLLATE NOCASE
     UNION SELECT c.report FROM attribution a CROSS JOIN claim c ON c.key = a.claim WHERE a.name = ? COLLATE NOCASE AND a.name IS NOT NULL`,
    source ?? '',
    source ?? '',
  )
  return [
    ...(source === undefined ? [] : [{ test: sql(`x.key IN (${said.sql})`, ...said.values), keys: said }]),
    ...(report === undefined ? [] : [{ test: sql('x.key = ?', key), keys: sql('SELECT key FROM report WHERE key = ?', key) }]),
  ]
}

export const reportOf = (record: Record, key: number): ReportRow => {
  const columns = record.one<ReportColumns & { readonly next: string | null; readonly copy_of: string | null }>(
    `SELECT r.*, (SELECT n.id FROM report n WHERE n.thread = r.thread AND n.version = r.version + 1) AS next,
       (SELECT "of" FROM copy WHERE report = r.id) AS copy_of
     FROM report r WHERE r.key = ?`,
    key,
  )!
  const { id, doc, publisher, url, title, byline, published, language, version, claims } = columns
  return {
    id,
    doc,
    publisher,
    url,
    title,
    byline,
    published,
    language,
    sha256: { raw: columns.raw_sha, text: columns.text_sha },
    version,
    supersededBy: columns.next,
    added: isoTime(columns.added),
    redacted: columns.redacted === 1,
    claims,
    copyOf: columns.copy_of,
  }
}

const needed = (record: Record, id: string): ReportColumns => {
  const found = row(record, id)
  if (!found) throw new RecordError('record/no-such-id', `there is no report ${id}`)
  return found
}

export const reportText = (record: Record, id: string): string => needed(record, id).text

/** The bytes that the report was read from, null where they were not kept. */
export const rawBytes = (record: Record, id: string): Uint8Array | null =>
  record.one<{ bytes: Uint8Array }>('SELECT bytes FROM raw WHERE sha = ?', needed(record, id).raw_sha)?.bytes ?? null

/** Keys of reports that were added at a time or later, newest first. */
export const addedSince = (record: Record, since: number, limit: number): readonly { readonly key: number; readonly version: number }[] =>
  record.all('SELECT key, version FROM report WHERE added >= ? ORDER BY added DESC, key DESC LIMIT ?', since, limit)
