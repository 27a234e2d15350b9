import { expect, test } from 'vitest'
import { archive } from '../../bench/generate/archive.js'
import { chanceOf } from '../../bench/generate/random.js'
import { type LinkClaim, type LinkReport, link, loadLinkKnowledge } from './index.js'

const knowledge = loadLinkKnowledge()

const generated = (seed: number, count: number) => {
  const told = [...archive({ seed, reports: count, wars: 2, towns: 12 })]
  return { reports: told.map(({ report }) => report), claims: told.flatMap(({ claims }) => claims) }
}

const shuffled = <T>(items: readonly T[], seed: number): readonly T[] => chanceOf(seed).some(items, items.length)

const found = (reports: readonly LinkReport[], claims: readonly LinkClaim[]) => {
  const { next: _, ...links } = link(reports, claims, knowledge)
  return links
}

test('the order in which reports and claims came does not matter', () => {
  for (const seed of [1, 2]) {
    const { reports, claims } = generated(seed, 60)
    expect(found(shuffled(reports, seed), shuffled(claims, seed))).toEqual(found(reports, claims))
  }
})

test('reports added one after another give the same as all at once', () => {
  for (const seed of [3, 4]) {
    const { reports, claims } = generated(seed, 60)
    const order = shuffled(reports, seed)
    let previous: ReturnType<typeof link>['next'] | undefined
    for (let count = 12; count <= order.length; count += 12) {
      const some = new Set(order.slice(0, count).map(({ id }) => id))
      const links = link(
        order.slice(0, count),
        claims.filter(({ report }) => some.has(report)),
        knowledge,
        previous,
      )
      previous = links.next
      if (count === order.length) expect(links.incidents).toEqual(found(reports, claims).incidents)
    }
  }
})

test('a report taken away leaves what would be without it', () => {
  const { reports, claims } = generated(5, 50)
  const { next } = link(reports, claims, knowledge)
  const kept = reports.filter((_, i) => i % 4 > 0)
  const ids = new Set(kept.map(({ id }) => id))
  const rest = claims.filter(({ report }) => ids.has(report))
  expect(link(kept, rest, knowledge, next).incidents).toEqual(found(kept, rest).incidents)
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
