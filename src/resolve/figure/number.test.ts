import { expect, it } from 'vitest'
import { NUMBER, parseNumber } from './number.js'

it.each([
  ['0', 0],
  ['12', 12],
  ['3,000', 3000],
  ['1.5', 1.5],
  ['1.5 million', 1_500_000],
  ['2 1/2', 2.5],
  ['10k', 10_000],
  ['2bn', 2_000_000_000],
  ['two', 2],
  ['twenty-one', 21],
  ['Ninety-Four', 94],
  ['two hundred and fifty', 250],
  ['three thousand five hundred', 3500],
  ['a hundred', 100],
  ['a dozen', 12],
  ['half a million', 500_000],
  ['two and a half', 2.5],
  ['one and a half million', 1_500_000],
  ['zero', 0],
])('%s', (text, value) => {
  expect(parseNumber(text)).toBe(value)
  expect(new RegExp(`^${NUMBER}$`, 'i').test(text)).toBe(true)
})

it.each(['', 'a', 'several', 'second', '12 men', 'x12'])('is no number: %s', (text) => {
  expect(parseNumber(text)).toBeNull()
})
