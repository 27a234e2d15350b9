import { isDeepStrictEqual } from 'node:util'
import type { Claim } from '../claim.js'
import { overlaps } from '../report.js'
import { CORRECTABLE } from './decision.js'
import type { CodingDiff } from './query/rows.js'
import type { Record } from './record.js'

export interface DiffOptions {
  /** Of one report only. */
  readonly report?: string | undefined
  /** The codings to compare, each by a part of its `name version model`; by default the one that holds and the last of the others. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Compares two codings of the same reports, as the coders left them; reports that were coded once are left out. */
export function* diffCodings(record: Record, options: DiffOptions = {}): Generator<CodingDiff> {
  let last = 0
  for (;;) {
    const row = record.one<{ key: number; id: string; doc: string }>(
      `SELECT r.key, r.id, r.doc FROM report r WHERE r.key > ? AND (? IS NULL OR r.id = ?)
       AND (SELECT count(*) FROM reading g WHERE g.report = r.key) > 1 ORDER BY r.key LIMIT 1`,
      last,
      options.report ?? null,
      options.report ?? null,
    )
    if (!row) return
    last = row.key
    const pair = codings(record, row.key, options)
    if (pair) yield compare(row.id, row.doc, claimsOf(record, pair[0]), claimsOf(record, pair[1]))
  }
}

const codings = (record: Record, report: number, { from, to }: DiffOptions): readonly [number, number] | null => {
  const rows = record.all<{ key: number; coder: string }>(
    `SELECT g.key, k.name || ' ' || k.version || ' ' || k.model AS coder FROM reading g JOIN coder k ON k.key = g.coder
     WHERE g.report = ? ORDER BY g.present, g.at, g.key`,
    report,
  )
  const after = to === undefined ? rows.at(-1) : rows.findLast(({ coder }) => coder.includes(to))
  const before = from === undefined ? rows.findLast(({ key }) => key !== after?.key) : rows.findLast(({ coder }) => coder.includes(from))
  return before && after && before.key !== after.key ? [before.key, after.key] : null
}

const claimsOf = (record: Record, reading: number): readonly Claim[] =>
  record
    .all<{ json: string }>('SELECT json FROM claim WHERE reading = ? AND state = 0 ORDER BY trigger_start, key', reading)
    .map(({ json }) => JSON.parse(json) as Claim)

/** Claims answer to each other where their triggers share words, those of one type first. */
const compare = (report: string, doc: string, before: readonly Claim[], after: readonly Claim[]): CodingDiff => {
  const left = new Set(after)
  const gone: Claim[] = []
  const pairs: (readonly [Claim, Claim])[] = []
  const match = (claim: Claim, sameType: boolean) => {
    const found = [...left].find((other) => overlaps(other.trigger.span, claim.trigger.span) && (!sameType || other.type === claim.type))
    if (found) {
      left.delete(found)
      pairs.push([claim, found])
    }
    return found !== undefined
  }
  const open = before.filter((claim) => !match(claim, true))
  for (const claim of open) if (!match(claim, false)) gone.push(claim)
  const compared = pairs.map(([a, b]) => ({
    before: a,
    after: b,
    fields: CORRECTABLE.filter((field) => !isDeepStrictEqual(a[field], b[field])),
  }))
  const changed = compared.filter(({ fields }) => fields.length > 0)
  return { report, doc, gone, added: [...left], changed, same: compared.length - changed.length }
}
