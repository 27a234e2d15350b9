import type { Claim } from '../claim.js'
import { type ClaimRow, eachClaim, type Filters, type Record } from '../record/index.js'
import { type Incident, incidentOf } from './incident.js'
import { numbering } from './numbering.js'
import type { Profile } from './profile.js'
import { publishable } from './publishable.js'
import { claimRow, incidentRow, type Row, wholeIncident, wholeRow } from './row.js'

/** How often something was left out or made coarser, by cause. */
export type Removed = Map<string, number>

/** One claim or incident: as it is, and as it may be published; null where it may not, and `why` says so. */
interface Reduced<Of extends 'claims' | 'incidents', Thing> {
  readonly of: Of
  readonly before: Row
  readonly after: Row | null
  /** What `after` shows, as the exporters take it. */
  readonly thing: Thing | null
  readonly why: string | null
}

export type ReducedClaim = Reduced<'claims', ClaimRow>
export type ReducedIncident = Reduced<'incidents', Incident>

const DAY = 86_400_000

/** Every claim of the record and every incident they make, made as coarse as the profile wants, in a fixed order. */
export function* reducer(record: Record, profile: Profile, now: number, removed: Removed): Generator<ReducedClaim | ReducedIncident> {
  const idOf = numbering(profile)
  const count = (cause: string) => removed.set(cause, (removed.get(cause) ?? 0) + 1)
  const incidents = new Map<string, { readonly all: Claim[]; readonly kept: Kept[] }>()
  for (const row of eachClaim(record, { ...filtersOf(profile), verdict: ['none', 'accepted', 'held', 'rejected'] })) {
    const why = leftOut(row, profile, now)
    if (why) count(why)
    const thing = why ? null : publishable(row, profile, idOf, count)
    if (row.incident !== null && profile.of.includes('incidents')) {
      const incident = incidents.get(row.incident) ?? { all: [], kept: [] }
      incidents.set(row.incident, incident)
      incident.all.push(row.claim)
      if (thing) incident.kept.push({ row, thing })
    }
    if (profile.of.includes('claims')) yield { of: 'claims', before: wholeRow(row), after: thing && claimRow(thing, profile), thing, why }
  }
  for (const [id, { all, kept }] of incidents) {
    const thing = kept.length === 0 ? null : incidentOf(record, id, kept, profile, idOf)
    const after = thing && incidentRow(thing.row.id, thing.claims, thing.row.origins, profile)
    const why = after ? null : 'incident without a claim that may be published'
    if (why) count(why)
    yield { of: 'incidents', before: wholeIncident(id, all), after, thing, why }
  }
}

/** A claim as it is, and as it may be published. */
export interface Kept {
  readonly row: ClaimRow
  readonly thing: ClaimRow
}

const filtersOf = ({ since, until, country, types, minOrigins }: Profile): Filters => ({
  since,
  until,
  country,
  minOrigins,
  type: types?.map((text) => {
    const [type, mode] = text.split('/')
    return { type: type as Claim['type'], mode: mode ?? null }
  }),
})

/** Why a claim may not be published at all. */
const leftOut = (row: ClaimRow, profile: Profile, now: number): string | null => {
  const { verdict, report } = row
  if (verdict === 'rejected') return 'rejected'
  if (verdict === 'held') return 'held'
  if (profile.claims === 'accepted' && verdict !== 'accepted') return 'nobody accepted it'
  if (profile.delayDays > 0) {
    if (report.published === null) return 'not known when it was published'
    if (Date.parse(report.published.slice(0, 10)) > now - profile.delayDays * DAY) return 'too recent'
  }
  return isWithheld(row, profile.withhold) ? 'withheld by name' : null
}

const isWithheld = ({ claim, report, sentence }: ClaimRow, withhold: readonly string[]): boolean => {
  if (withhold.length === 0) return false
  const has = [
    ...[...claim.actor, ...claim.recipient].flatMap(({ name, text }) => [name, text]),
    ...claim.place.flatMap(({ name, text }) => [name, text]),
    ...claim.attribution.flatMap(({ source }) => (source ? [source.name, source.text] : [])),
    report.publisher ?? '',
  ].map((name) => name.toLowerCase())
  return withhold.some((entry) => {
    const low = entry.toLowerCase()
    return has.includes(low) || asWord(low).test(sentence) || (report.url?.toLowerCase().startsWith(low) ?? false)
  })
}

/** Finds a name where it is no part of a longer word. */
const asWord = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}])`, 'iu')
