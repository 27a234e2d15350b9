import { type Agencies, loadAgencies } from './agencies.js'
import { compare, FEATURES, loadWeights, logOdds, probability, weightsArray } from './compare.js'
import { type Contradiction, disagreements, stateDisagreements, type Update } from './contradictions.js'
import { type Copy, findCopies } from './copies.js'
import { type Incident, memoryOf, updateIncidents } from './incidents.js'
import { byCodeUnit, type LinkClaim, type LinkReason, type LinkReport } from './input.js'
import { type ClaimOrigin, type Origin, originsOf } from './origins.js'
import type { Told } from './told.js'
import { storyOf, type Traits, traitsOf } from './traits.js'

/** What linking finds, by the ids of its input; in an order that does not depend on the order of the input. */
export interface Links {
  readonly copies: readonly (Copy & { readonly reasons: readonly LinkReason[] })[]
  readonly origins: readonly Origin[]
  readonly claimOrigins: readonly ClaimOrigin[]
  readonly incidents: readonly LinkedIncident[]
  readonly contradictions: readonly Contradiction[]
  readonly updates: readonly Update[]
}

export interface LinkedIncident {
  readonly id: string
  readonly claims: readonly IncidentClaim[]
}

/** A claim of an incident, and what ties it to the one it fits best: null and empty where it stands alone. */
export interface IncidentClaim {
  readonly claim: string
  /** Probability that it tells of the same happening as that one, 0 to 1. */
  readonly score: number | null
  /** The first reason, `linked-to`, names that claim; the others are what spoke for and against. */
  readonly reasons: readonly LinkReason[]
}

export interface Knowledge {
  readonly agencies: Agencies
  /** In the order of `FEATURES`, the bias last. */
  readonly weights: Float64Array
}

/** Reads what linking knows from `knowledge/`. */
export const loadLinkKnowledge = (): Knowledge => ({ agencies: loadAgencies(), weights: weightsArray(loadWeights()) })

/**
 * Links claims across reports: whose copy a text is, whose word a claim, what is of one happening, and what contradicts what.
 * The result depends on the reports and claims alone, not on their order.
 */
export const link = (reports: readonly LinkReport[], claims: readonly LinkClaim[], knowledge: Knowledge): Links => {
  const papers = new Map(reports.map((report) => [report.id, report]))
  const sorted = [...claims].sort((a, b) => byCodeUnit(a.id, b.id))
  const copies = findCopies(reports)
  const copyOf = new Map(copies.map((copy) => [copy.report, copy]))
  const { origins, claimOrigins } = originsOf(
    sorted,
    { report: (id) => papers.get(id), copyOf: (id) => copyOf.get(id) },
    knowledge.agencies,
  )
  const memory = memoryOf()
  updateIncidents(memory, traitsOfAll(sorted, papers), [], knowledge.weights)
  const incidents = [...memory.incidents()].sort((a, b) => byCodeUnit(a.claims[0]!, b.claims[0]!))
  const originOf = new Map(claimOrigins.map(({ claim, origin }) => [claim, origin]))
  const told = new Map(
    sorted.map(({ id, report, claim }): [string, Told] => [
      id,
      { id, report, claim, origin: originOf.get(id)!, published: papers.get(report)?.published ?? null },
    ]),
  )
  const found = [
    ...incidents.map((incident) => disagreements(incident.claims.map((id) => told.get(id)!))),
    stateDisagreements([...told.values()]),
  ]
  return {
    copies: copies.map((copy) => ({ ...copy, reasons: [{ rule: 'shared-words', weight: copy.coverage, words: null }] })),
    origins,
    claimOrigins,
    incidents: incidents.map((incident) => explained(incident, memory.claim, knowledge.weights)),
    contradictions: found.flatMap(({ contradictions }) => contradictions),
    updates: found.flatMap(({ updates }) => updates),
  }
}

const traitsOfAll = (claims: readonly LinkClaim[], papers: ReadonlyMap<string, LinkReport>): readonly Traits[] => {
  const byReport = new Map<string, LinkClaim[]>()
  for (const claim of claims) {
    const own = byReport.get(claim.report)
    if (own) own.push(claim)
    else byReport.set(claim.report, [claim])
  }
  return [...byReport].flatMap(([id, own]) => {
    const report = papers.get(id)
    return report ? traitsOfReport(report, own) : []
  })
}

/** Traits of the claims of one report; claims of states have none. */
export const traitsOfReport = (report: LinkReport, claims: readonly LinkClaim[]): readonly Traits[] => {
  const story = storyOf(report, claims)
  return claims.flatMap((claim) => traitsOf(claim, report, story) ?? [])
}

/** Claims of an incident that each of its claims is held against to find the one it fits best. */
const HELD_AGAINST = 12
/** Weights nearer to nothing than this are no reason. */
const SLIGHT = 0.05

/** Says of each claim of an incident what ties it to the others. */
export const explained = (
  { id, claims }: Incident,
  traits: (claim: string) => Traits | undefined,
  weights: Float64Array,
): LinkedIncident => {
  const values = new Float64Array(FEATURES.length)
  const against = claims.slice(0, HELD_AGAINST).map((other) => traits(other)!)
  return {
    id,
    claims: claims.map((claim) => {
      const mine = traits(claim)!
      let best: { readonly other: Traits; readonly odds: number } | null = null
      for (const other of against) {
        if (other === mine) continue
        compare(mine, other, values)
        const odds = logOdds(values, weights)
        if (best === null || odds > best.odds) best = { other, odds }
      }
      if (best === null) return { claim, score: null, reasons: [] }
      return { claim, score: probability(best.odds), reasons: reasonsFor(mine, best.other, weights, values) }
    }),
  }
}

const reasonsFor = (a: Traits, b: Traits, weights: Float64Array, values: Float64Array): readonly LinkReason[] => {
  compare(a, b, values)
  const reasons = FEATURES.map((rule, i): LinkReason => ({ rule, weight: Math.round(values[i]! * weights[i]! * 100) / 100, words: null }))
    .filter(({ weight }) => Math.abs(weight!) > SLIGHT)
    .sort((x, y) => Math.abs(y.weight!) - Math.abs(x.weight!))
  const same: readonly LinkReason[] = a.signature === b.signature ? [{ rule: 'same-words', weight: null, words: null }] : []
  return [{ rule: 'linked-to', weight: null, words: b.id }, ...same, ...reasons]
}
