import { type Account, type ClaimRow, findReports, type Record } from '../../record/index.js'
import type { Citations } from '../answers.js'

/** Who relies on whom for what the accounts say: reports on those they copy or cite, and in the end on an origin. */
export const citationsOf = (record: Record, accounts: readonly Account[]): Citations => {
  const nodes = new Map<string, Citations['nodes'][number]>()
  const edges = new Map<string, { from: string; to: string; kind: Citations['edges'][number]['kind']; claims: Set<string> }>()
  const node = (id: string, kind: Citations['nodes'][number]['kind'], name: string) => {
    if (!nodes.has(id)) nodes.set(id, { id, kind, name })
    return id
  }
  const edge = (from: string, to: string, kind: Citations['edges'][number]['kind'], claim: string | null) => {
    if (from === to) return
    const key = `${kind} ${from} ${to}`
    const known = edges.get(key) ?? { from, to, kind, claims: new Set<string>() }
    edges.set(key, known)
    if (claim !== null) known.claims.add(claim)
  }
  const chain = ({ id, report, claim, origin }: ClaimRow) => {
    let last = node(`report:${report.id}`, 'report', nameOf(report))
    for (const { source } of claim.attribution) {
      if (source === null) continue
      const next = node(`speaker:${source.name.toLowerCase()}`, 'speaker', source.name)
      edge(last, next, 'cites', id)
      last = next
    }
    if (origin) edge(last, node(`origin:${origin.id}`, 'origin', origin.name), 'comes-from', id)
  }
  const rows = accounts.flatMap(({ claims }) => claims)
  rows.forEach(chain)
  for (const id of new Set(rows.map(({ report }) => report.id))) {
    const of = copyOf(record, id)
    if (of !== null) edge(`report:${id}`, node(`report:${of.id}`, 'report', nameOf(of)), 'copies', null)
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()].map(({ claims, ...rest }) => ({ ...rest, claims: [...claims] })) }
}

const nameOf = ({ publisher, title, doc }: Pick<ClaimRow['report'], 'publisher' | 'title' | 'doc'>): string => publisher ?? title ?? doc

const copyOf = (record: Record, report: string) => {
  const of = findReports(record, { report }, { limit: 1 }).items[0]?.copyOf ?? null
  return of === null ? null : (findReports(record, { report: of }, { limit: 1 }).items[0] ?? null)
}
