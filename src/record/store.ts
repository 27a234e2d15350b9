import type { Claim, Coder, Reading } from '../claim.js'
import type { Problem, Report } from '../report.js'
import { type ClaimReport, removeClaim, writeClaim } from './claim-rows.js'
import { type Day, dayOf, daysOf, NO_DAY } from './days.js'
import type { Decision } from './decision.js'
import { decisionsOnText, keyText } from './decision-rows.js'
import { reportId, threadOf } from './ids.js'
import type { Record } from './record.js'

/** What became of a reading: a new report, a new text of a known one, another coder's reading of a stored text, or nothing new. */
export interface Stored {
  readonly report: string
  readonly outcome: 'new' | 'version' | 'recoded' | 'unchanged'
}

export interface ReportColumns {
  readonly key: number
  readonly id: string
  readonly thread: string
  readonly version: number
  readonly doc: string
  readonly publisher: string | null
  readonly url: string | null
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly published_day: Day
  readonly language: string | null
  readonly text: string
  readonly raw_sha: string
  readonly text_sha: string
  readonly added: number
  readonly valid_from: Day
  readonly valid_to: Day | null
  readonly redacted: number
  readonly claims: number
}

/** Whether the record has this very text under this address, read by whomever. */
export const hasReport = (record: Record, report: Report): boolean =>
  record.one('SELECT 1 FROM report WHERE id = ?', reportId(report)) !== undefined

/** Stores a report with its claims, all or nothing. `raw` are its bytes, where they are to be kept. */
export const storeReading = (record: Record, reading: Reading, raw: Uint8Array | null = null, now: () => number = Date.now): Stored =>
  record.transaction(() => {
    const id = reportId(reading.report)
    const known = reportRow(record, id)
    const coder = coderKey(record, reading.coder)
    if (known && record.one('SELECT 1 FROM reading WHERE report = ? AND coder = ?', known.key, coder))
      return { report: id, outcome: 'unchanged' }
    const time = now()
    const version = !known && insertReport(record, id, reading.report, time)
    if (raw) record.run('INSERT OR IGNORE INTO raw VALUES (?, ?)', reading.report.sha256.raw, raw)
    writeReading(record, reportRow(record, id)!, coder, reading.claims, reading.problems, time)
    return { report: id, outcome: known ? 'recoded' : version ? 'version' : 'new' }
  })

export const reportRow = (record: Record, id: string): ReportColumns | undefined =>
  record.one<ReportColumns>('SELECT * FROM report WHERE id = ?', id)

export const coderKey = (record: Record, { name, version, model }: Coder): number => {
  const known = record.one<{ key: number }>('SELECT key FROM coder WHERE name = ? AND version = ? AND model = ?', name, version, model)
  return known?.key ?? record.run('INSERT INTO coder (name, version, model) VALUES (?, ?, ?)', name, version, model)
}

