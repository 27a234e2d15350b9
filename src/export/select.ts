import type { EstimateRule } from '../link/estimates.js'
import { eachClaim, findClaims } from '../record/query/claims.js'
import type { Filters } from '../record/query/filters.js'
import { findIncidents } from '../record/query/incidents.js'
import type { ClaimRow, IncidentRow } from '../record/query/rows.js'
import type { Record } from '../record/record.js'
import { type ExportEvent, eventOf } from './event.js'

const PAGE = 500

export const claimsOf = (record: Record, filters: Filters): Iterable<ClaimRow> => eachClaim(record, filters)

/** All incidents with a claim that the filters let through. */
export function* incidentsOf(record: Record, filters: Filters): Generator<IncidentRow> {
  let cursor: string | undefined
  do {
    const { items, next } = findIncidents(record, filters, { limit: PAGE, cursor, order: 'oldest' })
    yield* items
    cursor = next ?? undefined
  } while (cursor !== undefined)
}

/** The incidents as events, each with all its claims that nobody rejected and that had been published by then. */
export function* eventsOf(record: Record, filters: Filters, rule: EstimateRule): Generator<ExportEvent> {
  for (const incident of incidentsOf(record, filters)) {
    const { items } = findClaims(record, { incident: incident.id, asOf: filters.asOf }, { limit: 1000, order: 'oldest' })
    const event = eventOf(incident, items, rule)
    if (event !== null) yield event
  }
}

/** Independent origins of an incident; null for claims that are in none. */
export const originCount = (record: Record): ((incident: string | null) => number | null) => {
  let last: { readonly incident: string; readonly origins: number | null } | null = null
  return (incident) => {
    if (incident === null) return null
    if (last?.incident !== incident)
      last = { incident, origins: record.one<{ origins: number }>('SELECT origins FROM incident WHERE id = ?', incident)?.origins ?? null }
    return last.origins
  }
}
