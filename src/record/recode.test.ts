import { describe, expect, it } from 'vitest'
import { FAKE, recordOf } from '../../test/record.js'
import { importLines, jsonl } from '../export/index.js'
import { decide, pendingDecisions } from './decisions.js'
import { findActors } from './query/actors.js'
import { countClaims, findClaims } from './query/claims.js'
import { showThing } from './query/show.js'
import { countStale, recodeReports } from './recode.js'
import { Record } from './record.js'

const SECOND_MODULES = { ...FAKE, pipeline: new URL('../../test/second-pipeline.ts', import.meta.url) }
const TEXTS = ['rebels fled in Mosul', 'the army attacked rebels']

const recode = async (record: Record, modules = SECOND_MODULES, reports?: readonly string[]) => {
  const told = []
  for await (const { stored } of recodeReports(record, { workers: 1, modules, reports })) told.push(stored?.outcome ?? null)
  return told
}

/** Type and version of the coder of each claim. */
const coded = (record: Record) =>
  findClaims(record)
    .items.map(({ claim, coder }) => `${claim.type} ${coder?.version ?? 'person'}`)
    .sort()

describe('coding again', () => {
  it('reads what another coder read, once', async () => {
    const record = recordOf(TEXTS)
    expect(await countStale(record, { modules: SECOND_MODULES })).toBe(2)
    expect(await recode(record)).toEqual(['recoded', 'recoded'])
    expect(coded(record)).toEqual(['ASSAULT 2', 'RETREAT 2'])
    expect(await countStale(record, { modules: SECOND_MODULES })).toBe(0)
    expect(await recode(record)).toEqual([])
  })

  it('reads only the reports that are named', async () => {
    const record = recordOf(TEXTS)
    const { report } = findClaims(record, { text: 'fled' }).items[0]!
    expect(await recode(record, SECOND_MODULES, [report.id])).toEqual(['recoded'])
    expect(coded(record)).toEqual(['ASSAULT 1', 'RETREAT 2'])
  })

  it('goes back to an earlier coder, whose results are there still', async () => {
    const record = recordOf(TEXTS)
    const before = findClaims(record).items
    await recode(record)
    expect(await countStale(record, { modules: FAKE })).toBe(2)
    expect(await recode(record, FAKE)).toEqual(['recoded', 'recoded'])
    expect(findClaims(record).items.map(({ incident: _, origin: __, ...row }) => row)).toEqual(
      before.map(({ incident: _, origin: __, ...row }) => row),
    )
    expect(countClaims(record)).toBe(2)
    expect(findActors(record).items.map(({ name, claims }) => [name, claims])).toEqual([
      ['rebels', 2],
      ['the army', 1],
    ])
    expect(await recode(record, FAKE)).toEqual([])
    const thing = showThing(record, before[0]!.report.id)
    expect(thing.kind === 'report' && thing.codings.map(({ coder, present }) => [coder.version, present])).toEqual([
      ['1', true],
      ['2', false],
    ])
  })

  it('keeps decisions on the way there and back, also those that were taken between', async () => {
    const record = recordOf(TEXTS)
    const idOf = (text: string) => findClaims(record, { text }).items[0]!.id
    decide(record, { kind: 'accept', claim: idOf('fled'), author: 'ann', at: 1 })
    await recode(record)
    expect(pendingDecisions(record)).toHaveLength(1)
    decide(record, { kind: 'reject', claim: idOf('attacked'), author: 'ann', at: 2 })
    await recode(record, FAKE)
    expect(pendingDecisions(record)).toEqual([])
    expect(findClaims(record).items.map(({ claim, verdict }) => [claim.type, verdict])).toEqual([['DISPLACE', 'accepted']])
    expect(findClaims(record, { verdict: ['rejected'] }).items.map(({ claim }) => claim.type)).toEqual(['ASSAULT'])
  })

  it('moves to another record by export, with the coder that one went back to', async () => {
    const record = recordOf(TEXTS)
    await recode(record)
    await recode(record, FAKE)
    const lines = [...jsonl(record)]
    const other = Record.open(':memory:')
    await importLines(
      other,
      lines.map((line) => JSON.parse(line) as unknown),
    )
    expect(coded(other)).toEqual(coded(record))
    expect([...jsonl(other)]).toEqual(lines)
  })
})
