import { createHmac, randomBytes } from 'node:crypto'
import type { ActorFiller, Attribution, Claim, PlaceFiller } from '../claim.js'
import { type ClaimRow, eachClaim, type Filters, type Record } from '../record/index.js'
import { isPublic } from '../record/public-actor.js'
import type { Profile, Publishable } from './profile.js'

/** How often something was left out or made coarser, by cause. */
export type Removed = Map<string, number>

export type Row = { readonly [column: string]: unknown }

/** One claim or incident: as it is, and as it may be published; `after` is null where it may not, and `why` says so. */
export interface Reduced {
  readonly of: 'claims' | 'incidents'
  readonly id: string
  readonly coder: ClaimRow['coder']
  readonly before: Row
  readonly after: Row | null
  readonly why: string | null
}

const DAY = 86_400_000

/** Every claim of the record and every incident they make, made as coarse as the profile wants, in a fixed order. */
export function* reducer(record: Record, profile: Profile, now: number, removed: Removed): Generator<Reduced> {
  const idOf = numbering(profile)
  const count = (cause: string) => removed.set(cause, (removed.get(cause) ?? 0) + 1)
  const incidents = new Map<string, { readonly whole: Claim[]; readonly kept: Kept[] }>()
  for (const row of eachClaim(record, { ...filtersOf(profile), verdict: ['none', 'accepted', 'held', 'rejected'] })) {
    const why = leftOut(row, profile, now)
    if (why) count(why)
    const coarse = why ? null : coarsen(row, profile, count)
    if (row.incident !== null && profile.of.includes('incidents')) {
      const incident = incidents.get(row.incident) ?? { whole: [], kept: [] }
      incidents.set(row.incident, incident)
      incident.whole.push(row.claim)
      if (coarse) incident.kept.push({ row, claim: coarse })
    }
    if (profile.of.includes('claims'))
      yield { of: 'claims', id: row.id, coder: row.coder, before: whole(row), after: coarse && chosen(row, coarse, profile, idOf), why }
  }
  for (const [id, { whole: all, kept }] of incidents) {
    const before = { id, claims: all.length, type: all[0]!.type, time: all.map(({ time }) => time.value), place: names(all) }
    const after = kept.length === 0 ? null : incidentRow(id, kept, profile, idOf)
    const why = after ? null : 'incident without a claim that may be published'
    if (why) count(why)
    yield { of: 'incidents', id, coder: null, before, after, why }
  }
}

type IdOf = (kind: 'claim' | 'incident', id: string) => string

/** Ids follow from the words of the report, so that whoever has it could find it by them: without sources, ids of this publication alone take their place. */
const numbering = ({ sources: wanted }: Profile): IdOf => {
  if (wanted === 'named') return (_, id) => id
  const key = randomBytes(32)
  return (kind, id) => createHmac('sha256', key).update(`${kind} ${id}`).digest('hex').slice(0, 16)
}

interface Kept {
  readonly row: ClaimRow
  readonly claim: Claim
}

const names = (claims: readonly Claim[]) => [...new Set(claims.flatMap(({ place }) => place.map(({ name }) => name)))]

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

/** The claim with its time, place, names and sources no more precise than the profile allows; words that would tell more are gone. */
const coarsen = ({ claim }: ClaimRow, profile: Profile, count: (cause: string) => void): Claim => ({
  ...claim,
  time: time(claim.time, profile, count),
  place: places(claim.place, profile, count),
  actor: claim.actor.map((actor) => named(actor, profile, count)),
  recipient: claim.recipient.map((actor) => named(actor, profile, count)),
  attribution: sources(claim.attribution, profile, count),
})

const time = (value: Claim['time'], { time: wanted }: Profile, count: (cause: string) => void): Claim['time'] => {
  const none = { span: null, text: null, value: null, precision: 'unknown', how: 'withheld' } as const
  if (wanted === 'as-coded' || value.value === null) return wanted === 'as-coded' ? value : none
  if (wanted === 'withheld') {
    count('time withheld')
    return none
  }
  const coarse = coarseTime(value.value, wanted)
  if (coarse !== value.value) count(`time made coarser (${wanted})`)
  return { ...none, value: coarse, how: 'coarsened' }
}

