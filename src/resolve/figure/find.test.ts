import { describe, expect, it } from 'vitest'
import { findTimes } from '../time/resolve.js'
import { findFigures } from './find.js'

const found = (text: string): string[] =>
  findFigures(
    text,
    findTimes(text).map(({ span }) => span),
  ).map((figure) => `${figure.text} | ${figure.of?.text ?? '-'}`)

describe('findFigures', () => {
  it.each([
    ['At least 12 civilians were killed on 12 May 2016.', ['At least 12 | civilians']],
    ['There are 3,000 to 5,000 fighters in the city.', ['3,000 to 5,000 | fighters']],
    ['Hundreds of civilians fled.', ['Hundreds | civilians']],
    ['Six of the 14 fishermen were freed.', ['Six | fishermen', '14 | fishermen']],
    ['Close to 300 U.N. monitors came.', ['Close to 300 | U.N. monitors']],
    ['They killed 20 people and wounded more than 50.', ['20 | people', 'more than 50 | people']],
    ['The strike hit two weapons caches and one checkpoint.', ['two | weapons caches', 'one | checkpoint']],
    ['The United States gave over $135 million in aid.', ['over $135 million | -']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it.each([
    'A 33-year-old man, Ali Omar, 43, spoke.',
    'No one was hurt and this one is over.',
    'In 2014 and on 3 May.',
    'an F-16 jet of the 2nd Brigade[3]',
    'It was the first and the second time.',
  ])('finds none in: %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('gives spans that slice to the text', () => {
    const text = '😀 About 20 tanks, dozens of trucks and 1.5 million people at 5 p.m.'
    for (const figure of findFigures(text)) {
      expect(text.slice(figure.span.start, figure.span.end)).toBe(figure.text)
      if (figure.of) expect(text.slice(figure.of.span.start, figure.of.span.end)).toBe(figure.of.text)
    }
  })
})
