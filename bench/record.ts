/**
 * Measures linking and the record on a generated archive whose truth is known.
 *
 * npm run bench:record [-- SIZE...]   SIZE is a number of claims
 */
import { link, loadLinkKnowledge } from '../src/link/index.js'
import { archive } from './generate/archive.js'
import { writeSection } from './results.js'
import { bCubed } from './scores.js'

const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0)
const knowledge = loadLinkKnowledge()
const percent = (share: number): string => (100 * share).toFixed(1)

const measure = (size: number): string => {
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
  const start = process.cpuUsage()
  const links = link(reports, claims, knowledge)
  const used = process.cpuUsage(start)
  const found = new Map(links.incidents.flatMap(({ id, claims: members }) => members.map(({ claim }) => [claim, id] as const)))
  const { precision, recall, f1 } = bCubed(found, truth)
  const hits = links.copies.filter(({ report }) => copyOf.has(report)).length
  const copies = (2 * hits) / (links.copies.length + copyOf.size)
  const cells = [
    claims.length.toLocaleString('en'),
    reports.length.toLocaleString('en'),
    ((used.user + used.system) / 1000 / claims.length).toFixed(2),
    `${percent(precision)} / ${percent(recall)} / ${percent(f1)}`,
    percent(copies),
    links.incidents.length.toLocaleString('en'),
    links.contradictions.length.toLocaleString('en'),
    Math.round(process.memoryUsage().rss / 1e6).toLocaleString('en'),
  ]
  return `| ${cells.join(' | ')} |`
}

const rows = (sizes.length > 0 ? sizes : [10_000, 100_000]).map((size) => {
  const row = measure(size)
  console.log(row)
  return row
})
writeSection(
  'record',
  [
    '| claims | reports | CPU ms a claim | incidents B³ P / R / F1 | copies F1 | incidents | contradictions | MB |',
    '|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
  ].join('\n'),
)
