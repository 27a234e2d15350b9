import { describe, expect, test } from 'vitest'
import { archive, type Told } from '../../bench/generate/archive.js'
import { chanceOf } from '../../bench/generate/random.js'
import { readingOf } from '../../bench/generate/reading.js'
import { link, loadLinkKnowledge } from '../link/index.js'
import { decide } from './decisions.js'
import { claimsToLink, reportsToLink } from './links.js'
import { findClaims } from './query/claims.js'
import { Record } from './record.js'
import { redact } from './redact.js'
import { relink } from './relink.js'
import { storeReading } from './store.js'

const generated = (seed: number, reports: number) => [...archive({ seed, reports, wars: 2, towns: 8 })]

const shuffled = <T>(items: readonly T[], seed: number): readonly T[] => chanceOf(seed).some(items, items.length)

const grown = (reports: readonly Told[], portion: number): Record => {
  const record = Record.open(':memory:', { create: true })
  for (let at = 0; at < reports.length; at += portion) {
    for (const told of reports.slice(at, at + portion)) storeReading(record, readingOf(told), null, () => 0)
    relink(record)
  }
  return record
}

const pairs = (rows: readonly string[]) => [...rows].sort()

/** All links of a record, by the names of things. */
const linksOf = (record: Record) => ({
  copies: record.all<object>('SELECT report, "of", similarity FROM copy ORDER BY report').map((row) => ({ ...row })),
  origins: record
    .all<object>('SELECT c.claim, o.id, o.name, c.reasons FROM claim_origin c JOIN origin o ON o.key = c.origin ORDER BY c.claim')
    .map((row) => ({ ...row })),
  incidents: pairs(
    record
      .all<{ claims: string }>(
        "SELECT group_concat(claim || reasons, ' ') AS claims FROM (SELECT * FROM incident_claim ORDER BY claim) GROUP BY incident",
      )
      .map(({ claims }) => claims),
  ),
  contradictions: pairs(
    record
      .all<{ field: string; a: string; b: string; reasons: string }>('SELECT field, a, b, reasons FROM contradiction')
      .map(({ field, a, b, reasons }) => `${field} ${a} ${b} ${reasons}`),
  ),
  updates: pairs(
    record
      .all<{ field: string; before: string; after: string }>('SELECT field, before, after FROM claim_update')
      .map(({ field, before, after }) => `${field} ${before} ${after}`),
  ),
  shown: record
    .all<object>(
      'SELECT c.id, i.id AS incident, i.claims, i.reports, i.origins, i.contradictions, i.actors, i.day, c.contradicted FROM claim c LEFT JOIN incident i ON i.key = c.incident WHERE c.current = 1 ORDER BY c.id',
    )
    .map((row) => ({ ...row })),
})

/** What linking everything at once finds. */
const linksAtOnce = (record: Record) => {
  const links = link([...reportsToLink(record)], [...claimsToLink(record)], loadLinkKnowledge())
  const origins = new Map(links.origins.map((origin) => [origin.id, origin]))
  return {
    copies: links.copies.map(({ report, of, similarity }) => ({ report, of, similarity })).sort((a, b) => (a.report < b.report ? -1 : 1)),
    origins: links.claimOrigins.map(({ claim, origin, reasons }) => ({
      claim,
      id: origin,
      name: origins.get(origin)!.name,
      reasons: JSON.stringify(reasons),
    })),
    incidents: pairs(
      links.incidents.map(({ claims }) => claims.map(({ claim, reasons }) => `${claim}${JSON.stringify(reasons)}`).join(' ')),
    ),
    contradictions: pairs(
      links.contradictions.map(({ field, claims: [a, b], reasons }) => `${field} ${a} ${b} ${JSON.stringify(reasons)}`),
    ),
    updates: pairs(links.updates.map(({ field, before, after }) => `${field} ${before} ${after}`)),
  }
}

describe('linking what is new', () => {
  test('gives what linking everything at once gives, in whatever order and portions', () => {
    const reports = generated(21, 50)
    const orders = [grown(reports, reports.length), grown(reports, 9), grown(shuffled(reports, 5), 11), grown([...reports].reverse(), 30)]
    const first = linksOf(orders[0]!)
    expect(first.copies.length).toBeGreaterThan(5)
    expect(first.updates.length).toBeGreaterThan(0)
    const { shown: _, ...links } = first
    expect(links).toEqual(linksAtOnce(orders[0]!))
    for (const record of orders) expect(linksOf(record)).toEqual(first)
  })

  test('follows decisions, new texts and removed words as if all were linked anew', () => {
    const reports = generated(22, 40)
    const record = grown(reports, 40)
    const ids = findClaims(record, {}, { limit: 60 }).items.map(({ id }) => id)
    for (const [n, claim] of ids.entries()) {
      if (n % 4 === 0) decide(record, { kind: 'reject', claim, author: 'ann', at: n })
      if (n % 4 === 1) decide(record, { kind: 'correct', claim, field: 'place', value: [], author: 'ann', at: n })
    }
    for (const told of reports.slice(0, 12)) {
      const text = `${told.report.text} More was expected.`
      storeReading(record, readingOf({ ...told, report: { ...told.report, text } }), null, () => 1)
    }
    relink(record)
    redact(record, { report: [...reportsToLink(record)][3]!.id, span: { start: 10, end: 60 }, author: 'ann', reason: 'names somebody' })
    const little = linksOf(record)
    record.db.exec('DELETE FROM linker')
    record.run('INSERT OR IGNORE INTO unlinked SELECT key FROM report')
    relink(record)
    expect(linksOf(record)).toEqual(little)
  })
})
