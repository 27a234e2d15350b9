import { describe, expect, test } from 'vitest'
import { parseOf, reportOf, triggerOf } from '../../test/document.js'
import { sliceOf } from '../report.js'
import { openGazetteer } from './place/index.js'
import { resolveReport } from './report.js'

const gazetteer = openGazetteer(undefined, '/nowhere/gazetteer.bin')

/** What becomes of the number that the reader linked. */
const figureOf = (text: string, read: string) => {
  const report = { ...reportOf(text), published: '2016-11-03' }
  const fled = triggerOf(text, 'fled', 'DISPLACE', { figures: [[read, 'displaced']] })
  const [figure] = resolveReport(report, parseOf(text, [fled]), gazetteer).figures.values()
  return figure && { text: sliceOf(text, figure.span), low: figure.low, high: figure.high }
}

describe('a number that the reader found', () => {
  test.each([
    ['a part of it', 'Some 85,000 people fled.', '85', 'Some 85,000', 85_000, 85_000],
    ['all but what bounds it', 'At least 40 families fled.', '40', 'At least 40', 40, null],
    ['a word too many', 'Tens of thousands of them fled.', 'Tens of thousands of', 'Tens of thousands', 20_000, 99_999],
  ])('is taken whole: %s', (_, text, read, whole, low, high) => expect(figureOf(text, read)).toEqual({ text: whole, low, high }))

  test('is none where it belongs to a date', () => expect(figureOf('They fled on 3 November 2016.', '3')).toBeUndefined())
})