/** Says whether it is a new text of a known report. */
const insertReport = (record: Record, id: string, report: Report, time: number): boolean => {
  const { doc, publisher, url, title, byline, published, language, text, sha256 } = report
  const thread = threadOf(report)
  const others = record.one('SELECT 1 FROM report WHERE thread = ?', thread) !== undefined
  const key = record.run(
    `INSERT INTO report (id, thread, version, doc, publisher, url, title, byline, published, published_day, language, text, raw_sha, text_sha, added, valid_from)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    thread,
    doc,
    publisher,
    url,
    title,
    byline,
    published,
    publishedDays(published).from ?? NO_DAY,
    language,
    text,
    sha256.raw,
    sha256.text,
    time,
    publishedDays(published).to ?? dayOf(time),
  )
  record.run('INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)', key, title, text)
  if (others) orderVersions(record, thread)
  return others
}

/** The day, or the days of the month or year, of publication. */
const publishedDays = (published: string | null) => daysOf(published?.slice(0, 10) ?? null)

/**
 * Numbers the versions of a report by publication, those of one day by when they were added, and says from when to when each stood:
 * from its publication where that is later than the one before, otherwise from when it was added.
 */
const orderVersions = (record: Record, thread: string): void => {
  const rows = record
    .all<ReportColumns>('SELECT * FROM report WHERE thread = ?', thread)
    .map((row) => ({ ...row, known: publishedDays(row.published).to ?? dayOf(row.added) }))
    .sort((a, b) => a.known - b.known || a.added - b.added || a.key - b.key)
  const starts: Day[] = []
  for (const { known, added } of rows) {
    const before = starts.at(-1)
    starts.push(before === undefined || known > before ? known : Math.max(before, dayOf(added)))
  }
  rows.forEach(({ key, version, valid_from, valid_to }, i) => {
    const to = starts[i + 1] ?? null
    if (version === i + 1 && valid_from === starts[i] && valid_to === to) return
    record.run('UPDATE report SET version = ?, valid_from = ?, valid_to = ? WHERE key = ?', i + 1, starts[i]!, to, key)
    markCurrent(record, key)
  })
}

/** A report whose claims changed is linked anew the next time. */
const markUnlinked = (record: Record, report: number): void => {
  record.run('INSERT OR IGNORE INTO unlinked VALUES (?)', report)
}

/** Sets which states hold now, after a change of versions or codings. */
const markCurrent = (record: Record, report: number): void => {
  markUnlinked(record, report)
  record.run(
    `UPDATE claim SET current = holds.now FROM (
       SELECT c.key, c.state_to IS NULL AND r.valid_to IS NULL AND coalesce(g.present, 1) AS now
       FROM claim c JOIN report r ON r.key = c.report LEFT JOIN reading g ON g.key = c.reading WHERE c.report = ?
     ) AS holds WHERE claim.key = holds.key AND claim.current <> holds.now`,
    report,
  )
}

export const claimReport = ({ key, id, text, published_day, valid_to }: ReportColumns): ClaimReport => ({
  key,
  id,
  text,
  publishedDay: published_day,
  latest: valid_to === null,
})

const writeReading = (
  record: Record,
  row: ReportColumns,
  coder: number,
  claims: readonly Claim[],
  problems: readonly Problem[],
  time: number,
): void => {
  lapse(record, row.key)
  const key = record.run(
    'INSERT INTO reading (report, coder, at, present, problems) VALUES (?, ?, ?, 1, ?)',
    row.key,
    coder,
    time,
    JSON.stringify(problems),
  )
  const report = claimReport(row)
  const decisions = decisionsOnText(record, row.text_sha)
  for (const claim of claims)
    writeClaim(
      record,
      report,
      { key, present: true },
      claim,
      decisions.get(keyText({ trigger: claim.trigger.span, type: claim.type })) ?? [],
    )
  writeAdded(record, report, decisions)
}

/** Ends the present coding of a report, of which another will take the place. */
const lapse = (record: Record, report: number): void => {
  record.run('UPDATE reading SET present = 0 WHERE report = ?', report)
  for (const { id, reading } of codedClaims(record, report)) if (reading === null) removeClaim(record, id)
  markCurrent(record, report)
}

/** Makes a coder's stored reading of a report the present one again; false where there is none or it is that already. */
export const restoreReading = (record: Record, id: string, coder: Coder): boolean =>
  record.transaction(() => {
    const row = reportRow(record, id)
    const reading =
      row &&
      record.one<{ key: number }>(
        'SELECT key FROM reading WHERE report = ? AND coder = ? AND present = 0',
        row.key,
        coderKey(record, coder),
      )
    if (!row || !reading) return false
    lapse(record, row.key)
    record.run('UPDATE reading SET present = 1 WHERE key = ?', reading.key)
    markCurrent(record, row.key)
    writeAdded(record, claimReport(row), decisionsOnText(record, row.text_sha))
    return true
  })

/** Claims that people added to this text and that the present coding does not have. */
const writeAdded = (record: Record, report: ClaimReport, decisions: ReadonlyMap<string, readonly Decision[]>): readonly string[] => {
  const there = new Set(codedClaims(record, report.key).flatMap((row) => (row.present === 0 ? [] : [keyOf(row)])))
  return [...decisions].flatMap(([key, on]) =>
    !there.has(key) && on.some(({ kind }) => kind === 'add') ? (writeClaim(record, report, null, null, on) ?? []) : [],
  )
}

/** Works out anew the claims at the words that decisions are about, in every report with that text. */
export const applyDecisions = (record: Record, text: string, keys: ReadonlySet<string>): readonly string[] => {
  const touched: string[] = []
  const decisions = decisionsOnText(record, text)
  for (const row of record.all<ReportColumns>('SELECT * FROM report WHERE text_sha = ?', text)) {
    const report = claimReport(row)
    markUnlinked(record, report.key)
    for (const row of codedClaims(record, report.key)) {
      const { id, reading, present, json } = row
      if (!keys.has(keyOf(row))) continue
      touched.push(id)
      const key = removeClaim(record, id)
      if (reading !== null)
        writeClaim(
          record,
          report,
          { key: reading, present: present === 1 },
          JSON.parse(json) as Claim,
          decisions.get(keyOf(row)) ?? [],
          key,
        )
    }
    touched.push(...writeAdded(record, report, new Map([...decisions].filter(([key]) => keys.has(key)))))
  }
  return touched
}

interface CodedRow {
  readonly id: string
  readonly reading: number | null
  readonly present: number | null
  readonly json: string
  readonly coded_type: string
  readonly trigger_start: number
  readonly trigger_end: number
}

const keyOf = ({ trigger_start, trigger_end, coded_type }: CodedRow) => `${trigger_start}-${trigger_end} ${coded_type}`

const codedClaims = (record: Record, report: number) =>
  record.all<CodedRow>(
    `SELECT c.id, c.reading, g.present, c.json, c.coded_type, c.trigger_start, c.trigger_end
     FROM claim c LEFT JOIN reading g ON g.key = c.reading WHERE c.report = ? AND c.state = 0 ORDER BY c.key`,
    report,
  )
