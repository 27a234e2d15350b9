import type { ClaimType, PlacePrecision } from '../../claim.js'
import { type Day, isoDay, NO_DAY } from '../days.js'
import type { Record } from '../record.js'
import { claimConditions } from './claims.js'
import { NONE } from './columns.js'
import type { Filters, Found, Page } from './filters.js'
import type { IncidentRow } from './rows.js'
import { partsByDay, type Subject, search } from './search.js'
import { eachSelected } from './selection.js'

/** Incidents with a claim that the filters let through; their counts are of all their claims, whatever the filters. */
export const findIncidents = (record: Record, filters: Filters = {}, page: Page = {}): Found<IncidentRow> => {
  const { items, next } = search(record, subject(record, filters, page.order !== 'oldest'), page)
  return { items: items.map((key) => incidentRow(record, key)), next }
}

export const countIncidents = (record: Record, filters: Filters = {}, limit = 100_000): number => {
  const incidents = new Set<number>()
  eachSelected(record, filters, (segment) => {
    const incident = segment.integers('incident')
    return (at) => incident[at] !== NONE && incidents.add(incident[at]!)
  })
  return Math.min(incidents.size, limit)
}

const subject = (record: Record, filters: Filters, descending: boolean): Subject => ({
  table: 'incident',
  link: 'incident',
  order: filters.by === 'published' ? 'last_published' : 'day',
  descending,
  parts:
    filters.by === 'published'
      ? partsByDay('last_published', 'incident_published', descending, null)
      : partsByDay('day', 'incident_day', descending, null),
  own: [],
  claims: claimConditions(record, filters),
})

interface Columns {
  readonly id: string
  readonly type: ClaimType
  readonly mode: string | null
  readonly day_from: Day | null
  readonly day_to: Day | null
  readonly claims: number
  readonly reports: number
  readonly origins: number
  readonly contradictions: number
  readonly first_published: Day
  readonly last_published: Day
  readonly actors: string
  readonly recipients: string
  readonly place: string | null
  readonly name: string
  readonly country: string | null
  readonly admin1: string | null
  readonly geonameid: number | null
  readonly lat: number | null
  readonly lon: number | null
  readonly precision: PlacePrecision
}

const known = (day: Day | null): string | null => (day === null || day === NO_DAY ? null : isoDay(day))

export const incidentRow = (record: Record, key: number): IncidentRow => {
  const row = record.one<Columns>(
    `SELECT i.*, p.id AS place, p.name, p.country, p.admin1, p.geonameid, p.lat, p.lon, p.precision
     FROM incident i LEFT JOIN place p ON p.key = i.place WHERE i.key = ?`,
    key,
  )!
  const { id, type, mode, claims, reports, origins, contradictions, name, country, admin1, geonameid, lat, lon, precision } = row
  return {
    id,
    type,
    mode,
    from: known(row.day_from),
    to: known(row.day_to),
    place: row.place === null ? null : { id: row.place, name, country, admin1, geonameid, lat, lon, precision },
    actors: JSON.parse(row.actors) as string[],
    recipients: JSON.parse(row.recipients) as string[],
    claims,
    reports,
    origins,
    contradictions,
    firstPublished: known(row.first_published),
    lastPublished: known(row.last_published),
  }
}

export const incidentKey = (record: Record, id: string): number | null =>
  record.one<{ key: number }>('SELECT key FROM incident WHERE id = ?', id)?.key ?? null
