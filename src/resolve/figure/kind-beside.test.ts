import { describe, expect, it } from 'vitest'
import { kindBeside } from './kind-beside.js'

const beside = (text: string, number: string) => {
  const start = text.indexOf(number)
  return kindBeside(text, { start, end: start + number.length })
}

describe('kindBeside', () => {
  it.each([
    ['The blast killed 12 people and wounded 40.', '12', 'killed'],
    ['The blast killed 12 people and wounded 40.', '40', 'injured'],
    ['Three youths were injured in the scuffle.', 'Three', 'injured'],
    ['It left 9 dead.', '9', 'killed'],
    ['The raid caused 7 injuries.', '7', 'injured'],
    ['Two soldiers are missing.', 'Two', 'missing'],
  ])('%s: %s', (text, number, kind) => {
    expect(beside(text, number)).toBe(kind)
  })

  it.each([
    ['Some 300 fighters remain.', '300'],
    ['Four towns were taken. Dozens were killed.', 'Four'],
    ['Ten bombs went off and 12 died.', 'Ten'],
    ['Police held 6 men, and 2 were wounded.', '6'],
  ])('says nothing of %s: %s', (text, number) => {
    expect(beside(text, number)).toBeNull()
  })
})
