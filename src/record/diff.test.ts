import { describe, expect, it } from 'vitest'
import { readingOf, recordOf, reportWith, SECOND } from '../../test/record.js'
import { diffCodings } from './diff.js'
import { storeReading } from './store.js'

const TEXT = 'rebels fled in Mosul\nthe army attacked rebels\nIraq met Taliban'
const report = reportWith(TEXT, { doc: 'report-0' })
const THIRD = { ...SECOND, version: '3' }

/** The first coding and a second one, which read `fled` as another type. */
const twice = () => {
  const record = recordOf([report])
  storeReading(record, readingOf(report, SECOND), null, () => Date.parse('2018-01-01'))
  return record
}

const triggers = (claims: readonly { readonly trigger: { readonly text: string } }[]) => claims.map(({ trigger }) => trigger.text)

describe('two codings', () => {
  it('of one report are compared claim by claim and field by field', () => {
    const [found, ...rest] = [...diffCodings(twice())]
    expect(rest).toEqual([])
    expect(found).toMatchObject({ doc: 'report-0', gone: [], added: [], same: 2 })
    expect(found!.changed.map(({ before, after, fields }) => [before.type, after.type, fields])).toEqual([
      ['DISPLACE', 'RETREAT', ['type']],
    ])
  })

  it('have claims that are gone and new', () => {
    const record = recordOf([report])
    const second = readingOf(report, SECOND)
    const [fled, attacked, met] = second.claims
    const moved = { ...met!, trigger: { span: { start: 0, end: 6 }, text: 'rebels' } }
    storeReading(record, { ...second, claims: [fled!, attacked!, moved] }, null, () => Date.parse('2018-01-01'))
    const [found] = [...diffCodings(record)]
    expect([triggers(found!.gone), triggers(found!.added)]).toEqual([['met'], ['rebels']])
  })

  it('are the last two, or those that are named', () => {
    const record = twice()
    storeReading(record, readingOf(report, THIRD), null, () => Date.parse('2019-01-01'))
    const changes = (options = {}) =>
      [...diffCodings(record, options)].map(({ changed }) => changed.map(({ before, after }) => `${before.type} ${after.type}`))
    expect(changes()).toEqual([['RETREAT DISPLACE']])
    expect(changes({ from: 'fake 1', to: 'fake 2' })).toEqual([['DISPLACE RETREAT']])
    expect(changes({ from: 'fake 2', to: 'fake 1' })).toEqual([['RETREAT DISPLACE']])
    expect(changes({ from: 'fake 1' })).toEqual([[]])
    expect(changes({ from: 'nobody' })).toEqual([])
  })

  it('are not told of reports that were coded once, nor of others than the one named', () => {
    const record = recordOf([report, 'the army seized Tikrit'])
    expect([...diffCodings(record)]).toEqual([])
    storeReading(record, readingOf(report, SECOND))
    const id = [...diffCodings(record)][0]!.report
    expect([...diffCodings(record, { report: id })]).toHaveLength(1)
    expect([...diffCodings(record, { report: 'another' })]).toEqual([])
  })

  it('are compared as the coders left them, whatever people decided', async () => {
    const record = twice()
    const { decide } = await import('./decisions.js')
    const { findClaims } = await import('./query/claims.js')
    const met = findClaims(record, { text: 'met' }).items[0]!
    expect(met.coder).toEqual(SECOND)
    decide(record, { kind: 'correct', claim: met.id, field: 'negated', value: true, author: 'ann' })
    expect([...diffCodings(record)][0]!.same).toBe(2)
  })
})
