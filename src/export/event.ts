import type { ActorFiller, PlaceFiller } from '../claim.js'
import { type Estimate, type EstimateRule, estimate } from '../link/estimates.js'
import { type Interval, intervalOf, isoOfDay } from '../link/interval.js'
import type { Told } from '../link/told.js'
import type { ClaimRow, IncidentRow } from '../record/query/rows.js'

/** One incident as the event datasets see it: one row, with what supports it. */
export interface ExportEvent {
  readonly incident: IncidentRow
  readonly claims: readonly ClaimRow[]
  /** The claim that the row's codes and notes are taken from: the surest that tells of it as done. */
  readonly lead: ClaimRow
  /** ISO dates; null where no claim dates it. */
  readonly from: string | null
  readonly to: string | null
  /** Days from first to last, both counted; null where unknown or open. */
  readonly days: number | null
  /** The most exact place given, null where none is. */
  readonly place: PlaceFiller | null
  readonly actors: readonly ActorFiller[]
  readonly recipients: readonly ActorFiller[]
  readonly killed: Estimate | null
  readonly publishers: readonly string[]
  readonly origins: readonly string[]
}

/** The shortest time that a claim gives; null where none gives any. */
export const narrowest = (rows: readonly ClaimRow[]): Interval | null =>
  rows
    .flatMap(({ claim }) => intervalOf(claim.time.value) ?? [])
    .reduce<Interval | null>((best, found) => (best === null || found.to - found.from < best.to - best.from ? found : best), null)

/** The most exact place that a claim gives; null where none gives any. */
export const mostExact = (rows: readonly ClaimRow[]): PlaceFiller | null => {
  const places = rows.flatMap(({ claim }) => claim.place)
  return EXACTNESS.flatMap((precision) => places.find((place) => place.precision === precision) ?? [])[0] ?? null
}

const EXACTNESS = ['exact', 'near', 'town', 'district', 'province', 'region', 'country', 'unknown'] as const

/** Null where no claim of the incident tells of it as having happened. */
export const eventOf = (incident: IncidentRow, rows: readonly ClaimRow[], rule: EstimateRule): ExportEvent | null => {
  const told = rows.filter(({ claim }) => !claim.negated && ['actual', 'ongoing', 'attempted'].includes(claim.status))
  const [lead] = [...told].sort(
    (a, b) =>
      Number(b.claim.codes.acled !== null) - Number(a.claim.codes.acled !== null) ||
      b.claim.confidence - a.claim.confidence ||
      (a.id < b.id ? -1 : 1),
  )
  if (!lead) return null
  const interval = narrowest(told)
  const bounded = interval !== null && Number.isFinite(interval.to - interval.from)
  return {
    incident,
    claims: rows,
    lead,
    from: interval !== null && Number.isFinite(interval.from) ? isoOfDay(interval.from) : null,
    to: interval !== null && Number.isFinite(interval.to) ? isoOfDay(interval.to) : null,
    days: bounded ? interval.to - interval.from + 1 : null,
    place: mostExact(told),
    actors: distinct([...lead.claim.actor, ...told.flatMap(({ claim }) => (claim.type === lead.claim.type ? claim.actor : []))]),
    recipients: distinct([
      ...lead.claim.recipient,
      ...told.flatMap(({ claim }) => (claim.type === lead.claim.type ? claim.recipient : [])),
    ]),
    killed: estimate(rows.map(toldOf), 'killed', rule),
    publishers: [...new Set(rows.flatMap(({ report }) => report.publisher ?? []))].sort(),
    origins: [...new Set(rows.flatMap(({ origin }) => origin?.name ?? []))].sort(),
  }
}

export const toldOf = ({ id, report, claim, origin }: ClaimRow): Told => ({
  id,
  report: report.id,
  claim,
  origin: origin?.id ?? `report:${report.id}`,
  published: report.published,
})

const distinct = (actors: readonly ActorFiller[]): readonly ActorFiller[] =>
  [...new Map([...actors].reverse().map((actor) => [actor.actor ?? actor.name.toLowerCase(), actor])).values()].reverse()

/** Where the words of a claim are: report, and UTF-16 offsets of its sentence in the report's text; null where they are withheld. */
export const wordsAt = ({ report, claim: { sentence } }: ClaimRow): string | null =>
  sentence.start === sentence.end ? null : `${report.id}#${sentence.start}-${sentence.end}`

/** Where the words of several claims are, each place once. */
export const allWordsAt = (claims: readonly ClaimRow[]): readonly string[] => [...new Set(claims.flatMap((row) => wordsAt(row) ?? []))]
