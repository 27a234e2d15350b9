import { type Record, VERDICTS } from '../../record/index.js'
import { NONE, numberOf } from '../../record/query/columns.js'
import { keySet, sql } from '../../record/query/conditions.js'
import { eachSelected } from '../../record/query/selection.js'
import type { SourceRow } from '../answers.js'

const RELIED = 10

/** How the claims of publishers, or of origins, fared: counts alone, never a score. */
export const sourcesOf = (record: Record, kind: 'publisher' | 'origin', limit: number): SourceRow[] =>
  kind === 'publisher' ? publishers(record, limit) : origins(record, limit)

/** What is counted of the claims of one source. */
class Tally {
  claims = 0
  linked = 0
  corroborated = 0
  contradicted = 0
  corrected = 0
  rejected = 0
  readonly reports = new Set<number>()
  /** Claims by origin. */
  readonly origins = new Map<number, number>()
}

const publishers = (record: Record, limit: number): SourceRow[] => {
  const publisherOf = new Map<number, string>()
  const names = new Map<string, string>()
  for (const { key, publisher } of record.all<{ key: number; publisher: string }>(
    'SELECT key, publisher FROM report WHERE publisher IS NOT NULL ORDER BY publisher COLLATE NOCASE, publisher',
  )) {
    const folded = publisher.toLowerCase()
    publisherOf.set(key, folded)
    if (!names.has(folded)) names.set(folded, publisher)
  }
  const copies = new Map<string, number>()
  for (const { key } of record.all<{ key: number }>(
    'SELECT r.key FROM copy k CROSS JOIN report r ON r.id = k.report WHERE r.valid_to IS NULL',
  )) {
    const publisher = publisherOf.get(key)
    if (publisher !== undefined) copies.set(publisher, (copies.get(publisher) ?? 0) + 1)
  }
  const known = originRows(record)
  return ranked(
    tallies(record, ({ report }) => publisherOf.get(report) ?? null),
    (folded) => names.get(folded)!,
    limit,
  ).map(([folded, tally]) => ({
    ...row(names.get(folded)!, names.get(folded)!, 'publisher', tally),
    copies: copies.get(folded) ?? 0,
    reliesOn: [...tally.origins]
      .map(([key, claims]) => ({ id: known.get(key)!.id, name: known.get(key)!.name, claims }))
      .filter(({ name }) => name.toLowerCase() !== folded)
      .sort((a, b) => b.claims - a.claims || (a.name < b.name ? -1 : 1))
      .slice(0, RELIED),
  }))
}

const origins = (record: Record, limit: number): SourceRow[] => {
  const known = originRows(record)
  const counted = tallies(record, ({ origin }) => (origin === NONE ? null : origin))
  return ranked(counted, (key) => known.get(key)!.name, limit).map(([key, tally]) => {
    const { id, name, kind } = known.get(key)!
    return { ...row(id, name, kind, tally), copies: 0, reliesOn: [] }
  })
}

const originRows = (record: Record) =>
  new Map(
    record
      .all<{ key: number; id: string; name: string; kind: string }>('SELECT key, id, name, kind FROM origin')
      .map((row) => [row.key, row]),
  )

const REJECTED = numberOf('rejected')

/** Counts of all claims that hold now, rejected ones too, by source; those of no source are left out. */
const tallies = <Source>(
  record: Record,
  sourceOf: (claim: { readonly report: number; readonly origin: number }) => Source | null,
): ReadonlyMap<Source, Tally> => {
  const tallies = new Map<Source, Tally>()
  const corroborated = keySet(record, sql('SELECT key FROM incident WHERE origins >= 2'))
  eachSelected(record, { verdict: VERDICTS }, (segment) => {
    const [report, incident, contradicted] = [segment.integers('report'), segment.integers('incident'), segment.integers('contradicted')]
    const [corrected, verdict, origin] = [segment.integers('corrected'), segment.words('verdict'), segment.origins()]
    return (at) => {
      const source = sourceOf({ report: report[at]!, origin: origin[at]! })
      if (source === null) return
      const tally = tallies.get(source) ?? new Tally()
      if (tally.claims === 0) tallies.set(source, tally)
      tally.claims++
      tally.reports.add(report[at]!)
      if (incident[at] !== NONE) tally.linked++
      if (corroborated.has(incident[at]!)) tally.corroborated++
      tally.contradicted += contradicted[at]!
      tally.corrected += corrected[at]!
      if (verdict[at] === REJECTED) tally.rejected++
      if (origin[at] !== NONE) tally.origins.set(origin[at]!, (tally.origins.get(origin[at]!) ?? 0) + 1)
    }
  })
  return tallies
}

const ranked = <Source>(counted: ReadonlyMap<Source, Tally>, nameOf: (source: Source) => string, limit: number) =>
  [...counted].sort(([a, x], [b, y]) => y.claims - x.claims || (nameOf(a) < nameOf(b) ? -1 : 1)).slice(0, limit)

const row = (id: string, name: string, kind: string, { reports, origins: _, ...counts }: Tally) => ({
  ...{ id, name, kind },
  reports: reports.size,
  ...counts,
})
