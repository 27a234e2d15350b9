/**
 * Measures linking and the record on a generated archive whose truth is known.
 *
 * npm run bench:record [-- SIZE...]   SIZE is a number of claims
 */
import { link, loadLinkKnowledge } from '../src/link/index.js'
import { archive } from './generate/archive.js'
import { bCubed } from './scores.js'

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0)
const knowledge = loadLinkKnowledge()

for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const reports = []
  const claims = []
  const truth = new Map<string, string>()
  const copyOf = new Map<string, string>()
  for (const told of archive({ seed: 7, reports: Number.POSITIVE_INFINITY })) {
    reports.push(told.report)
    for (const [i, claim] of told.claims.entries()) {
      claims.push(claim)
      if (told.truth[i] !== null) truth.set(claim.id, told.truth[i]!)
    }
    if (told.copyOf) copyOf.set(told.report.id, told.copyOf)
    if (claims.length >= size) break
  }
  const start = performance.now()
  const links = link(reports, claims, knowledge)
  const time = performance.now() - start
  const found = new Map(links.incidents.flatMap(({ id, claims: members }) => members.map(({ claim }) => [claim, id] as const)))
  const score = bCubed(found, truth)
  const hits = links.copies.filter(({ report }) => copyOf.has(report)).length
  console.log(
    size,
    reports.length,
    `${(time / claims.length).toFixed(3)} ms/claim`,
    score,
    'copies P',
    hits / links.copies.length,
    'R',
    hits / copyOf.size,
    'incidents',
    links.incidents.length,
    'truth',
    new Set(truth.values()).size,
    'contradictions',
    links.contradictions.length,
    'updates',
    links.updates.length,
    `${Math.round(process.memoryUsage().rss / 1e6)} MB`,
  )
}
