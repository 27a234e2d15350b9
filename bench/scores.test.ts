import { expect, test } from 'vitest'
import { bCubed, ceafE, conll, muc } from './scores.js'

const clusters = (...groups: readonly string[]) => new Map(groups.flatMap((group) => [...group].map((item) => [item, group] as const)))

test('perfect clusters score 1', () => {
  const all = clusters('abc', 'de', 'f')
  expect(conll(all, all).f1).toBe(1)
})

// The worked example of Luo (2005), system (a): truth 12345, 67, 89ABC; found 12345, 6789ABC.
test('scores a known example as published', () => {
  const truth = clusters('12345', '67', '89ABC')
  const found = clusters('12345', '6789ABC')
  expect(muc(found, truth).f1).toBeCloseTo(0.947, 3)
  expect(bCubed(found, truth).f1).toBeCloseTo(0.865, 3)
  expect(ceafE(found, truth).f1).toBeCloseTo(0.733, 3)
})

// Two of three mentions found, and one that is none: the pair d is a singleton of the truth.
test('counts what only one side has against it', () => {
  const truth = clusters('abc', 'd')
  const found = clusters('abx')
  expect(bCubed(found, truth).precision).toBeCloseTo((2 * (2 / 3)) / 3, 6)
  expect(bCubed(found, truth).recall).toBeCloseTo((2 * (2 / 3)) / 4, 6)
  expect(muc(found, truth).recall).toBeCloseTo(1 / 2, 6)
  expect(muc(found, truth).precision).toBeCloseTo(1 / 2, 6)
  expect(ceafE(found, truth).recall).toBeCloseTo((2 * 2) / 6 / 2, 6)
})
