import type { Claim } from '../../claim.js'
import { type Span, sliceOf } from '../../report.js'
import type { CorrectableField, Verdict } from '../decision.js'
import type { Record } from '../record.js'
import type { ClaimRow } from './rows.js'

interface Columns {
  readonly key: number
  readonly id: string
  readonly json: string
  readonly verdict: string
  readonly corrected: string
  readonly contradicted: number
  readonly incident: string | null
  readonly report: string
  readonly doc: string
  readonly publisher: string | null
  readonly url: string | null
  readonly title: string | null
  readonly published: string | null
  readonly version: number
  readonly coder: string | null
  readonly coder_version: string | null
  readonly model: string | null
  readonly origin: string | null
  readonly origin_name: string | null
  readonly origin_kind: string | null
}

const ROWS = `
  SELECT c.key, c.id, c.json, c.verdict, c.corrected, c.contradicted,
    i.id AS incident, r.id AS report, r.doc, r.publisher, r.url, r.title, r.published, r.version,
    k.name AS coder, k.version AS coder_version, k.model, o.id AS origin, o.name AS origin_name, o.kind AS origin_kind
  FROM claim c JOIN report r ON r.key = c.report LEFT JOIN incident i ON i.key = c.incident
    LEFT JOIN reading g ON g.key = c.reading LEFT JOIN coder k ON k.key = g.coder
    LEFT JOIN claim_origin co ON co.claim = c.id LEFT JOIN origin o ON o.key = co.origin
  WHERE c.key = ?`

/** Claims by the keys of their states, in the order of these. */
export const claimRows = (record: Record, keys: readonly number[]): readonly ClaimRow[] => {
  const texts = new Map<string, string>()
  const textOf = (report: string): string => {
    const known = texts.get(report) ?? record.one<{ text: string }>('SELECT text FROM report WHERE id = ?', report)!.text
    texts.set(report, known)
    return known
  }
  return keys.map((key) => rowOf(record.one<Columns>(ROWS, key)!, textOf))
}

const rowOf = (row: Columns, textOf: (report: string) => string): ClaimRow => {
  const claim = { ...(JSON.parse(row.json) as Claim), id: row.id }
  const { doc, publisher, url, title, published, version } = row
  return {
    id: row.id,
    report: { id: row.report, doc, publisher, url, title, published, version },
    claim,
    sentence: sentenceOf(textOf(row.report), claim.sentence),
    verdict: row.verdict as Verdict,
    corrected: JSON.parse(row.corrected) as CorrectableField[],
    coder: row.coder === null ? null : { name: row.coder, version: row.coder_version!, model: row.model! },
    incident: row.incident,
    origin: row.origin === null ? null : { id: row.origin, name: row.origin_name!, kind: row.origin_kind! },
    contradicted: row.contradicted > 0,
  }
}

const sentenceOf = (text: string, span: Span): string => sliceOf(text, span).trim()
