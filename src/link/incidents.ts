import { incidentId } from '../record/ids.js'
import { cluster } from './cluster.js'
import { byCodeUnit } from './input.js'
import { type Block, blockOf, type Edge, pairKey } from './pairs.js'
import type { Traits } from './traits.js'

/** The claims judged to be about one happening. */
export interface Incident {
  /** Named after its smallest claim, so that it keeps its name while that claim stays in it. */
  readonly id: string
  /** In ascending order. */
  readonly claims: readonly string[]
}

/** What linking has found so far, kept in memory or by a record. */
export interface LinkMemory {
  readonly claim: (id: string) => Traits | undefined
  readonly addClaim: (claim: Traits) => void
  readonly removeClaim: (claim: Traits) => void
  readonly block: (key: number) => Block | undefined
  /** Nothing where the block has no members any more. */
  readonly setBlock: (key: number, block: Block | undefined) => void
  readonly incidentOf: (claim: string) => Incident | undefined
  readonly addIncident: (incident: Incident) => void
  readonly removeIncident: (incident: Incident) => void
}

export interface IncidentChange {
  readonly removed: readonly Incident[]
  readonly added: readonly Incident[]
}

/**
 * Works claims into what is known: only the blocks they lie in and the incidents they can meet are looked at again, and the result is
 * the same as from scratch. An added claim of a known id takes its place.
 */
export const updateIncidents = (
  memory: LinkMemory,
  added: readonly Traits[],
  removed: readonly string[],
  weights: Float64Array,
): IncidentChange => {
  const fresh = new Set(added.map(({ id }) => id))
  const touched = new Map<number, { readonly gone: Set<string>; readonly come: Traits[] }>()
  const inBlock = (key: number) => touched.get(key) ?? touched.set(key, { gone: new Set(), come: [] }).get(key)!
  const affected = new Set(fresh)
  for (const id of new Set([...removed, ...fresh])) {
    const before = memory.claim(id)
    if (!before) continue
    for (const key of before.blocks) inBlock(key).gone.add(id)
    for (const mate of memory.incidentOf(id)?.claims ?? []) affected.add(mate)
    memory.removeClaim(before)
  }
  for (const claim of added) {
    for (const key of claim.blocks) inBlock(key).come.push(claim)
    memory.addClaim(claim)
  }
  for (const [key, { gone, come }] of touched) {
    const before = memory.block(key)
    const staying = (before?.members ?? []).flatMap((id) => (gone.has(id) ? [] : (memory.claim(id) ?? [])))
    const after = blockOf(key, [...staying, ...come], weights, before, fresh)
    memory.setBlock(key, after.members.length === 0 ? undefined : after)
    for (const id of endsOfChanged(before?.links ?? [], after.links)) affected.add(id)
  }
  return regroup(memory, affected, fresh, weights)
}

const endsOfChanged = (before: readonly Edge[], after: readonly Edge[]): readonly string[] => {
  const old = new Map(before.map((edge) => [pairKey(edge.a, edge.b), edge]))
  const ends: string[] = []
  for (const edge of after) {
    const key = pairKey(edge.a, edge.b)
    if (old.get(key)?.odds !== edge.odds) ends.push(edge.a, edge.b)
    old.delete(key)
  }
  for (const { a, b } of old.values()) ends.push(a, b)
  return ends
}

/**
 * Groups anew the claims given and all that their changed groups can meet. Whether two groups of claims would have become one depends on
 * these two alone (see `cluster`), so a grouping is right everywhere once it is right for each changed group and the groups linked to it.
 * A group with a fresh claim counts as changed although it holds the same claims.
 */
