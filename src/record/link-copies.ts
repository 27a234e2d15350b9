import { COMPARED, copiesAmong, ownWords, type Sketched } from '../link/copies.js'
import type { Papers } from '../link/origins.js'
import { type Sketch, shinglesOf } from '../link/sketch.js'
import { writeCopies } from './link-rows.js'
import { linkedReport } from './linked-reports.js'
import { type LinkReport, reportToLink } from './links.js'
import type { LinkReason } from './query/rows.js'
import type { Record } from './record.js'

/** Stands for a date that is not known, after all others. */
const UNDATED = '~'

/**
 * Works out copies anew where reports came, changed or went; gives the reports whose sentences may be somebody else's than before:
 * these, the copies that changed, and what carries their text in turn.
 */
export const relinkCopies = (
  record: Record,
  reports: readonly { readonly before: Sketch | null; readonly after: Sketch | null }[],
): ReadonlySet<string> => {
  const moved = reports.filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  const again = new Set<string>()
  for (const { before } of moved) if (before) for (const id of seeing(record, before)) again.add(id)
  for (const { before } of moved)
    for (const key of before?.keys ?? [])
      record.run('DELETE FROM bucket WHERE key = ? AND published = ? AND report = ?', key, before!.published ?? UNDATED, before!.id)
  for (const { after } of moved)
    for (const key of after?.keys ?? [])
      record.run('INSERT OR IGNORE INTO bucket VALUES (?, ?, ?, ?)', key, after!.published ?? UNDATED, after!.id, after!.textKey)
  for (const { after } of moved) if (after) for (const id of seeing(record, after)) again.add(id)
  const changed = new Set<string>()
  for (const { before, after } of moved) {
    if (after) again.add(after.id)
    else again.delete(before!.id)
    changed.add((after ?? before)!.id)
    if (!after) record.run('DELETE FROM copy WHERE report = ?', before!.id)
  }
  const own = new Map(moved.flatMap(({ after }) => (after ? [[after.id, after]] : [])))
  for (const id of copiesAgain(
    record,
    [...again].flatMap((id) => own.get(id) ?? sketchOfKnown(record, id) ?? []),
  ))
    changed.add(id)
  return withCopies(record, changed)
}

/** Reports that a report is compared with when it is worked out what they are copies of: later ones, if it is among the earliest of a bucket. */
const seeing = (record: Record, { id, published, keys }: Sketch): readonly string[] =>
  keys.flatMap((key) => {
    const later = record.all<{ report: string }>(
      'SELECT report FROM bucket WHERE key = ? AND (published, report) > (?, ?)',
      key,
      published ?? UNDATED,
      id,
    )
    return later.length > 0 && earliest(record, key).some((one) => one.id === id) ? later.map(({ report }) => report) : []
  })

/** The earliest report of each of the first texts of a bucket. */
const earliest = (record: Record, key: number): readonly Sketched[] => {
  const found = new Map<number, Sketched>()
  for (let limit = COMPARED; ; limit *= 8) {
    const rows = record.all<{ published: string; report: string; text: number }>(
      'SELECT published, report, text FROM bucket WHERE key = ? ORDER BY published, report LIMIT ?',
      key,
      limit,
    )
    for (const { published, report, text } of rows)
      if (found.size < COMPARED && !found.has(text))
        found.set(text, { id: report, published: published === UNDATED ? null : published, textKey: text })
    if (found.size >= COMPARED || rows.length < limit) return [...found.values()]
  }
}

const sketchOfKnown = (record: Record, id: string): Sketch | null =>
  linkedReport(record, record.one<{ key: number }>('SELECT key FROM report WHERE id = ?', id)!.key).sketch

/** Stores what the reports are copies of; gives those of which that changed. */
const copiesAgain = (record: Record, sketches: readonly Sketch[]): readonly string[] => {
  const known = new Map<number, readonly Sketched[]>()
  const bucket = (key: number) => known.get(key) ?? known.set(key, earliest(record, key)).get(key)!
  const copies = new Map(copiesAmong(sketches, bucket, (id) => reportToLink(record, id)!).map((copy) => [copy.report, copy]))
  return sketches.flatMap(({ id }) => {
    const copy = copies.get(id)
    const before = knownCopy(record, id)
    if (copy?.of === before?.of && copy?.similarity === before?.similarity && copy?.coverage === before?.coverage) return []
    record.run('DELETE FROM copy WHERE report = ?', id)
    if (copy) writeCopies(record, [{ ...copy, reasons: [{ rule: 'shared-words', weight: copy.coverage, words: null }] }])
    return [id]
  })
}

const knownCopy = (record: Record, id: string) => {
  const row = record.one<{ of: string; similarity: number; reasons: string }>(
    'SELECT "of", similarity, reasons FROM copy WHERE report = ?',
    id,
  )
  return row && { of: row.of, similarity: row.similarity, coverage: (JSON.parse(row.reasons) as LinkReason[])[0]?.weight ?? 0 }
}

/** The reports, what carries their texts, what carries theirs, and so on. */
const withCopies = (record: Record, reports: ReadonlySet<string>): ReadonlySet<string> => {
  const found = new Set(reports)
  for (const id of found)
    for (const { report } of record.all<{ report: string }>('SELECT report FROM copy WHERE "of" = ?', id)) found.add(report)
  return found
}

/** Reports and what they are copies of, as stored. */
export const papersOf = (record: Record): Papers => {
  const reports = new Map<string, LinkReport | undefined>()
  const report = (id: string) => {
    if (!reports.has(id)) reports.set(id, reportToLink(record, id))
    return reports.get(id)
  }
  const copyOf = (id: string) => {
    const copy = knownCopy(record, id)
    const [later, earlier] = copy ? [report(id), report(copy.of)] : []
    return copy && later && earlier && { report: id, ...copy, own: ownWords(later.text, shinglesOf(earlier.text)) }
  }
  return { report, copyOf }
}
