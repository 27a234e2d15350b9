import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Claim } from '../../src/claim.js'
import { claimId, decide, findClaims, type Links, Record, replaceLinks, storeReading } from '../../src/record/index.js'
import { archive } from '../generate/archive.js'
import { type Chance, chanceOf } from '../generate/random.js'
import { readingOf } from '../generate/reading.js'

/** Reports in a transaction. */
const BATCH = 200

/** A record with generated reports of at least so many claims, linked as they truly belong, and with some decisions; one that is there already is used as it is. */
export const recordWith = (size: number, path: string, say: (line: string) => void): Record => {
  if (existsSync(path)) return Record.open(path)
  const half = `${path}.half`
  for (const end of ['', '-wal', '-shm']) rmSync(half + end, { force: true })
  const record = Record.open(half, { create: true })
  const told = fill(record, size, say)
  say('writing links')
  replaceLinks(record, linksOf(told))
  record.run('DELETE FROM unlinked')
  say('judging')
  judge(record)
  record.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  record.close()
  renameSync(half, path)
  return Record.open(path)
}

/** What linking would have to find out of one claim. */
interface TrueClaim {
  readonly id: string
  readonly happening: string | null
  readonly origin: string
  readonly killed: number | null
}

interface Told {
  readonly claims: TrueClaim[]
  readonly copies: { readonly report: string; readonly of: string }[]
}

const fill = (record: Record, size: number, say: (line: string) => void): Told => {
  const chance = chanceOf(11)
  const told: Told = { claims: [], copies: [] }
  const stored = new Map<string, string>()
  const reports = archive({ seed: 7, reports: Number.POSITIVE_INFINITY })
  while (told.claims.length < size) {
    record.transaction(() => {
      for (let i = 0; i < BATCH; i++) {
        const { value: next } = reports.next() as { value: Parameters<typeof readingOf>[0] }
        const reading = readingOf(next)
        const { report } = storeReading(record, { ...reading, claims: reading.claims.map((claim) => varied(chance, claim)) })
        stored.set(next.report.id, report)
        const of = next.copyOf === null ? undefined : stored.get(next.copyOf)
        if (of !== undefined) told.copies.push({ report, of })
        const origin = /\((\w[\w ]+)\) - /.exec(next.report.text)?.[1] ?? next.report.publisher!
        for (const [n, { id, claim }] of next.claims.entries())
          told.claims.push({
            id: claimId(report, id),
            happening: next.truth[n]!,
            origin,
            killed: claim.figures.find(({ kind }) => kind === 'killed')?.low ?? null,
          })
      }
    })
    if (told.claims.length % 50_000 < 2000) say(`${told.claims.length} claims stored`)
  }
  return told
}

/** The generator is always sure; a reader is not. */
const varied = (chance: Chance, claim: Claim): Claim => ({
  ...claim,
  status: chance.happens(0.1) ? chance.pick(['planned', 'ongoing', 'hypothetical']) : claim.status,
  certainty: chance.happens(0.3) ? chance.pick(['probable', 'possible']) : claim.certainty,
  confidence: Math.round(chance.next() * 1e4) / 1e4,
})

const linksOf = ({ claims, copies }: Told): Links => {
  const groups = new Map<string, TrueClaim[]>()
  for (const claim of claims) {
    if (claim.happening === null) continue
    const group = groups.get(claim.happening)
    if (group) group.push(claim)
    else groups.set(claim.happening, [claim])
  }
  const reasons = [{ rule: 'generated', weight: null, words: null }]
  return {
    copies: copies.map((copy) => ({ ...copy, similarity: 1, reasons })),
    origins: [...new Set(claims.map(({ origin }) => origin))].map((origin) => ({
      id: `publisher:${origin}`,
      name: origin,
      kind: 'publisher',
    })),
    claimOrigins: claims.map(({ id, origin }) => ({ claim: id, origin: `publisher:${origin}`, reasons })),
    incidents: [...groups.values()].map((group) => ({ claims: group.map(({ id }) => ({ claim: id, score: 1, reasons })) })),
    contradictions: [...groups.values()].flatMap((group) => {
      const counted = group.filter(({ killed }) => killed !== null)
      return counted.flatMap((a, n) => {
        const b = counted.slice(n + 1, n + 20).find(({ killed, origin }) => killed !== a.killed && origin !== a.origin)
        return b ? [{ field: 'figures', claims: [a.id, b.id] as const, reasons }] : []
      })
    }),
    updates: [],
  }
}

/** What two people might have ruled on in a few days. */
const judge = (record: Record): void => {
  const { items } = findClaims(record, {}, { limit: 1000, order: 'least-certain' })
  record.transaction(() => {
    for (const [n, { id }] of items.entries()) {
      const by = { claim: id, author: n % 3 === 0 ? 'ann' : 'bob', at: Date.UTC(2020, 0, 1) + n * 60_000 }
      if (n % 5 === 0) decide(record, { kind: 'reject', ...by })
      else if (n % 5 === 1) decide(record, { kind: 'correct', field: 'certainty', value: 'possible', ...by })
      else decide(record, { kind: 'accept', ...by })
    }
  })
}