/** An EDTF value to the month or year; null where that cannot be told. Seasons and quarters become years. */
export const coarseTime = (value: string, to: 'month' | 'year'): string | null => {
  const ends = value.split('/')
  const coarse = ends.map((end) => {
    if (end === '..' || end === '') return end
    const match = /^(\d{4})(?:-(\d\d))?/.exec(end)
    if (!match) return null
    return to === 'year' || match[2] === undefined || Number(match[2]) > 12 ? match[1]! : `${match[1]}-${match[2]}`
  })
  if (coarse.includes(null) || ends.length > 2) return null
  return coarse[0] === coarse[1] ? coarse[0]! : coarse.join('/')
}

const places = (list: readonly PlaceFiller[], { place: wanted }: Profile, count: (cause: string) => void): readonly PlaceFiller[] => {
  if (wanted === 'as-coded') return list
  if (list.length > 0) count(wanted === 'withheld' ? 'place withheld' : `place made coarser (${wanted})`)
  if (wanted === 'withheld') return []
  const coarse = list.map((place): PlaceFiller => {
    const admin1 = wanted === 'admin1' ? place.admin1 : null
    const nowhere = { geonameid: null, lat: null, lon: null, alternatives: [], span: { start: 0, end: 0 }, text: '', how: 'coarsened' }
    return { ...nowhere, name: admin1 ?? place.country ?? '', country: place.country, admin1, precision: admin1 ? 'province' : 'country' }
  })
  const seen = new Set<string>()
  return coarse.filter(({ name, country }) => name !== '' && !seen.has(`${name} ${country}`) && seen.add(`${name} ${country}`))
}

const named = (filler: ActorFiller, { names: wanted }: Profile, count: (cause: string) => void): ActorFiller => {
  if (wanted === 'public' && isPublic(filler)) return filler
  count(wanted === 'public' ? 'name of a private person withheld' : 'name withheld')
  return { ...filler, text: '', name: '', actor: null, wikidata: null, code: wanted === 'withheld' ? null : filler.code }
}

const sources = (chain: readonly Attribution[], { sources: wanted }: Profile, count: (cause: string) => void): readonly Attribution[] => {
  if (wanted !== 'named') {
    if (chain.length > 0) count('source withheld')
    return []
  }
  return chain.map(({ source, cue }) => {
    if (source === null || isPublic({ ...source, actor: null })) return { source, cue }
    count('name of a private source withheld')
    return { source: null, cue }
  })
}

const whole = ({ id, claim, report, verdict, sentence }: ClaimRow): Row => ({
  id,
  type: claim.type,
  mode: claim.mode,
  verdict,
  time: claim.time.value,
  place: claim.place.map(({ name }) => name),
  actors: claim.actor.map(({ name }) => name),
  recipients: claim.recipient.map(({ name }) => name),
  attribution: claim.attribution.flatMap(({ source }) => source?.name ?? []),
  publisher: report.publisher,
  published: report.published,
  words: sentence,
})

type Give = (kept: Kept, profile: Profile) => Row

const person = ({ name, code }: ActorFiller) => (name === '' ? code : name)
const filled = (list: readonly ActorFiller[]) => list.map(person).filter((text) => text !== null)
const exactPlaces = ({ place }: Profile) => place === 'as-coded'

/** Whether words of the report may stand in a publication: they tell all that is withheld or made coarser. */
const tellsNoMore = ({ place, time: when, names: who, sources: said }: Profile, { claim }: ClaimRow): boolean =>
  place === 'as-coded' &&
  when === 'as-coded' &&
  who === 'public' &&
  said === 'named' &&
  [...claim.actor, ...claim.recipient].every(isPublic) &&
  claim.attribution.every(({ source }) => source === null || isPublic({ ...source, actor: null }))

