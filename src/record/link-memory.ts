import type { Block, Edge, Incident, LinkMemory, Traits } from '../link/index.js'
import { type LinkedReport, linkedReport, storeLinkedReport } from './linked-reports.js'
import type { Record } from './record.js'

/** Reports and blocks that stay in memory between portions: those loaded last. */
const REPORTS = 3_000
const BLOCKS = 30_000

/** What linking has found so far, read from a record as it is asked for. */
export interface RecordMemory extends LinkMemory {
  /** Keeps what is now known of a report. */
  readonly keep: (report: number, linked: LinkedReport) => void
  /** Writes the blocks and lets go of what was loaded first. Incidents are the caller's to write before that. */
  readonly flush: () => void
}

export const recordMemory = (record: Record): RecordMemory => {
  // Undefined where it is known that there is nothing.
  const claims = new Map<string, Traits | undefined>()
  const reports = new Map<number, readonly string[]>()
  const blocks = new Map<number, Block | undefined>()
  const written = new Set<number>()
  const incidents = new Map<string, Incident | undefined>()

  const load = (id: string): Traits | undefined => {
    const row = record.one<{ report: number }>('SELECT report FROM claim WHERE id = ? LIMIT 1', id)
    if (row && !reports.has(row.report)) {
      const { traits } = linkedReport(record, row.report)
      for (const one of traits) if (!claims.has(one.id)) claims.set(one.id, one)
      reports.set(
        row.report,
        traits.map((one) => one.id),
      )
    }
    if (!claims.has(id)) claims.set(id, undefined)
    return claims.get(id)
  }

  return {
    keep: (report, linked) => {
      storeLinkedReport(record, report, linked)
      reports.delete(report)
      reports.set(
        report,
        linked.traits.map(({ id }) => id),
      )
    },
    claim: (id) => (claims.has(id) ? claims.get(id) : load(id)),
    addClaim: (claim) => claims.set(claim.id, claim),
    removeClaim: ({ id }) => claims.set(id, undefined),
    block: (key) => {
      if (!blocks.has(key)) blocks.set(key, loadBlock(record, key))
      return blocks.get(key)
    },
    setBlock: (key, block) => {
      blocks.set(key, block)
      written.add(key)
    },
    incidentOf: (claim) => {
      if (!incidents.has(claim)) {
        const incident = loadIncident(record, claim)
        for (const id of incident?.claims ?? [claim]) if (!incidents.has(id)) incidents.set(id, incident)
      }
      return incidents.get(claim)
    },
    addIncident: (incident) => {
      for (const id of incident.claims) incidents.set(id, incident)
    },
    removeIncident: (incident) => {
      for (const id of incident.claims) if (incidents.get(id)?.id === incident.id) incidents.set(id, undefined)
    },
    flush: () => {
      for (const key of written) storeBlock(record, key, blocks.get(key))
      written.clear()
      incidents.clear()
      for (const [id, claim] of claims) if (!claim) claims.delete(id)
      for (const [key, ids] of reports) {
        if (reports.size <= REPORTS) break
        reports.delete(key)
        for (const id of ids) claims.delete(id)
      }
      for (const key of blocks.keys()) {
        if (blocks.size <= BLOCKS) break
        blocks.delete(key)
      }
    },
  }
}

const loadIncident = (record: Record, claim: string): Incident | undefined => {
  const rows = record.all<{ claim: string; incident: string }>(
    'SELECT m.claim, m.incident FROM incident_claim c JOIN incident_claim m ON m.incident = c.incident WHERE c.claim = ? ORDER BY m.claim',
    claim,
  )
  return rows[0] && { id: rows[0].incident, claims: rows.map((row) => row.claim) }
}

/** Links are kept by the numbers of their claims among the members. */
const loadBlock = (record: Record, key: number): Block | undefined => {
  const row = record.one<{ json: string }>('SELECT json FROM block WHERE key = ?', key)
  if (!row) return undefined
  const [whole, members, numbers] = JSON.parse(row.json) as [0 | 1, string[], number[]]
  const links: Edge[] = []
  for (let at = 0; at < numbers.length; at += 3)
    links.push({ a: members[numbers[at]!]!, b: members[numbers[at + 1]!]!, odds: numbers[at + 2]! })
  return { whole: whole === 1, members, links }
}

const storeBlock = (record: Record, key: number, block: Block | undefined): void => {
  if (!block) {
    record.run('DELETE FROM block WHERE key = ?', key)
    return
  }
  const { whole, members, links } = block
  const numberOf = new Map(members.map((id, number) => [id, number]))
  const numbers = links.flatMap(({ a, b, odds }) => [numberOf.get(a)!, numberOf.get(b)!, odds])
  record.run('INSERT OR REPLACE INTO block VALUES (?, ?)', key, JSON.stringify([Number(whole), members, numbers]))
}
