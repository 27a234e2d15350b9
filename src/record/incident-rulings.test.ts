import { describe, expect, it } from 'vitest'
import { readingOf, recordOf, reportWith, SECOND } from '../../test/record.js'
import { decide, decisionsOf, exportDecisions, importDecisions } from './decisions.js'
import { keptApart } from './incident-rulings.js'
import { replaceLinks } from './links.js'
import { findClaims } from './query/claims.js'
import { findIncidents } from './query/incidents.js'
import type { Record } from './record.js'
import { storeReading } from './store.js'

const TEXTS = ['rebels fled in Mosul', 'rebels left in Mosul', 'the army attacked rebels', 'the army seized Mosul']

/** Claims in the order of the texts. */
const idsOf = (record: Record) =>
  ['fled', 'left', 'attacked', 'seized'].map((word) => findClaims(record, { text: word }).items[0]!.id) as [string, string, string, string]

/** Links that put claims, by their numbers, into one incident each. */
const grouped = (record: Record, ...groups: readonly (readonly number[])[]) => {
  const ids = idsOf(record)
  const incidents = groups.map((group) => ({ claims: group.map((n) => ({ claim: ids[n]!, score: null, reasons: [] })) }))
  replaceLinks(record, { copies: [], origins: [], claimOrigins: [], incidents, contradictions: [], updates: [] })
}

/** Incidents as lists of numbers of claims. */
const incidents = (record: Record) => {
  const ids = idsOf(record)
  const lists = findIncidents(record).items.map(({ id }) =>
    findClaims(record, { incident: id })
      .items.map((row) => ids.indexOf(row.id))
      .sort(),
  )
  return lists.sort((a, b) => a[0]! - b[0]!)
}

const incidentOf = (record: Record, claim: number) => findClaims(record).items.find(({ id }) => id === idsOf(record)[claim])!.incident!

describe('a pair judged', () => {
  it('different stays apart, whatever linking finds later', () => {
    const record = recordOf(TEXTS)
    grouped(record, [0, 1], [2, 3])
    const pair = [incidentOf(record, 0), incidentOf(record, 2)] as const
    decide(record, { kind: 'different', pair, author: 'ann' })
    grouped(record, [0, 1, 2, 3])
    expect(incidents(record)).toEqual([
      [0, 1],
      [2, 3],
    ])
  })

  it('different is joined again when that is undone, or when somebody merges them later', () => {
    const record = recordOf(TEXTS)
    grouped(record, [0, 1], [2, 3])
    const different = decide(record, { kind: 'different', pair: [incidentOf(record, 0), incidentOf(record, 2)], author: 'ann', at: 1 })
    grouped(record, [0, 1, 2, 3])
    expect(keptApart(record)).toHaveLength(1)
    const merge = decide(record, { kind: 'merge', incidents: [incidentOf(record, 0), incidentOf(record, 2)], author: 'bob', at: 2 })
    expect(incidents(record)).toEqual([[0, 1, 2, 3]])
    expect(keptApart(record)).toEqual([])
    decide(record, { kind: 'undo', decision: merge.id, author: 'bob', at: 3 })
    expect(incidents(record)).toHaveLength(2)
    decide(record, { kind: 'undo', decision: different.id, author: 'ann', at: 4 })
    expect(incidents(record)).toEqual([[0, 1, 2, 3]])
  })

  it('different may be two claims of one incident', () => {
    const record = recordOf(TEXTS)
    grouped(record, [0, 1, 2])
    const ids = idsOf(record)
    decide(record, { kind: 'different', pair: [ids[0], ids[2]], author: 'ann' })
    expect(incidents(record)).toEqual([[0, 1], [2]])
  })

  it('unsure changes nothing and is told with both incidents', () => {
    const record = recordOf(TEXTS)
    grouped(record, [0, 1], [2, 3])
    const pair = [incidentOf(record, 0), incidentOf(record, 2)] as const
    const { id } = decide(record, { kind: 'unsure', pair, author: 'ann', reason: 'no hour given' })
    for (const incident of pair) expect(decisionsOf(record, incident).map((decision) => decision.id)).toEqual([id])
    grouped(record, [0, 1, 2, 3])
    expect(incidents(record)).toEqual([[0, 1, 2, 3]])
    expect(decisionsOf(record, incidentOf(record, 0)).map((decision) => decision.id)).toEqual([id])
  })

  it('is refused where both sides have a claim in common or there is no such thing', () => {
    const record = recordOf(TEXTS)
    grouped(record, [0, 1])
    const [claim] = idsOf(record)
    expect(() => decide(record, { kind: 'different', pair: [claim, incidentOf(record, 0)], author: 'ann' })).toThrow('record/bad-decision')
    expect(() => decide(record, { kind: 'unsure', pair: [claim, 'nothing'], author: 'ann' })).toThrow('record/no-such-id')
  })

  it('moves to another copy of the record, and holds for another coding of the same words', () => {
    const [here, there] = [recordOf(TEXTS), recordOf(TEXTS)]
    for (const record of [here, there]) grouped(record, [0, 1, 2, 3])
    const ids = idsOf(here)
    decide(here, { kind: 'different', pair: [ids[0], ids[2]], author: 'ann' })
    const sent = JSON.parse(JSON.stringify([...exportDecisions(here)])) as unknown[]
    expect(importDecisions(there, sent)).toEqual({ added: 1, known: 0 })
    expect(incidents(there)).toEqual([[0, 1, 3], [2]])
    for (const [n, text] of TEXTS.entries()) storeReading(there, readingOf(reportWith(text, { doc: `report-${n}` }), SECOND))
    const recoded = findClaims(there).items.map(({ claim }) => claim.trigger.text)
    grouped(there, [0, 1, 2, 3])
    expect(recoded).toHaveLength(4)
    expect(incidents(there)).toEqual([[0, 1, 3], [2]])
  })
})