const withPublisher = ({ sources: wanted }: Profile) => wanted !== 'withheld'

/** What each field puts into a row. */
const FIELDS: { readonly [field in Publishable]: Give } = {
  type: ({ claim }) => ({ type: claim.type, mode: claim.mode }),
  mode: ({ claim }) => ({ mode: claim.mode }),
  status: ({ claim }) => ({ status: claim.status }),
  negated: ({ claim }) => ({ negated: claim.negated }),
  background: ({ claim }) => ({ background: claim.background }),
  certainty: ({ claim }) => ({ certainty: claim.certainty }),
  confidence: ({ claim }) => ({ confidence: claim.confidence }),
  verdict: ({ row }) => ({ verdict: row.verdict, corrected: row.corrected }),
  time: ({ claim }) => ({ time: claim.time.value }),
  place: ({ claim }) => ({
    place: claim.place.map(({ name }) => name),
    admin1: claim.place.map(({ admin1 }) => admin1),
    country: claim.place.map(({ country }) => country),
  }),
  coordinates: ({ claim }, profile) =>
    exactPlaces(profile)
      ? {
          latitude: claim.place.map(({ lat }) => lat),
          longitude: claim.place.map(({ lon }) => lon),
          precision: claim.place.map(({ precision }) => precision),
        }
      : {},
  actors: ({ claim }) => ({ actors: filled(claim.actor) }),
  recipients: ({ claim }) => ({ recipients: filled(claim.recipient) }),
  figures: ({ claim }) => ({ figures: claim.figures.map(({ kind, low, high }) => ({ kind, low, high })) }),
  attribution: ({ claim }) => ({ attribution: claim.attribution.map(({ source }) => source?.name ?? null) }),
  publisher: ({ row }, profile) => (withPublisher(profile) ? { publisher: row.report.publisher } : {}),
  title: ({ row }, profile) => (tellsNoMore(profile, row) ? { title: row.report.title } : {}),
  url: ({ row }, profile) => (profile.sources === 'named' ? { url: row.report.url } : {}),
  published: ({ row }, profile) => ({ published: publishedTime(row.report.published, profile) }),
  words: ({ row }, profile) => ({ words: tellsNoMore(profile, row) ? row.sentence : null }),
  origins: ({ row }, profile) => (profile.sources === 'named' ? { origin: row.origin?.name ?? null } : {}),
  codes: ({ claim }) => ({ codes: claim.codes }),
}

/** The day of publication tells as much as the day of what happened. */
const publishedTime = (published: string | null, { time: wanted }: Profile): string | null => {
  if (published === null || wanted === 'withheld') return null
  return wanted === 'as-coded' ? published : coarseTime(published.slice(0, 10), wanted)
}

const chosen = (row: ClaimRow, claim: Claim, profile: Profile, idOf: IdOf): Row => ({
  id: idOf('claim', row.id),
  incident: row.incident && idOf('incident', row.incident),
  ...Object.assign({}, ...profile.fields.map((field) => FIELDS[field]({ row, claim }, profile))),
})

const merge = (values: readonly unknown[]): unknown[] => {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]))
  return [...seen.values()]
}

/** Fields of an incident: what its publishable claims give, side by side and never merged into one value. */
const incidentRow = (id: string, kept: readonly Kept[], profile: Profile, idOf: IdOf): Row => {
  const rows = kept.map((one) => chosen(one.row, one.claim, profile, idOf))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => column !== 'id' && column !== 'incident')
  const values = columns.map((column) => [column, merge(rows.flatMap((row) => row[column] ?? []))])
  const reports = new Set(kept.map(({ row }) => row.report.id)).size
  const origins = new Set(kept.map(({ row }) => row.origin?.id ?? row.id)).size
  return { id: idOf('incident', id), claims: kept.length, reports, origins, ...Object.fromEntries(values) }
}
