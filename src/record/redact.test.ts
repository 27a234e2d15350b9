import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readingOf, reportWith, temporary } from '../../test/record.js'
import { decide, importDecisions } from './decisions.js'
import { findClaims } from './query/claims.js'
import { findReports, rawBytes, reportText } from './query/reports.js'
import { Record } from './record.js'
import { redact } from './redact.js'
import { hasReport, storeReading } from './store.js'

const TEXT = 'the army attacked Quillon Vexworth in Mosul on 2016-11-01\nrebels met Taliban'
const NAME = 'Quillon Vexworth'
const SPAN = { start: TEXT.indexOf(NAME), end: TEXT.indexOf(NAME) + NAME.length }

const bytesOf = (folder: string) => readdirSync(folder).map((file) => readFileSync(join(folder, file)).toString('latin1').toLowerCase())

const withName = () => {
  const folder = temporary()
  const record = Record.open(join(folder, 'r.db'), { create: true })
  const report = reportWith(TEXT, { title: `How ${NAME} fell` })
  storeReading(record, readingOf(report), Buffer.from(TEXT))
  return { folder, record, report, id: findReports(record).items[0]!.id }
}

describe('redacting', () => {
  it('leaves no byte of the words in the file or beside it', () => {
    const { folder, record, id } = withName()
    const claim = findClaims(record, { text: 'attacked' }).items[0]!
    decide(record, {
      kind: 'correct',
      claim: claim.id,
      field: 'certainty',
      value: 'possible',
      author: 'ann',
      reason: `${NAME} says so`,
      seen: claim,
    })
    expect(bytesOf(folder).join('')).toContain('vexworth')
    redact(record, { report: id, span: SPAN, author: 'ann', reason: `names ${NAME}` })
    for (const bytes of bytesOf(folder)) {
      expect(bytes).not.toContain('vexworth')
      expect(bytes).not.toContain('quillon')
    }
    record.close()
    for (const bytes of bytesOf(folder)) expect(bytes).not.toContain('vexworth')
  })

  it('leaves as many tombstones, so that every span stays', () => {
    const { record, id } = withName()
    const before = findClaims(record).items
    redact(record, { report: id, span: SPAN, author: 'ann', reason: 'a private person' })
    const text = reportText(record, id)
    expect(text).toHaveLength(TEXT.length)
    expect(text).toBe(TEXT.replace(NAME, '█'.repeat(NAME.length)))
    const after = findClaims(record).items
    expect(after.map((row) => row.id)).toEqual(before.map((row) => row.id))
    expect(after[0]!.claim.recipient).toMatchObject([{ text: '█'.repeat(NAME.length), span: SPAN }])
    for (const { claim } of after)
      for (const { span, text: words } of [claim.trigger, ...claim.actor, ...claim.place])
        expect(text.slice(span.start, span.end)).toBe(words)
  })

  it('keeps decisions, and the words do not come back', () => {
    const { record, report, id } = withName()
    decide(record, { kind: 'accept', claim: findClaims(record, { text: 'attacked' }).items[0]!.id, author: 'ann' })
    redact(record, { report: id, span: SPAN, author: 'ann', reason: 'a private person' })
    expect(findClaims(record, { verdict: ['accepted'] }).items).toHaveLength(1)
    expect(hasReport(record, report)).toBe(true)
    expect(findReports(record).items[0]).toMatchObject({ redacted: true })
    expect(rawBytes(record, id)).toBe(null)
    expect(findReports(record, { text: 'vexworth' }).items).toEqual([])
    expect(() => record.db.exec('DELETE FROM decision')).toThrow('never deleted')
  })

  it('says where else the words stand', () => {
    const { record, id } = withName()
    storeReading(record, readingOf(reportWith(`${TEXT}\nmore`, { doc: 'other' })))
    const other = findReports(record).items.find((report) => report.id !== id)!
    expect(redact(record, { report: id, span: SPAN, author: 'ann', reason: 'x' }).alsoIn).toEqual([other.id])
  })

  it('takes no words back with decisions of another copy', () => {
    const [here, there] = [withName(), withName()]
    const claim = findClaims(there.record, { text: 'attacked' }).items[0]!
    const value = claim.claim.recipient.map((filler) => ({ ...filler, code: 'IRQ:CVL' }))
    const decision = decide(there.record, { kind: 'correct', claim: claim.id, field: 'recipient', value, author: 'bob' })
    redact(here.record, { report: here.id, span: SPAN, author: 'ann', reason: 'x' })
    importDecisions(here.record, [JSON.parse(JSON.stringify(decision))])
    const [row] = findClaims(here.record, { text: 'attacked' }).items
    expect(row!.corrected).toEqual(['recipient'])
    expect(row!.claim.recipient).toMatchObject([{ text: '█'.repeat(NAME.length), code: 'IRQ:CVL' }])
    here.record.close()
    expect(bytesOf(here.folder).join('')).not.toContain('vexworth')
  })

  it('refuses what is no part of the text', () => {
    const { record, id } = withName()
    expect(() => redact(record, { report: id, span: { start: 5, end: 5000 }, author: 'ann', reason: 'x' })).toThrow('record/bad-query')
    expect(() => redact(record, { report: id, span: SPAN, author: 'ann', reason: '' })).toThrow('record/bad-decision')
  })
})
