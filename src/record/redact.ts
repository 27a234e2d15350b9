import type { Claim } from '../claim.js'
import { overlaps, type Problem, type Span, sliceOf } from '../report.js'
import { removeClaim, writeClaim } from './claim-rows.js'
import { isoTime } from './days.js'
import type { Decision } from './decision.js'
import { decisionsOnText, insertDecision, keyText } from './decision-rows.js'
import { RecordError } from './errors.js'
import { decisionId } from './ids.js'
import { recount } from './incidents.js'
import type { Record } from './record.js'
import { relink } from './relink.js'
import { GUARDS, LIFT_GUARDS } from './schema.js'
import { claimReport, type ReportColumns, reportRow } from './store.js'
import { maskDecision, maskText, maskValue, maskWords } from './tombstone.js'

export interface Redaction {
  readonly report: string
  readonly span: Span
  readonly author: string
  readonly reason: string
  readonly at?: number | undefined
}

/**
 * Removes words for good: from the report, its claims, names and decisions, from the indexes, the kept bytes and the log of the file.
 * Each UTF-16 code unit leaves a █, so that spans stay where they are. The rest of the file is rewritten, which takes a while.
 * Gives the decision that says so, and the other reports in which the words stand too.
 */
export const redact = (record: Record, { report: id, span, author, reason, at = Date.now() }: Redaction) => {
  const report = reportRow(record, id)
  if (!report) throw new RecordError('record/no-such-id', `there is no report ${id}`)
  const { start, end } = span
  if (!(Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= report.text.length))
    throw new RecordError(
      'record/bad-query',
      `the report has the characters 0 to ${report.text.length}: ${start} to ${end} is no part of them`,
    )
  if (reason.trim() === '' || author.trim() === '') throw new RecordError('record/bad-decision', 'a redaction needs an author and a reason')
  const words = sliceOf(report.text, span)
  const decision = record.transaction(() => {
    const touched = [...new Set(sameText(record, report).flatMap((row) => maskReport(record, row, span, words)))]
    maskDecisions(record, report, span, words)
    recount(record, touched)
    relink(record)
    maskLinks(record, touched, words)
    dropUnused(record)
    return announce(record, id, { author, reason: maskWords(reason, words), at, span })
  })
  scrub(record)
  return { decision: decision.id, alsoIn: others(record, words) }
}

/** Reports with the very same text share people's decisions, and so their words. */
const sameText = (record: Record, { text_sha, text }: ReportColumns): readonly ReportColumns[] =>
  record.all<ReportColumns>('SELECT * FROM report WHERE text_sha = ? AND text = ?', text_sha, text)

const maskReport = (record: Record, row: ReportColumns, span: Span, words: string): readonly string[] => {
  const masked = (value: string | null) => (value === null ? null : maskWords(value, words))
  record.run(
    'UPDATE report SET text = ?, doc = ?, title = ?, byline = ?, publisher = ?, url = ?, redacted = 1 WHERE key = ?',
    maskText(row.text, span),
    maskWords(row.doc, words),
    masked(row.title),
    masked(row.byline),
    masked(row.publisher),
    masked(row.url),
    row.key,
  )
  record.run('DELETE FROM raw WHERE sha = ?', row.raw_sha)
  record.run('DELETE FROM report_words WHERE rowid = ?', row.key)
  record.run('INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)', row.key, masked(row.title), maskText(row.text, span))
  for (const { key, problems } of record.all<{ key: number; problems: string }>(
    'SELECT key, problems FROM reading WHERE report = ?',
    row.key,
  )) {
    const found = JSON.parse(problems) as Problem[]
    const kept = found.map((problem) =>
      problem.span && overlaps(problem.span, span) ? { ...problem, message: maskWords(problem.message, words) } : problem,
    )
    record.run('UPDATE reading SET problems = ? WHERE key = ?', JSON.stringify(maskValue(kept, span, words)), key)
  }
  record.run('INSERT OR IGNORE INTO unlinked VALUES (?)', row.key)
  return rewriteClaims(record, reportRow(record, row.id)!, span, words)
}

interface ClaimState {
  readonly id: string
  readonly reading: number | null
  readonly present: number | null
  readonly json: string
}

