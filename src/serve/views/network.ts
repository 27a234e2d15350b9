import type { ClaimType } from '../../claim.js'
import type { Filters, Record } from '../../record/index.js'
import { NONE, numberOf, type Segment } from '../../record/query/columns.js'
import { keySet, sql } from '../../record/query/conditions.js'
import { eachSelected } from '../../record/query/selection.js'
import type { Network } from '../answers.js'

/** Types that say that one acts with the other, and those that say against; the rest say neither. */
const WITH: readonly ClaimType[] = ['AGREE', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'CONSULT', 'AFFILIATION']
const AGAINST: readonly ClaimType[] = ['ACCUSE', 'REJECT', 'THREATEN', 'SANCTION', 'COERCE', 'ASSAULT', 'PROTEST']

interface Edge {
  readonly a: number
  readonly b: number
  readonly kind: 'with' | 'against'
  claims: number
  readonly origins: Set<number>
}

/** Who is said to act with or against whom; private persons are not in it. Denied claims say nothing. */
export const networkOf = (record: Record, filters: Filters, limit: number): Network => {
  const rows = [...edgesOf(record, filters).values()]
    .map(({ origins, ...edge }) => ({ ...edge, origins: origins.size }))
    .sort((x, y) => y.origins - x.origins || y.claims - x.claims || x.a - y.a || x.b - y.b)
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

const KINDS = new Map<number, Edge['kind']>([
  ...WITH.map((type) => [numberOf(type), 'with'] as const),
  ...AGAINST.map((type) => [numberOf(type), 'against'] as const),
])

const edgesOf = (record: Record, filters: Filters): ReadonlyMap<string, Edge> => {
  const open = keySet(record, sql('SELECT key FROM actor WHERE public = 1'))
  const edges = new Map<string, Edge>()
  eachSelected(record, filters, (segment) => {
    const [type, negated, key, origin] = [segment.words('type'), segment.integers('negated'), segment.integers('key'), segment.origins()]
    const inRole = rolesOf(segment, open)
    return (at) => {
      const kind = KINDS.get(type[at]!)
      if (kind === undefined || negated[at] === 1) return
      for (const a of inRole(at, ACTOR))
        for (const b of inRole(at, RECIPIENT)) {
          if (a === b) continue
          const name = `${a} ${b} ${kind}`
          const edge = edges.get(name) ?? { a, b, kind, claims: 0, origins: new Set<number>() }
          if (edge.claims === 0) edges.set(name, edge)
          edge.claims++
          // Who has no known origin speaks for himself alone.
          edge.origins.add(origin[at] === NONE ? -key[at]! : origin[at]!)
        }
    }
  })
  return edges
}

const ACTOR = numberOf('actor')
const RECIPIENT = numberOf('recipient')

/** The public actors of a claim in a role. */
const rolesOf = (segment: Segment, open: ReadonlySet<number>) => {
  const { first, role, actor } = segment.fillers()
  return (at: number, wanted: number): ReadonlySet<number> => {
    const found = new Set<number>()
    for (let n = first[at]!; n < first[at + 1]!; n++) if (role[n] === wanted && open.has(actor[n]!)) found.add(actor[n]!)
    return found
  }
}
