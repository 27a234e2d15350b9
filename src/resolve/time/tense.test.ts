import { expect, it } from 'vitest'
import { tenseAt } from './tense.js'

it.each([
  ['The army took the town on Tuesday.', 'past'],
  ['Talks will resume on Tuesday.', 'future'],
  ['Talks will resume on Monday, officials said Tuesday.', 'past'],
  ['Talks are due to be held on Tuesday.', 'future'],
  ['Activists vowed to stage protests Tuesday.', 'future'],
  ['On Tuesday, rebels agreed to leave.', 'past'],
  ['The case is heard on Tuesday.', 'open'],
  ['A statement on Tuesday.', 'open'],
  ['They were expected to arrive Tuesday.', 'future'],
])('%s', (text, expected) => {
  const start = text.indexOf('Tuesday')
  expect(tenseAt(text, { start: 0, end: text.length }, { start, end: start + 7 })).toBe(expected)
})
