import { type ExportEvent, eventOf, mostExact, narrowest, toldOf } from '../export/event.js'
import { estimate } from '../link/index.js'
import { isoOfDay } from '../link/interval.js'
import type { ClaimRow, IncidentRow, Record } from '../record/index.js'
import type { IdOf } from './numbering.js'
import type { Profile } from './profile.js'
import type { Kept } from './reduce.js'

/** An incident by what may be published of its claims. */
export interface Incident {
  readonly row: IncidentRow
  readonly claims: readonly ClaimRow[]
  /** As the event formats see it; null where no claim tells of it as having happened. */
  readonly event: ExportEvent | null
}

export const incidentOf = (record: Record, id: string, kept: readonly Kept[], profile: Profile, idOf: IdOf): Incident => {
  const claims = kept.map(({ thing }) => thing)
  const row = rowOf(idOf('incident', id), kept, contradictionsAmong(record, kept))
  const event = eventOf(row, claims, 'ged')
  // Numbers are the same with and without words; that parts add up to a whole shows in the words alone.
  const killed = profile.fields.includes('figures')
    ? estimate(
        kept.map((one) => toldOf(one.row)),
        'killed',
        'ged',
      )
    : null
  return { row, claims, event: event && { ...event, killed } }
}

const rowOf = (id: string, kept: readonly Kept[], contradictions: number): IncidentRow => {
  const claims = kept.map(({ thing }) => thing)
  const { type, mode } = mostly(claims)
  const time = narrowest(claims)
  const place = mostExact(claims)
  const published = claims.flatMap(({ report }) => report.published ?? []).sort()
  return {
    id,
    type,
    mode,
    from: dayOf(time?.from),
    to: dayOf(time?.to),
    place: place ? { ...place, id: '' } : null,
    actors: distinct(claims.flatMap(({ claim }) => claim.actor.map(({ name }) => name))),
    recipients: distinct(claims.flatMap(({ claim }) => claim.recipient.map(({ name }) => name))),
    claims: claims.length,
    reports: new Set(kept.map(({ row }) => row.report.id)).size,
    origins: new Set(kept.map(({ row }) => row.origin?.id ?? row.id)).size,
    contradictions,
    firstPublished: published[0] ?? null,
    lastPublished: published.at(-1) ?? null,
  }
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)]

/** Type and mode that most claims have, of equals the first. */
const mostly = (claims: readonly ClaimRow[]): ClaimRow['claim'] => {
  const counts = new Map<string, { readonly claim: ClaimRow['claim']; count: number }>()
  for (const { claim } of claims) {
    const key = `${claim.type}/${claim.mode}`
    const known = counts.get(key) ?? { claim, count: 0 }
    counts.set(key, known)
    known.count++
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]!.claim
}

const dayOf = (day: number | undefined): string | null => (Number.isFinite(day) ? isoOfDay(day!) : null)

/** Of the contradictions of an incident, those between claims that are both published. */
const contradictionsAmong = (record: Record, kept: readonly Kept[]): number => {
  const ids = new Set(kept.filter(({ row }) => row.contradicted).map(({ row }) => row.id))
  return [...ids].flatMap((id) => record.all<{ b: string }>('SELECT b FROM contradiction WHERE a = ?', id)).filter(({ b }) => ids.has(b))
    .length
}