const rewriteClaims = (record: Record, row: ReportColumns, span: Span, words: string): readonly string[] => {
  const claims = record.all<ClaimState>(
    'SELECT c.id, c.reading, g.present, c.json FROM claim c LEFT JOIN reading g ON g.key = c.reading WHERE c.report = ? AND c.state = 0 ORDER BY c.key',
    row.key,
  )
  const decisions = new Map(
    [...decisionsOnText(record, row.text_sha)].map(([key, on]) => [key, on.map((decision) => maskDecision(decision, span, words))]),
  )
  for (const { id, reading, present, json } of claims) {
    const claim = maskValue(JSON.parse(json), span, words) as Claim
    const on = decisions.get(keyText({ trigger: claim.trigger.span, type: claim.type })) ?? []
    const key = removeClaim(record, id)
    writeClaim(
      record,
      claimReport(row),
      reading === null ? null : { key: reading, present: present === 1 },
      reading === null ? null : claim,
      on,
      key,
    )
  }
  return claims.map(({ id }) => id)
}

/** The only change that is ever made to decisions: their authors, times and kinds stay. */
const maskDecisions = (record: Record, report: ReportColumns, span: Span, words: string): void => {
  record.db.exec(LIFT_GUARDS)
  for (const on of decisionsOnText(record, report.text_sha).values())
    for (const decision of on) {
      const { before, after, reason, seen } = maskDecision(decision, span, words)
      record.run(
        'UPDATE decision SET before = ?, after = ?, reason = ?, seen = ? WHERE id = ?',
        JSON.stringify(before ?? null),
        JSON.stringify(after ?? null),
        reason,
        JSON.stringify(seen ?? null),
        decision.id,
      )
    }
  record.db.exec(GUARDS)
}

/** Reasons of links may quote the words. */
const maskLinks = (record: Record, claims: readonly string[], words: string): void => {
  const list = JSON.stringify(claims)
  const named = '(SELECT value FROM json_each(?))'
  const tables = [
    ['incident_claim', 'claim', `claim IN ${named}`, [list]],
    ['claim_origin', 'claim', `claim IN ${named}`, [list]],
    ['contradiction', 'id', `a IN ${named} OR b IN ${named}`, [list, list]],
    ['copy', 'report', '1', []],
  ] as const
  for (const [table, id, where, values] of tables)
    for (const row of record.all<{ id: string; reasons: string }>(`SELECT ${id} AS id, reasons FROM ${table} WHERE ${where}`, ...values)) {
      const masked = maskWords(row.reasons, words)
      if (masked !== row.reasons) record.run(`UPDATE ${table} SET reasons = ? WHERE ${id} = ?`, masked, row.id)
    }
}

/** Names that no claim has any more. */
const dropUnused = (record: Record): void => {
  record.db.exec(`
    DELETE FROM actor WHERE claims = 0 AND NOT EXISTS (SELECT 1 FROM filler f WHERE f.actor = actor.key);
    DELETE FROM place_box WHERE key IN (SELECT key FROM place WHERE claims = 0 AND NOT EXISTS (SELECT 1 FROM filler f WHERE f.place = place.key)
      AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.place = place.key));
    DELETE FROM place WHERE claims = 0 AND NOT EXISTS (SELECT 1 FROM filler f WHERE f.place = place.key)
      AND NOT EXISTS (SELECT 1 FROM incident i WHERE i.place = place.key)`)
}

const announce = (record: Record, report: string, by: { author: string; reason: string; at: number; span: Span }): Decision => {
  const { author, reason, at, span } = by
  const content = {
    author,
    role: 'coder' as const,
    at: isoTime(at),
    kind: 'redact' as const,
    target: { kind: 'report' as const, id: report, span },
    field: null,
    before: null,
    after: null,
    reason,
    seen: null,
  }
  const decision: Decision = { id: decisionId(content), ...content }
  insertDecision(record, decision, at)
  return decision
}

/** Takes what was deleted out of the search indexes, the free pages and the log. */
const scrub = (record: Record): void => {
  record.db.exec(`INSERT INTO report_words (report_words) VALUES ('optimize'); INSERT INTO claim_words (claim_words) VALUES ('optimize')`)
  record.db.exec('PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)')
}

const others = (record: Record, words: string): readonly string[] => {
  const quoted = words.replaceAll('"', ' ').trim()
  if (!/[\p{L}\p{N}]/u.test(quoted)) return []
  return record
    .all<{ id: string }>(
      'SELECT r.id FROM report_words w JOIN report r ON r.key = w.rowid WHERE report_words MATCH ? ORDER BY r.key LIMIT 1000',
      `"${quoted}"`,
    )
    .map(({ id }) => id)
}
