import { describe, expect, it } from 'vitest'
import type { Compared } from '../coded.js'
import { binsOf, expectedError, judgedOf, keptFrom } from './measure.js'

const claim = (one: Partial<Compared>): Compared => ({
  doc: 'd',
  gold: 0,
  found: 0,
  optional: false,
  typed: true,
  confidence: 0.9,
  wrong: {},
  ...one,
})
const right = (confidence: number) => ({ confidence, right: true })
const wrong = (confidence: number) => ({ confidence, right: false })

describe('judgedOf', () => {
  it('leaves out what was missed and what gold has as optional', () => {
    const all = [
      claim({}),
      claim({ found: null, confidence: null, typed: false }),
      claim({ optional: true }),
      claim({ gold: null, typed: false }),
    ]
    expect(judgedOf(all)).toEqual([right(0.9), wrong(0.9)])
  })
})

describe('binsOf', () => {
  it('puts a bound into the bin above it, and 1 into the last', () => {
    expect(binsOf([right(0.7), wrong(0.8), right(1)], 10)).toEqual([
      { from: 0.7, to: 0.8, n: 1, mean: 0.7, right: 1 },
      { from: 0.8, to: 0.9, n: 1, mean: 0.8, right: 0 },
      { from: 0.9, to: 1, n: 1, mean: 1, right: 1 },
    ])
  })
})

describe('expectedError', () => {
  it('is nothing where as many are right as was said', () => {
    expect(expectedError([right(0.5), wrong(0.5)], 10)).toBe(0)
  })

  it('weighs bins by their claims', () => {
    expect(expectedError([right(0.5), right(0.5), right(1), right(1)], 10)).toBeCloseTo(0.25)
  })
})

describe('keptFrom', () => {
  it('gives precision of what is shown and recall of all that gold has', () => {
    const all = [claim({}), claim({ confidence: 0.4 }), claim({ gold: null, typed: false, confidence: 0.6 }), claim({ optional: true })]
    expect(keptFrom(all, 0.5)).toEqual({ least: 0.5, n: 2, precision: 0.5, recall: 0.5 })
    expect(keptFrom(all, 0.7)).toEqual({ least: 0.7, n: 1, precision: 1, recall: 0.5 })
  })
})
