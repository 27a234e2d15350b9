import { expect, it } from 'vitest'
import { isOneClause } from './clause.js'

const between = (text: string, a: string, b: string): boolean => {
  const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  return isOneClause(text, spanOf(a), spanOf(b))
}

it.each([
  ['The FBI put him on the list of fugitives Monday.', 'put', 'Monday'],
  ['By Saturday the fighting had died down.', 'fighting', 'By Saturday'],
])('is one clause: %s', (text, a, b) => {
  expect(between(text, a, b)).toBe(true)
})

it.each([
  ['They are accused of torture after the fall of Falluja in June.', 'torture', 'in June'],
  ['Troops were withdrawing, and on Sunday he spoke.', 'withdrawing', 'on Sunday'],
])('is not one clause: %s', (text, a, b) => {
  expect(between(text, a, b)).toBe(false)
})