const regroup = (memory: LinkMemory, affected: Iterable<string>, fresh: ReadonlySet<string>, weights: Float64Array): IncidentChange => {
  const claims = new Map<string, Traits>()
  const before = new Map<string, Incident>()
  const takeIn = (id: string) => {
    if (claims.has(id)) return
    const incident = memory.incidentOf(id)
    if (incident) before.set(incident.id, incident)
    for (const mate of [id, ...(incident?.claims ?? [])]) {
      const traits = memory.claim(mate)
      if (traits) claims.set(mate, traits)
    }
  }
  const takeInLinked = (ids: Iterable<string>) => {
    for (const id of ids) for (const { a, b } of linksOf(memory, claims.get(id)!)) takeIn(a === id ? b : a)
  }
  for (const id of affected) takeIn(id)
  takeInLinked([...claims.keys()])
  // Groups of the parts that links hold together, by one of their claims: a part that has not grown since need not be grouped again.
  const parts = new Map<string, { readonly size: number; readonly groups: readonly (readonly string[])[] }>()
  const grouped = (part: Part): readonly (readonly string[])[] => {
    const id = part.claims[0]!.id
    const before = parts.get(id)
    if (before?.size === part.claims.length) return before.groups
    const groups = cluster(part.claims, part.links, weights)
    parts.set(id, { size: part.claims.length, groups })
    return groups
  }
  for (;;) {
    const groups = partsOf(memory, claims).flatMap(grouped)
    const isOld = (group: readonly string[]) =>
      sameClaims(group, memory.incidentOf(group[0]!)?.claims) && !group.some((id) => fresh.has(id))
    const found = groups.filter((group) => !isOld(group))
    const known = claims.size
    takeInLinked(found.flat())
    if (claims.size > known) continue
    for (const group of groups) if (isOld(group)) before.delete(memory.incidentOf(group[0]!)!.id)
    const gone = [...before.values()]
    const come = found.map((group) => ({ id: incidentId(group), claims: group }))
    for (const incident of gone) memory.removeIncident(incident)
    for (const incident of come) memory.addIncident(incident)
    return { removed: gone, added: come }
  }
}

const sameClaims = (a: readonly string[], b: readonly string[] | undefined): boolean =>
  a.length === b?.length && a.every((id, i) => id === b[i])

/** Links by their ends, worked out once for each state of a block. */
const ends = new WeakMap<Block, ReadonlyMap<string, readonly Edge[]>>()

const endsOf = (block: Block): ReadonlyMap<string, readonly Edge[]> => {
  const known = ends.get(block)
  if (known) return known
  const found = new Map<string, Edge[]>()
  for (const edge of block.links)
    for (const id of [edge.a, edge.b]) {
      const own = found.get(id)
      if (own) own.push(edge)
      else found.set(id, [edge])
    }
  ends.set(block, found)
  return found
}

function* linksOf(memory: LinkMemory, claim: Traits): Generator<Edge> {
  for (const key of claim.blocks) {
    const block = memory.block(key)
    if (block && block.links.length > 0) yield* endsOf(block).get(claim.id) ?? []
  }
}

interface Part {
  readonly claims: Traits[]
  readonly links: Edge[]
}

/** The claims in parts that no link joins, each from its first claim on. */
const partsOf = (memory: LinkMemory, claims: ReadonlyMap<string, Traits>): readonly Part[] => {
  const parts: Part[] = []
  const seen = new Set<string>()
  for (const start of claims.keys()) {
    if (seen.has(start)) continue
    seen.add(start)
    const part: Part = { claims: [], links: [] }
    const waiting = [start]
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      part.claims.push(claims.get(id)!)
      for (const edge of linksOf(memory, claims.get(id)!)) {
        const other = edge.a === id ? edge.b : edge.a
        if (!claims.has(other)) continue
        if (edge.a === id) part.links.push(edge)
        if (!seen.has(other)) waiting.push(other)
        seen.add(other)
      }
    }
    parts.push(part)
  }
  return parts
}

/** A memory that lives as long as the process. */
export const memoryOf = (): LinkMemory & { readonly incidents: () => readonly Incident[] } => {
  const claims = new Map<string, Traits>()
  const blocks = new Map<number, Block>()
  const incidentOf = new Map<string, Incident>()
  return {
    claim: (id) => claims.get(id),
    addClaim: (claim) => claims.set(claim.id, claim),
    removeClaim: ({ id }) => claims.delete(id),
    block: (key) => blocks.get(key),
    setBlock: (key, block) => (block ? blocks.set(key, block) : blocks.delete(key)),
    incidentOf: (id) => incidentOf.get(id),
    addIncident: (incident) => {
      for (const id of incident.claims) incidentOf.set(id, incident)
    },
    removeIncident: (incident) => {
      for (const id of incident.claims) if (incidentOf.get(id)?.id === incident.id) incidentOf.delete(id)
    },
    incidents: () => [...new Set(incidentOf.values())].sort((a, b) => byCodeUnit(a.id, b.id)),
  }
}
