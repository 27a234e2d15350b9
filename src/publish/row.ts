import type { Claim } from '../claim.js'
import type { ClaimRow } from '../record/index.js'
import type { Profile, Publishable } from './profile.js'

export type Row = { readonly [column: string]: unknown }

/** A claim as it is in the record, to set what is published against. */
export const wholeRow = ({ id, claim, report, verdict, sentence }: ClaimRow): Row => ({
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

export const wholeIncident = (id: string, claims: readonly Claim[]): Row => ({
  id,
  claims: claims.length,
  type: claims[0]!.type,
  time: claims.map(({ time }) => time.value),
  place: [...new Set(claims.flatMap(({ place }) => place.map(({ name }) => name)))],
})

type Give = (row: ClaimRow, profile: Profile) => Row

/** What each field puts into a row of a claim that may be published. */
const FIELDS: { readonly [field in Publishable]: Give } = {
  type: ({ claim }) => ({ type: claim.type, mode: claim.mode }),
  mode: ({ claim }) => ({ mode: claim.mode }),
  status: ({ claim }) => ({ status: claim.status }),
  negated: ({ claim }) => ({ negated: claim.negated }),
  background: ({ claim }) => ({ background: claim.background }),
  certainty: ({ claim }) => ({ certainty: claim.certainty }),
  confidence: ({ claim }) => ({ confidence: claim.confidence }),
  verdict: ({ verdict, corrected }) => ({ verdict, corrected }),
  time: ({ claim }) => ({ time: claim.time.value }),
  place: ({ claim }) => ({
    place: claim.place.map(({ name }) => name),
    admin1: claim.place.map(({ admin1 }) => admin1),
    country: claim.place.map(({ country }) => country),
  }),
  coordinates: ({ claim }, { place }) =>
    place === 'as-coded'
      ? {
          latitude: claim.place.map(({ lat }) => lat),
          longitude: claim.place.map(({ lon }) => lon),
          precision: claim.place.map(({ precision }) => precision),
        }
      : {},
  actors: ({ claim }) => ({ actors: claim.actor.map(({ name }) => name) }),
  recipients: ({ claim }) => ({ recipients: claim.recipient.map(({ name }) => name) }),
  figures: ({ claim }) => ({ figures: claim.figures.map(({ kind, low, high }) => ({ kind, low, high })) }),
  attribution: ({ claim }) => ({ attribution: claim.attribution.map(({ source }) => source?.name ?? null) }),
  publisher: ({ report }, { sources }) => (sources === 'withheld' ? {} : { publisher: report.publisher }),
  title: ({ report }) => ({ title: report.title }),
  url: ({ report }, { sources }) => (sources === 'named' ? { url: report.url } : {}),
  published: ({ report }) => ({ published: report.published }),
  words: ({ sentence }) => ({ words: sentence || null }),
  origins: ({ origin }, { sources }) => (sources === 'named' ? { origin: origin?.name ?? null } : {}),
  codes: ({ claim }) => ({ codes: claim.codes }),
}

export const claimRow = (row: ClaimRow, profile: Profile): Row => ({
  id: row.id,
  incident: row.incident,
  ...Object.assign({}, ...profile.fields.map((field) => FIELDS[field](row, profile))),
})

const merge = (values: readonly unknown[]): unknown[] => [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]

/** Fields of an incident: what its publishable claims give, side by side and never merged into one value. */
export const incidentRow = (id: string, claims: readonly ClaimRow[], origins: number, profile: Profile): Row => {
  const rows = claims.map((row) => claimRow(row, profile))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => column !== 'id' && column !== 'incident')
  const values = columns.map((column) => [column, merge(rows.flatMap((row) => row[column] ?? []))])
  const reports = new Set(claims.map(({ report }) => report.id)).size
  return { id, claims: claims.length, reports, origins, ...Object.fromEntries(values) }
}
