import { expect, it } from 'vitest'
import { reliability } from './alpha.js'

it('gives the alpha of the example in Krippendorff (2011), with four people and missing values', () => {
  const rows = [
    ['1', '2', '3', '3', '2', '1', '4', '1', '2', null, null, null],
    ['1', '2', '3', '3', '2', '2', '4', '1', '2', '5', null, '3'],
    [null, '3', '3', '3', '2', '3', '4', '2', '2', '5', '1', null],
    ['1', '2', '3', '3', '2', '4', '4', '1', '2', '5', '1', null],
  ]
  const units = rows[0]!.map((_, unit) => rows.flatMap((row) => row[unit] ?? []))
  expect(reliability(units).alpha).toBeCloseTo(0.743, 3)
})

it('gives that of two people, worked out by hand', () => {
  // Of 4 units one differs, so D_o = 2/8; the 8 values are 5 a and 3 b, so D_e = (64 - 25 - 9) / (8 * 7).
  const { alpha, percent } = reliability([
    ['a', 'a'],
    ['a', 'a'],
    ['b', 'b'],
    ['a', 'b'],
  ])
  expect(alpha).toBeCloseTo(1 - 2 / 8 / (30 / 56), 10)
  expect(percent).toBe(0.75)
})

it('is 1 where all agree and values vary, null where nothing varies or nothing is there', () => {
  expect(
    reliability([
      ['a', 'a'],
      ['b', 'b'],
    ]),
  ).toEqual({ alpha: 1, percent: 1, units: 2, agreed: 2 })
  expect(
    reliability([
      ['a', 'a'],
      ['a', 'a'],
    ]),
  ).toEqual({ alpha: null, percent: 1, units: 2, agreed: 2 })
  expect(reliability([['a'], []])).toEqual({ alpha: null, percent: null, units: 0, agreed: 0 })
})

it('is 0 or less where people agree no more than by chance', () => {
  expect(
    reliability([
      ['a', 'b'],
      ['b', 'a'],
    ]).alpha,
  ).toBeLessThan(0)
})
