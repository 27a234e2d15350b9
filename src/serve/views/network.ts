import type { ClaimType } from '../../claim.js'
import type { Filters, Record } from '../../record/index.js'
import { claimConditions } from '../../record/query/claims.js'
import { claimsFrom } from '../../record/query/search.js'

export interface Network {
  readonly nodes: { readonly id: string; readonly name: string; readonly code: string | null }[]
  readonly edges: {
    readonly from: string
    readonly to: string
    readonly kind: 'with' | 'against'
    readonly claims: number
    readonly origins: number
  }[]
  readonly truncated: boolean
}

/** Types that say that one acts with the other, and those that say against; the rest say neither. */
const WITH: readonly ClaimType[] = ['AGREE', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'CONSULT', 'AFFILIATION']
const AGAINST: readonly ClaimType[] = ['ACCUSE', 'REJECT', 'THREATEN', 'SANCTION', 'COERCE', 'ASSAULT', 'PROTEST']

const quoted = (types: readonly ClaimType[]) => types.map((type) => `'${type}'`).join(', ')

interface Row {
  readonly a: number
  readonly b: number
  readonly kind: 'with' | 'against'
  readonly claims: number
  readonly origins: number
}

/** Who is said to act with or against whom; private persons are not in it. Denied claims say nothing. */
export const networkOf = (record: Record, filters: Filters, limit: number): Network => {
  const { sql, values } = claimsFrom(record, claimConditions(record, filters))
  const rows = record.all<Row>(
    `SELECT a.actor AS a, b.actor AS b, CASE WHEN m.type IN (${quoted(WITH)}) THEN 'with' ELSE 'against' END AS kind,
       count(DISTINCT m.key) AS claims, count(DISTINCT coalesce(o.origin, -m.key)) AS origins
     FROM (SELECT c.key, c.id, c.type FROM (SELECT c.key AS k FROM ${sql}) w CROSS JOIN claim c ON c.key = w.k
           WHERE c.negated = 0 AND c.type IN (${quoted([...WITH, ...AGAINST])})) m
     CROSS JOIN filler a ON a.claim = m.key AND a.role = 'actor' CROSS JOIN filler b ON b.claim = m.key AND b.role = 'recipient'
     CROSS JOIN actor x ON x.key = a.actor AND x.public = 1 CROSS JOIN actor y ON y.key = b.actor AND y.public = 1
     LEFT JOIN claim_origin o ON o.claim = m.id
     WHERE a.actor <> b.actor GROUP BY a.actor, b.actor, kind ORDER BY origins DESC, claims DESC, a.actor, b.actor LIMIT ${limit + 1}`,
    ...values,
  )
  const shown = rows.slice(0, limit)
  const keys = [...new Set(shown.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b)
  const nodes = new Map(
    keys.map((key) => [
      key,
      record.one<{ id: string; name: string; code: string | null }>('SELECT id, name, code FROM actor WHERE key = ?', key)!,
    ]),
  )
  const edges = shown.map(({ a, b, ...rest }) => ({ from: nodes.get(a)!.id, to: nodes.get(b)!.id, ...rest }))
  return { nodes: [...nodes.values()], edges, truncated: rows.length > limit }
}
