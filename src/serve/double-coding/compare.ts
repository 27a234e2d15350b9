import type { Claim } from '../../claim.js'
import { CORRECTABLE, type CorrectableField, type Decision, type Record, type Verdict } from '../../record/index.js'
import type { Assignment, BlindClaim, Compared, Comparison, Disagreement } from '../answers.js'
import { decisionsOnReport } from '../views/report-decisions.js'
import { reliability } from './alpha.js'
import { blindClaims } from './blind-claims.js'

/** What is compared: whether a claim is there at all, and its fields. */
export const COMPARED = ['claim', ...CORRECTABLE] as const satisfies readonly Compared[]

/** What one coder made of a claim; `claim` is null where it is not there for them. */
interface Opinion {
  readonly author: string
  readonly verdict: Verdict
  readonly claim: Claim | null
}

/**
 * Compares what the coders of an assignment made of each claim. A claim that one has neither ruled on nor corrected is missing for them;
 * one that another added is not there for them. Fields are compared between those for whom the claim is there.
 */
export const compareCoders = (record: Record, assignment: Assignment): Comparison => {
  const byCoder = assignment.coders.map((coder) => new Map(blindClaims(record, assignment, coder).map((blind) => [blind.row.id, blind])))
  const rows = new Map(byCoder.flatMap((claims) => [...claims].map(([id, { row }]) => [id, row] as const)))
  const settled = new Map(assignment.reports.map((report) => [report, decisionsOnReport(record, report)]))
  const units = new Map<Compared, string[][]>(COMPARED.map((field) => [field, []]))
  const disagreements: Disagreement[] = []
  for (const [id, row] of rows) {
    const opinions = assignment.coders.flatMap((author, i) => opinion(author, byCoder[i]!.get(id)) ?? [])
    for (const field of COMPARED) {
      const given = field === 'claim' ? opinions : opinions.filter(({ claim }) => claim !== null)
      const values = given.map(({ claim }) => comparable(claim, field))
      units.get(field)!.push(values)
      if (new Set(values).size < 2) continue
      disagreements.push({
        row,
        field,
        values: given.map(({ author, verdict, claim }) => ({
          author,
          verdict,
          value: field === 'claim' ? claim !== null : (claim?.[field] ?? null),
          claim,
        })),
        settled: settledBy(settled.get(row.report.id) ?? [], id, field),
      })
    }
  }
  return { agreement: COMPARED.map((field) => ({ field, ...reliability(units.get(field)!) })), disagreements }
}

const opinion = (author: string, blind: BlindClaim | undefined): Opinion | null => {
  if (blind === undefined) return { author, verdict: 'rejected', claim: null }
  const { row, decisions } = blind
  if (decisions.length === 0 || row.verdict === 'held') return null
  return { author, verdict: row.verdict, claim: row.verdict === 'rejected' ? null : row.claim }
}

/** A value as text that is equal where the values mean the same; where words stand does not matter. */
const comparable = (claim: Claim | null, field: Compared): string => {
  if (field === 'claim') return String(claim !== null)
  const plain = claim === null ? null : PLAIN[field]?.(claim)
  return JSON.stringify(plain === undefined ? claim![field] : plain)
}

const sorted = (values: readonly unknown[]): readonly string[] => values.map((value) => JSON.stringify(value)).sort()

const PLAIN: { readonly [field in CorrectableField]?: (claim: Claim) => unknown } = {
  actor: ({ actor }) => sorted(actor.map(({ name, code }) => [name.toLowerCase(), code])),
  recipient: ({ recipient }) => sorted(recipient.map(({ name, code }) => [name.toLowerCase(), code])),
  place: ({ place }) => sorted(place.map(({ geonameid, name, country }) => geonameid ?? [name.toLowerCase(), country])),
  time: ({ time }) => time.value,
  figures: ({ figures }) => sorted(figures.map(({ kind, low, high }) => [kind, low, high])),
  attribution: ({ attribution }) => attribution.map(({ source }) => source?.name.toLowerCase() ?? null),
}

/** The last ruling of an adjudicator that answers the question. */
const settledBy = (decisions: readonly Decision[], claim: string, field: Compared): Decision | null => {
  const undone = new Set(decisions.flatMap(({ kind, target }) => (kind === 'undo' ? [target.id] : [])))
  const answers = ({ id, role, kind, target, field: of }: Decision) =>
    role === 'adjudicator' &&
    target.id === claim &&
    !undone.has(id) &&
    (kind === 'accept' || kind === 'reject' || (field !== 'claim' && of === field))
  return decisions.findLast(answers) ?? null
}
