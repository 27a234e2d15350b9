import { expect, test } from 'vitest'
import { archive } from '../../bench/generate/archive.js'
import { chanceOf } from '../../bench/generate/random.js'
import { type LinkClaim, type LinkReport, link, loadLinkKnowledge, memoryOf, updateIncidents } from './index.js'
import { traitsOfReport } from './link.js'

const knowledge = loadLinkKnowledge()

const generated = (seed: number, count: number) => {
  const told = [...archive({ seed, reports: count, wars: 2, towns: 12 })]
  return { reports: told.map(({ report }) => report), claims: told.flatMap(({ claims }) => claims) }
}

const shuffled = <T>(items: readonly T[], seed: number): readonly T[] => chanceOf(seed).some(items, items.length)

const found = (reports: readonly LinkReport[], claims: readonly LinkClaim[]) => link(reports, claims, knowledge)

/** A memory to which reports are added and from which they are taken. */
const growing = () => {
  const memory = memoryOf()
  return {
    add: (reports: readonly LinkReport[], claims: readonly LinkClaim[]) => {
      const traits = reports.flatMap((report) =>
        traitsOfReport(
          report,
          claims.filter((claim) => claim.report === report.id),
        ),
      )
      updateIncidents(memory, traits, [], knowledge.weights)
    },
    remove: (claims: readonly LinkClaim[]) =>
      updateIncidents(
        memory,
        [],
        claims.map(({ id }) => id),
        knowledge.weights,
      ),
    groups: () => grouped(memory.incidents()),
  }
}

const grouped = (incidents: readonly { readonly claims: readonly (string | { readonly claim: string })[] }[]) =>
  incidents.map(({ claims }) => claims.map((claim) => (typeof claim === 'string' ? claim : claim.claim)).join(' ')).sort()

test('the order in which reports and claims came does not matter', () => {
  for (const seed of [1, 2]) {
    const { reports, claims } = generated(seed, 40)
    expect(found(shuffled(reports, seed), shuffled(claims, seed))).toEqual(found(reports, claims))
  }
})

test('reports added one after another, in any order and in portions of any size, give the same as all at once', () => {
  for (const seed of [3, 4]) {
    const { reports, claims } = generated(seed, 40)
    const once = grouped(found(reports, claims).incidents)
    for (const portion of [1, 13]) {
      const order = shuffled(reports, seed + portion)
      const memory = growing()
      for (let at = 0; at < order.length; at += portion) memory.add(order.slice(at, at + portion), claims)
      expect(memory.groups()).toEqual(once)
    }
  }
})

test('reports taken away or read again leave what would be without them', () => {
  for (const seed of [7]) {
    const { reports, claims } = generated(seed, 50)
    const memory = growing()
    memory.add(reports, claims)
    const kept = reports.filter((_, i) => i % 4 > 0)
    const ids = new Set(kept.map(({ id }) => id))
    const rest = claims.filter(({ report }) => ids.has(report))
    memory.remove(claims.filter(({ report }) => !ids.has(report)))
    expect(memory.groups()).toEqual(grouped(found(kept, rest).incidents))
    const corrected = rest.map((claim, i) => (i % 9 > 0 ? claim : { ...claim, claim: { ...claim.claim, mode: null, place: [] } }))
    for (let at = 0; at < kept.length; at += 5) memory.add(kept.slice(at, at + 5), corrected)
    expect(memory.groups()).toEqual(grouped(found(kept, corrected).incidents))
  }
})

test('every claim of a happening is in one incident, and says why', () => {
  const { reports, claims } = generated(6, 40)
  const { incidents } = found(reports, claims)
  const members = incidents.flatMap((incident) => incident.claims)
  expect(new Set(members.map(({ claim }) => claim)).size).toBe(members.length)
  for (const incident of incidents)
    for (const { score, reasons } of incident.claims) {
      if (incident.claims.length === 1) expect(reasons).toEqual([])
      else {
        expect(score).toBeGreaterThan(0)
        expect(reasons[0]!.rule).toBe('linked-to')
      }
    }
})

test('copies are never counted as origins', () => {
  const told = [...archive({ seed: 8, reports: 80, wars: 2, towns: 12 })]
  const links = found(
    told.map(({ report }) => report),
    told.flatMap(({ claims }) => claims),
  )
  const originOf = new Map(links.claimOrigins.map(({ claim, origin }) => [claim, origin]))
  const originals = new Map(told.map((one) => [one.report.id, one]))
  let compared = 0
  for (const { copyOf, claims } of told)
    for (const { id, sentence } of copyOf === null ? [] : claims) {
      const source = originals.get(copyOf!)!.claims.find((claim) => claim.sentence === sentence)
      if (!source) continue
      compared++
      expect(originOf.get(id)).toBe(originOf.get(source.id))
    }
  expect(compared).toBeGreaterThan(20)
})
