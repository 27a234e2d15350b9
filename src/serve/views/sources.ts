import type { Record } from '../../record/index.js'

export interface SourceRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly reports: number
  readonly claims: number
  readonly linked: number
  readonly corroborated: number
  readonly contradicted: number
  readonly corrected: number
  readonly rejected: number
  readonly copies: number
  readonly reliesOn: { readonly id: string; readonly name: string; readonly claims: number }[]
}

type Counted = Omit<SourceRow, 'reliesOn' | 'copies' | 'kind'> & { readonly key: number; readonly kind: string }

const COUNTS = `
  count(DISTINCT c.report) AS reports, count(*) AS claims, count(c.incident) AS linked,
  coalesce(sum(n.origins >= 2), 0) AS corroborated, coalesce(sum(c.contradicted > 0), 0) AS contradicted,
  coalesce(sum(c.corrected <> '[]'), 0) AS corrected, coalesce(sum(c.verdict = 'rejected'), 0) AS rejected`

const RELIED = 10

/** How the claims of publishers, or of origins, fared: counts alone, never a score. */
export const sourcesOf = (record: Record, kind: 'publisher' | 'origin', limit: number): SourceRow[] =>
  kind === 'publisher' ? publishers(record, limit) : origins(record, limit)

const publishers = (record: Record, limit: number): SourceRow[] => {
  const rows = record.all<Counted>(
    `SELECT 0 AS key, r.publisher AS id, r.publisher AS name, 'publisher' AS kind, ${COUNTS}
     FROM claim c JOIN report r ON r.key = c.report LEFT JOIN incident n ON n.key = c.incident
     WHERE c.current = 1 AND r.publisher IS NOT NULL GROUP BY r.publisher COLLATE NOCASE ORDER BY claims DESC, r.publisher LIMIT ${limit}`,
  )
  return rows.map(({ key: _, ...row }) => ({
    ...row,
    copies: record.one<{ n: number }>(
      'SELECT count(*) AS n FROM copy k JOIN report r ON r.id = k.report WHERE r.publisher = ? COLLATE NOCASE AND r.valid_to IS NULL',
      row.name,
    )!.n,
    reliesOn: record.all<SourceRow['reliesOn'][number]>(
      `SELECT o.id, o.name, count(*) AS claims FROM report r CROSS JOIN claim c ON c.report = r.key AND c.current = 1
         CROSS JOIN claim_origin co ON co.claim = c.id CROSS JOIN origin o ON o.key = co.origin
       WHERE r.publisher = ? COLLATE NOCASE AND o.name <> r.publisher COLLATE NOCASE
       GROUP BY o.key ORDER BY claims DESC, o.name LIMIT ${RELIED}`,
      row.name,
    ),
  }))
}

const origins = (record: Record, limit: number): SourceRow[] => {
  const rows = record.all<Counted>(
    `SELECT o.key, o.id, o.name, o.kind, ${COUNTS}
     FROM claim_origin co JOIN origin o ON o.key = co.origin JOIN claim c ON c.id = co.claim AND c.current = 1
       LEFT JOIN incident n ON n.key = c.incident
     GROUP BY o.key ORDER BY claims DESC, o.name LIMIT ${limit}`,
  )
  return rows.map(({ key: _, ...row }) => ({ ...row, copies: 0, reliesOn: [] }))
}
