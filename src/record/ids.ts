import { createHash } from 'node:crypto'
import type { Report } from '../report.js'

const hash = (...parts: readonly (string | number | null)[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

const LENGTH = 16
const short = (...parts: readonly (string | number | null)[]) => hash(...parts).slice(0, LENGTH)

/** What the versions of one report share: its address, or else its name and publisher. */
export const threadOf = ({ url, doc, publisher }: Report): string => (url === null ? short('doc', doc, publisher) : short('url', url))

/** One text under one address. */
export const reportId = (report: Report): string => short('report', threadOf(report), report.sha256.text)

/** A coder's claim in one report: reports that print the same words have claims of their own. `coded` is the coder's id. */
export const claimId = (report: string, coded: string): string => short('claim', report, coded)

/** An incident is named for the smallest id of its claims. */
export const incidentId = (claims: readonly string[]): string => short('incident', [...claims].sort()[0] ?? null)

export const contradictionId = (field: string, [a, b]: readonly [string, string]): string =>
  short('contradiction', field, ...(a < b ? [a, b] : [b, a]))

export const placeId = (name: string, country: string | null, admin1: string | null): string =>
  short('place', name.toLowerCase(), country, admin1)

export const actorId = (name: string, code: string | null): string => short('actor', name.toLowerCase(), code)

/** The whole SHA-256, since decisions move between copies of a record; the order of keys does not matter. */
export const decisionId = (content: unknown): string => hash(JSON.stringify(content, inOrder))

const inOrder = (_key: string, value: unknown): unknown =>
  value === null || typeof value !== 'object' || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
