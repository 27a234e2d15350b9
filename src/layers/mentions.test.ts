import { describe, expect, it } from 'vitest'
import type { Mention } from '../parse/parse.js'
import { joinMentions, type TypedSpan } from './mentions.js'

const found = (start: number, end: number, type: Mention['type'], confidence = 0.9): Mention => ({ span: { start, end }, type, confidence })
const rule = (start: number, end: number, type: TypedSpan['type']): TypedSpan => ({ span: { start, end }, type })
const TEXT = 'Ahmed Ahmed Ahmed Ahmed Ahmed he ran'
const show = (mentions: readonly TypedSpan[]) => mentions.map(({ span, type }) => `${span.start}-${span.end} ${type}`)

describe('joinMentions', () => {
  it('keeps the surer of two readings of the same or of crossing words', () => {
    expect(show(joinMentions(TEXT, [found(0, 5, 'person', 0.6), found(0, 5, 'organisation', 0.8)], [], []))).toEqual(['0-5 organisation'])
    expect(show(joinMentions(TEXT, [found(0, 5, 'person', 0.8), found(3, 9, 'place', 0.6)], [], []))).toEqual(['0-5 person'])
  })

  it('keeps a name inside a longer mention', () => {
    expect(show(joinMentions(TEXT, [found(0, 20, 'person'), found(4, 8, 'place')], [], []))).toEqual(['0-20 person', '4-8 place'])
  })

  it('takes times by rule', () => {
    expect(show(joinMentions(TEXT, [found(0, 9, 'time'), found(20, 25, 'time')], [{ start: 0, end: 6 }], []))).toEqual([
      '0-6 time',
      '20-25 time',
    ])
  })

  it('gives the pronouns of a thing its type, and no other words', () => {
    const entity = { id: 'e1', name: 'A', spans: [rule(0, 5, 'person').span, rule(12, 17, 'person').span, rule(30, 32, 'person').span] }
    expect(show(joinMentions(TEXT, [found(0, 5, 'person')], [], [entity]))).toEqual(['0-5 person', '30-32 person'])
    expect(show(joinMentions(TEXT, [found(7, 9, 'person')], [], [entity]))).toEqual(['7-9 person'])
  })
})
