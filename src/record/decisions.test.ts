import { describe, expect, it } from 'vitest'
import { readingOf, recordOf, reportWith, SECOND, temporary } from '../../test/record.js'
import type { PlaceFiller } from '../claim.js'
import { claimBy, decide, decisionsOf, exportDecisions, importDecisions, pendingDecisions } from './decisions.js'
import { findClaims } from './query/claims.js'
import { showThing } from './query/show.js'
import { why } from './query/why.js'
import type { Record } from './record.js'
import { storeReading } from './store.js'

const only = (record: Record, filters = {}) => findClaims(record, filters).items[0]!
const at = (day: string) => Date.parse(`${day}T12:00Z`)

describe('decisions', () => {
  it('correct a field and say so', () => {
    const record = recordOf(['rebels fled in Mosul'])
    const { id } = only(record)
    decide(record, { kind: 'correct', claim: id, field: 'status', value: 'planned', author: 'ann', reason: 'it says will' })
    const row = only(record, { status: ['planned'] })
    expect([row.id, row.claim.status, row.corrected]).toEqual([id, 'planned', ['status']])
    expect(findClaims(record, { status: ['actual'] }).items).toEqual([])
    expect(why(record, id, 'status')).toMatchObject({ value: 'planned', coded: 'actual', how: ['person'] })
  })

  it('reject a claim, which leaves the lists but stays', () => {
    const record = recordOf(['rebels fled in Mosul'])
    const { id } = only(record)
    decide(record, { kind: 'reject', claim: id, author: 'ann' })
    expect(findClaims(record).items).toEqual([])
    expect(only(record, { verdict: ['rejected'] }).id).toBe(id)
    expect(showThing(record, id.slice(0, 8))).toMatchObject({ kind: 'claim', row: { verdict: 'rejected' } })
  })

  it('are undone by a decision, and that again', () => {
    const record = recordOf(['rebels fled in Mosul'])
    const { id } = only(record)
    const reject = decide(record, { kind: 'reject', claim: id, author: 'ann', at: 1 })
    const undo = decide(record, { kind: 'undo', decision: reject.id, author: 'ann', at: 2 })
    expect(only(record).verdict).toBe('none')
    decide(record, { kind: 'undo', decision: undo.id, author: 'ann', at: 3 })
    expect(findClaims(record).items).toEqual([])
    expect(decisionsOf(record, id).map(({ kind }) => kind)).toEqual(['reject', 'undo', 'undo'])
  })

  it('of others cannot be undone but by an adjudicator, whose ruling stands', () => {
    const record = recordOf(['rebels fled in Mosul'])
    const { id } = only(record)
    const first = decide(record, { kind: 'correct', claim: id, field: 'certainty', value: 'possible', author: 'ann', at: 1 })
    expect(() => decide(record, { kind: 'undo', decision: first.id, author: 'bob' })).toThrow('record/bad-decision')
    decide(record, { kind: 'correct', claim: id, field: 'certainty', value: 'probable', author: 'eve', role: 'adjudicator', at: 2 })
    decide(record, { kind: 'correct', claim: id, field: 'certainty', value: 'certain', author: 'bob', at: 3 })
    expect(only(record).claim.certainty).toBe('probable')
    expect(claimBy(record, id, 'ann').claim.certainty).toBe('possible')
    expect(claimBy(record, id, 'bob').claim.certainty).toBe('certain')
  })

  it('survive another coding, or are in need of a look', () => {
    const text = 'rebels fled in Mosul\nthe army seized Tikrit'
    const record = recordOf([text])
    const [fled, seized] = ['fled', 'seized'].map((word) => findClaims(record, { text: word }).items[0]!.id)
    decide(record, { kind: 'reject', claim: fled!, author: 'ann' })
    decide(record, { kind: 'accept', claim: seized!, author: 'ann' })
    storeReading(record, readingOf(reportWith(text, { doc: 'report-0' }), SECOND))
    const rows = findClaims(record).items
    expect(rows.map(({ claim, verdict }) => [claim.type, verdict])).toEqual([
      ['COERCE', 'accepted'],
      ['RETREAT', 'none'],
    ])
    expect(pendingDecisions(record)).toMatchObject([{ decision: { kind: 'reject' }, near: [{ type: 'RETREAT' }, { type: 'COERCE' }] }])
  })

  it('add a claim that the coder missed, and keep it through another coding', () => {
    const text = 'Nobody knows when they left Mosul.'
    const record = recordOf([text])
    const report = record.one<{ id: string }>('SELECT id FROM report')!.id
    const quote = (words: string) => ({ span: { start: text.indexOf(words), end: text.indexOf(words) + words.length }, text: words })
    const place: PlaceFiller = {
      ...quote('Mosul'),
      name: 'Mosul',
      country: 'IRQ',
      geonameid: 99072,
      lat: 36.3,
      lon: 43.1,
      admin1: 'Nineveh',
      precision: 'town',
      alternatives: [],
      how: 'person',
    }
    const claim = {
      type: 'RETREAT',
      mode: 'withdraw',
      sentence: { start: 0, end: text.length },
      trigger: quote('left'),
      actor: [],
      recipient: [],
      place: [place],
      time: { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' },
      figures: [],
      status: 'actual',
      negated: false,
      background: false,
      certainty: 'certain',
      attribution: [],
    } as const
    decide(record, { kind: 'add', report, claim, author: 'ann' })
    expect(only(record)).toMatchObject({ coder: null, claim: { type: 'RETREAT', codes: { plover: { type: 'RETREAT' } } } })
    expect(findClaims(record, { place: { name: 'Mosul' } }).items).toHaveLength(1)
    storeReading(record, readingOf(reportWith(text, { doc: 'report-0' }), SECOND))
    expect(findClaims(record).items).toHaveLength(1)
    expect(() =>
      decide(record, { kind: 'add', report, claim: { ...claim, trigger: { ...quote('left'), text: 'right' } }, author: 'ann' }),
    ).toThrow('do not stand')
  })

  it('taken later are not applied as of earlier', () => {
    const record = recordOf(['rebels fled in Mosul'])
    const { id } = only(record)
    decide(record, { kind: 'correct', claim: id, field: 'status', value: 'planned', author: 'ann', at: at('2016-11-10') })
    decide(record, { kind: 'reject', claim: id, author: 'ann', at: at('2016-11-20') })
    const as = (asOf: string) => findClaims(record, { asOf }).items.map(({ claim }) => claim.status)
    expect([as('2016-11-02'), as('2016-11-03'), as('2016-11-10'), as('2016-11-19'), as('2016-11-20')]).toEqual([
      [],
      ['actual'],
      ['planned'],
      ['planned'],
      [],
    ])
  })

  it('are never changed or deleted', () => {
    const record = recordOf(['rebels fled in Mosul'])
    decide(record, { kind: 'reject', claim: only(record).id, author: 'ann' })
    expect(() => record.db.exec("UPDATE decision SET author = 'eve'")).toThrow('never changed')
    expect(() => record.db.exec('DELETE FROM decision')).toThrow('never deleted')
  })

  it('of two copies are merged without loss, in any order and any number of times', () => {
    const copies = [1, 2, 3].map(() => recordOf(['rebels fled in Mosul', 'the army attacked rebels']))
    const [ann, bob, both] = copies as [Record, Record, Record]
    const ids = findClaims(ann).items.map(({ id }) => id)
    decide(ann, { kind: 'reject', claim: ids[0]!, author: 'ann', at: 1 })
    decide(bob, { kind: 'correct', claim: ids[0]!, field: 'negated', value: true, author: 'bob', at: 2 })
    decide(bob, { kind: 'accept', claim: ids[1]!, author: 'bob', at: 3 })
    const sent = JSON.parse(JSON.stringify([...exportDecisions(ann), ...exportDecisions(bob)])) as unknown[]
    expect(importDecisions(both, [...sent].reverse())).toEqual({ added: 3, known: 0 })
    expect(importDecisions(both, sent)).toEqual({ added: 0, known: 3 })
    importDecisions(ann, sent)
    importDecisions(bob, sent)
    const view = (record: Record) =>
      [...findClaims(record, { verdict: ['none', 'accepted', 'rejected', 'held'] }).items].sort((a, b) => (a.id < b.id ? -1 : 1))
    expect(view(ann)).toEqual(view(both))
    expect(view(bob)).toEqual(view(both))
    expect(view(both).map(({ verdict, claim }) => [verdict, claim.negated])).toContainEqual(['rejected', true])
  })

  it('that were tampered with are not taken in', () => {
    const record = recordOf(['rebels fled in Mosul'])
    const decision = decide(record, { kind: 'reject', claim: only(record).id, author: 'ann' })
    expect(() => importDecisions(recordOf([]), [{ ...decision, author: 'eve' }])).toThrow('record/bad-decision')
    expect(() => importDecisions(recordOf([]), [{ id: 1 }])).toThrow('record/bad-decision')
  })

  it('leave the counts of actors and places right', () => {
    const record = recordOf(['the army attacked rebels in Mosul'], `${temporary()}/r.db`)
    const { id } = only(record)
    const first = decide(record, { kind: 'correct', claim: id, field: 'place', value: [], author: 'ann', at: 1 })
    expect(record.all('SELECT claims FROM place').map((row) => ({ ...(row as object) }))).toEqual([{ claims: 0 }])
    decide(record, { kind: 'undo', decision: first.id, author: 'ann', at: 2 })
    expect(record.all('SELECT claims FROM place').map((row) => ({ ...(row as object) }))).toEqual([{ claims: 1 }])
    record.close()
  })
})
