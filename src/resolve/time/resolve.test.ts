import { describe, expect, it } from 'vitest'
import { readingsOf, told } from '../../../test/times.js'
import { splitSentences } from '../../parse/sentences.js'
import { findTimes, layerValue, resolveTimes } from './resolve.js'

describe('resolveTimes', () => {
  it('counts from a dateline where there is no publication date', () => {
    expect(told('Lima, 20 Aug 88 (EFE) -- Two men were shot yesterday.', null)).toEqual([
      '20 Aug 88 → 1988-08-20',
      'yesterday → 1988-08-19',
    ])
  })

  it('hands years on in an encyclopaedic text', () => {
    const text = 'In 2006 he joined the army. On 10 May he was wounded. In December he left. In January he returned.'
    expect(told(text, null).slice(1)).toEqual(['10 May → 2006-05-10', 'December → 2006-12', 'January → 2007-01'])
  })

  it('leaves a day and month open that have no year', () => {
    expect(told('On 27 October they met.', null)).toEqual(['27 October → unresolved'])
  })

  it('leaves what counts from an unknown day open', () => {
    expect(told('In 2006 he left. Last year he was arrested. He was seen on Friday.', null).slice(1)).toEqual([
      'Last year → unresolved',
      'Friday → unresolved',
    ])
  })

  it('takes a date soon ahead for that, whatever the tense', () => {
    expect(told('He announced elections on Nov. 20.')).toEqual(['Nov. 20 → 2016-11-20'])
  })

  it('says how each value was found', () => {
    const how = readingsOf('On Oct. 17, 2015, and on Tuesday, last week, and two years ago, now.').map((reading) => reading.how)
    expect(how).toEqual(['explicit', 'weekday-past', 'relative', 'relative', 'present'])
  })

  it('gives lengths of time to layers as durations', () => {
    expect(readingsOf('For two years, until May 2015.').map(layerValue)).toEqual(['P2Y', '2015-05'])
  })

  it('finds what stands within a span', () => {
    const text = 'In 2014 and in 2015 it rained.'
    expect(findTimes(text, { start: 10, end: text.length }).map(({ value }) => value)).toEqual(['2015'])
  })

  it('keeps years within what EDTF can write', () => {
    expect(told('It was so 90000 years ago and two million centuries ago.')).toEqual([
      '90000 years ago → unresolved',
      'two million centuries ago → unresolved',
    ])
  })
})

const PIECES = [
  'on Tuesday',
  'Oct. 17, 2016',
  '5 p.m.',
  'two weeks ago',
  'the past',
  'last',
  'year',
  '1990-91',
  'a',
  'mid-',
  'October',
  'and',
  'hundreds of',
  'day',
  '😀',
  '\u200f',
  ',',
  '.',
  '\n',
  "'80s",
  'the third quarter',
  'every',
  'Sunday',
  '23 Aug 88',
  'more than',
  'ago',
  'later',
  'New Year’s Eve',
  '0600',
  'five',
  'May',
  '2',
]

/** Texts from a fixed seed (a linear congruential generator). */
const texts = function* (count: number): Generator<string> {
  let state = 7
  const next = (limit: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % limit
  }
  for (let at = 0; at < count; at += 1)
    yield Array.from({ length: 2 + next(14) }, () => PIECES[next(PIECES.length)]! + (next(5) === 0 ? '' : ' ')).join('')
}

describe('in generated texts', () => {
  it('expressions stand in order, apart, inside the text and without space around them', () => {
    for (const text of texts(1500)) {
      let end = 0
      for (const { span } of resolveTimes(text, splitSentences(text), '2016-11-03')) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        expect(span.end).toBeLessThanOrEqual(text.length)
        const words = text.slice(span.start, span.end)
        expect(words).toBe(words.trim())
        end = span.end
      }
    }
  })

  it('values are EDTF', () => {
    const date = String.raw`-?\d{4}(?:-\d\d(?:-\d\d)?)?`
    const pattern = new RegExp(`^(?:${date}|(?:${date}|\\.\\.)/(?:${date}|\\.\\.))$`)
    for (const text of texts(1500))
      for (const { value } of resolveTimes(text, splitSentences(text), '2016-11-03')) if (value !== null) expect(value).toMatch(pattern)
  })

  it('spans move with what stands before them', () => {
    const lead = '😀 ‏Nobody knows. '
    for (const text of texts(500)) {
      const spans = findTimes(text).map(({ span }) => [span.start + lead.length, span.end + lead.length])
      expect(findTimes(lead + text).map(({ span }) => [span.start, span.end])).toEqual(spans)
    }
  })

  it('are read in time that grows with the text', () => {
    const text = `${'one two twenty thousand the past 12 October of last '.repeat(4000)}.`
    const start = performance.now()
    findTimes(text)
    expect(performance.now() - start).toBeLessThan(5000)
  })
})
