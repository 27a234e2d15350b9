import { incidentId } from '../record/ids.js'
import { cluster } from './cluster.js'
import { byCodeUnit } from './input.js'
import { type Edge, linksIn } from './pairs.js'
import type { Traits } from './traits.js'

/** The claims judged to be about one happening. */
export interface Incident {
  /** Named after its smallest claim, so that it keeps its name while that claim stays in it. */
  readonly id: string
  /** In ascending order. */
  readonly claims: readonly string[]
}

/** What linking has found so far, kept in memory or by a record. Members and links of a block are given whole. */
export interface LinkMemory {
  readonly claim: (id: string) => Traits | undefined
  readonly members: (block: number) => Iterable<string>
  readonly links: (block: number) => readonly Edge[]
  /** Links of a claim, of whatever block. */
  readonly linksOf: (id: string) => Iterable<Edge>
  readonly incidentOf: (id: string) => Incident | undefined
  readonly remove: (claim: Traits) => void
  readonly add: (claim: Traits) => void
  readonly replaceLinks: (block: number, links: readonly Edge[]) => void
  readonly removeIncident: (incident: Incident) => void
  readonly addIncident: (incident: Incident) => void
}

export interface IncidentChange {
  readonly removed: readonly Incident[]
  readonly added: readonly Incident[]
}

/**
 * Works claims into what is known: only the blocks they lie in and the groups of linked claims they reach are looked at again,
 * and the result is the same as from scratch. An added claim of a known id takes its place.
 */
export const updateIncidents = (
  memory: LinkMemory,
  added: readonly Traits[],
  removed: readonly string[],
  weights: Float64Array,
): IncidentChange => {
  const fresh = new Set(added.map(({ id }) => id))
  const touched = new Set<number>()
  const affected = new Set(fresh)
  const gone = new Map<string, Incident>()
  const retire = (id: string) => {
    const incident = memory.incidentOf(id)
    if (incident) gone.set(incident.id, incident)
  }
  for (const id of [...removed, ...fresh]) {
    const before = memory.claim(id)
    if (!before) continue
    for (const block of before.blocks) touched.add(block)
    retire(id)
    memory.remove(before)
  }
  for (const claim of added) {
    for (const block of claim.blocks) touched.add(block)
    memory.add(claim)
  }
  for (const block of touched) updateBlock(memory, block, fresh, weights, affected)
  const incidents: Incident[] = []
  for (const { claims, edges } of componentsOf(memory, affected)) {
    for (const { id } of claims) retire(id)
    for (const group of cluster(claims, edges, weights)) incidents.push({ id: incidentId(group), claims: group })
  }
  for (const incident of gone.values()) memory.removeIncident(incident)
  for (const incident of incidents) memory.addIncident(incident)
  return { removed: [...gone.values()], added: incidents }
}

const edgeKey = ({ a, b }: { readonly a: string; readonly b: string }): string => `${a} ${b}`

const updateBlock = (memory: LinkMemory, block: number, fresh: ReadonlySet<string>, weights: Float64Array, affected: Set<string>) => {
  const before = memory.links(block)
  const oddsBefore = new Map(before.map((edge) => [edgeKey(edge), edge.odds]))
  const members = [...memory.members(block)].flatMap((id) => memory.claim(id) ?? [])
  const after = linksIn(block, members, weights, (a, b) => (fresh.has(a) || fresh.has(b) ? undefined : oddsBefore.get(edgeKey({ a, b }))))
  const keysAfter = new Set(after.map(edgeKey))
  for (const edge of before) if (!keysAfter.has(edgeKey(edge))) for (const id of [edge.a, edge.b]) affected.add(id)
  for (const edge of after) if (oddsBefore.get(edgeKey(edge)) !== edge.odds) for (const id of [edge.a, edge.b]) affected.add(id)
  if (before.length > 0 || after.length > 0) memory.replaceLinks(block, after)
}

/** The groups of claims that links join, directly or by way of others, with the links in them; only those that hold one of the given claims. */
function* componentsOf(
  memory: LinkMemory,
  from: Iterable<string>,
): Generator<{ readonly claims: readonly Traits[]; readonly edges: readonly Edge[] }> {
  const seen = new Set<string>()
  for (const start of from) {
    if (seen.has(start) || !memory.claim(start)) continue
    seen.add(start)
    const claims: Traits[] = []
    const edges = new Map<string, Edge>()
    const waiting = [start]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      claims.push(memory.claim(id)!)
      for (const edge of memory.linksOf(id)) {
        edges.set(edgeKey(edge), edge)
        const other = edge.a === id ? edge.b : edge.a
        if (seen.has(other)) continue
        seen.add(other)
        waiting.push(other)
      }
    }
    yield { claims, edges: [...edges.values()] }
  }
}

/** A memory that lives as long as the process. */
export const memoryOf = (): LinkMemory & { readonly incidents: () => readonly Incident[] } => {
  const claims = new Map<string, Traits>()
  const members = new Map<number, Set<string>>()
  const links = new Map<number, readonly Edge[]>()
  const linksOf = new Map<string, Set<Edge>>()
  const incidentOf = new Map<string, Incident>()
  const NONE: readonly Edge[] = []
  const unlink = (edge: Edge) => {
    for (const id of [edge.a, edge.b]) {
      const own = linksOf.get(id)
      if (own?.delete(edge) && own.size === 0) linksOf.delete(id)
    }
  }
  return {
    claim: (id) => claims.get(id),
    members: (block) => members.get(block) ?? [],
    links: (block) => links.get(block) ?? NONE,
    linksOf: (id) => linksOf.get(id) ?? NONE,
    incidentOf: (id) => incidentOf.get(id),
    remove: (claim) => {
      claims.delete(claim.id)
      for (const block of claim.blocks) {
        const own = members.get(block)
        if (own?.delete(claim.id) && own.size === 0) members.delete(block)
      }
    },
    add: (claim) => {
      claims.set(claim.id, claim)
      for (const block of claim.blocks) {
        const own = members.get(block)
        if (own) own.add(claim.id)
        else members.set(block, new Set([claim.id]))
      }
    },
    replaceLinks: (block, edges) => {
      for (const edge of links.get(block) ?? NONE) unlink(edge)
      if (edges.length === 0) links.delete(block)
      else links.set(block, edges)
      for (const edge of edges)
        for (const id of [edge.a, edge.b]) {
          const own = linksOf.get(id)
          if (own) own.add(edge)
          else linksOf.set(id, new Set([edge]))
        }
    },
    removeIncident: (incident) => {
      for (const id of incident.claims) if (incidentOf.get(id)?.id === incident.id) incidentOf.delete(id)
    },
    addIncident: (incident) => {
      for (const id of incident.claims) incidentOf.set(id, incident)
    },
    incidents: () => [...new Set(incidentOf.values())].sort((a, b) => byCodeUnit(a.id, b.id)),
  }
}
