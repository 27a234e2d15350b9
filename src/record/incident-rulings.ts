import type { Decision, Sides } from './decision.js'
import { type DecisionColumns, decisionOf, undosOf } from './decision-rows.js'
import type { Record } from './record.js'
import { inForce, timeOf } from './states.js'

/** What people ruled on which claims are of one happening, by the claims of the present coding. */
export type IncidentRuling =
  | { readonly kind: 'merge' | 'split'; readonly claims: readonly string[] }
  | { readonly kind: 'different' | 'unsure'; readonly sides: Sides }

/** Those in force of the kinds, in the order of time. */
export const incidentRulings = (record: Record, kinds: readonly IncidentRuling['kind'][]): readonly IncidentRuling[] => {
  const rows = record.all<DecisionColumns>(
    'SELECT * FROM decision WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY at, id',
    JSON.stringify(kinds),
  )
  const standing = inForce(rows.map(decisionOf).flatMap((decision) => [decision, ...undosOf(record, decision.id)]))
  const present = presentClaims(record, standing.flatMap(claimsOf))
  return standing
    .sort((a, b) => timeOf(a) - timeOf(b) || (a.id < b.id ? -1 : 1))
    .map(({ kind, target }) => {
      if (target.kind !== 'pair')
        return { kind: kind as 'merge' | 'split', claims: target.kind === 'incident' ? target.claims.map(present) : [] }
      const [a, b] = target.sides
      return { kind: kind as 'different' | 'unsure', sides: [a.map(present), b.map(present)] }
    })
}

/** The claims that a decision on incidents is about. */
export const claimsOf = ({ target }: Pick<Decision, 'target'>): readonly string[] =>
  target.kind === 'incident' ? target.claims : target.kind === 'pair' ? target.sides.flat() : []

/** For claims, which may be of an earlier coding, those of the present coding at their words, of the same type where there is one. */
const presentClaims = (record: Record, claims: readonly string[]): ((id: string) => string) => {
  const rows = record.all<{ old: string; id: string }>(
    `SELECT o.id AS old, n.id FROM (SELECT DISTINCT value FROM json_each(?)) g CROSS JOIN claim o ON o.id = g.value
       JOIN claim n ON n.report = o.report AND n.trigger_start = o.trigger_start AND n.trigger_end = o.trigger_end
       AND n.current = 1
     ORDER BY n.coded_type = o.coded_type, n.id DESC`,
    JSON.stringify(claims),
  )
  const present = new Map(rows.map(({ old, id }) => [old, id]))
  return (id) => present.get(id) ?? id
}

/** Sides of claims that people judged to be of different happenings, and did not merge later: what a linker is not to join. */
export const keptApart = (record: Record): readonly Sides[] => {
  let apart: readonly Sides[] = []
  for (const ruling of incidentRulings(record, ['merge', 'different'])) {
    if (ruling.kind === 'different') apart = [...apart, ruling.sides]
    if (ruling.kind === 'merge') apart = apart.filter((sides) => !sides.every((side) => ruling.claims.some((id) => side.includes(id))))
  }
  return apart
}

type Group = readonly string[]

/** The groups after people's rulings: a split moves claims to a group of their own, a merge joins two groups, and what is different is parted. */
export const ruled = (groups: readonly Group[], rulings: readonly IncidentRuling[]): readonly Group[] => {
  const of = new Map<string, Set<string>>()
  const join = (claims: Iterable<string>) => {
    const joined = new Set(claims)
    for (const id of joined) of.get(id)?.delete(id)
    for (const id of joined) of.set(id, joined)
  }
  for (const group of groups) join(group)
  for (const ruling of rulings) {
    if (ruling.kind === 'different') {
      const [a, b] = ruling.sides
      // The second side leaves; what joins them stays with the first.
      for (const set of new Set(a.flatMap((id) => of.get(id) ?? []))) {
        const leaving = b.filter((id) => set.has(id))
        if (leaving.length > 0) join(leaving)
      }
    } else if ('claims' in ruling) {
      const claims = ruling.claims.filter((id) => of.has(id))
      join(ruling.kind === 'split' ? claims : new Set(claims.flatMap((id) => [...of.get(id)!])))
    }
  }
  return [...new Set(of.values())].filter(({ size }) => size > 0).map((set) => [...set].sort())
}
