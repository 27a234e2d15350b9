import { describe, expect, it } from 'vitest'
import { readFigure } from './read.js'

describe('readFigure', () => {
  it.each([
    ['12', 12, 12],
    ['one', 1, 1],
    ['a dozen', 12, 12],
    ['twenty-one', 21, 21],
    ['1.5 million', 1_500_000, 1_500_000],
    ['at least 13', 13, null],
    ['no fewer than 13', 13, null],
    ['more than 40', 41, null],
    ['over three million', 3_000_001, null],
    ['more than a dozen', 13, null],
    ['up to 30', null, 30],
    ['as many as 80,000', null, 80_000],
    ['fewer than 20', null, 19],
    ['about 50', 50, 50],
    ['nearly 100', 100, 100],
    ['some 300', 300, 300],
    ['an estimated 5,000', 5000, 5000],
    ['3,000 to 5,000', 3000, 5000],
    ['about 3,000 to 5,000', 3000, 5000],
    ['between 20 and 30', 20, 30],
    ['four or five', 4, 5],
    ['1.5 to 2 million', 1_500_000, 2_000_000],
    ['dozens', 24, 99],
    ['scores', 40, 99],
    ['hundreds', 200, 999],
    ['several hundred', 200, 999],
    ['thousands', 2000, 9999],
    ['tens of thousands', 20_000, 99_999],
    ['hundreds of thousands', 200_000, 999_999],
    ['millions', 2_000_000, 9_999_999],
    ['hundreds, perhaps thousands', 200, 9999],
    ['a few dozen', 24, 99],
    ['a couple of hundred', 200, 200],
    ['60-plus', 60, null],
    ['a hundred or more', 100, null],
    ['no', 0, 0],
    ['67 percent', 67, 67],
    ['$5 million', 5_000_000, 5_000_000],
    ['nearly half a million', 500_000, 500_000],
  ])('%s', (text, low, high) => {
    expect(readFigure(text)).toEqual({ low, high })
  })

  it.each(['several', 'some', 'a handful', 'many', 'a few', 'first', 'the second', 'people', '', '30 to 20'])(
    'is no figure: %s',
    (text) => {
      expect(readFigure(text)).toBeNull()
    },
  )

  it('never leaves both bounds open', () => {
    for (const text of ['at least some', 'more than several', 'up to many', 'about a few']) expect(readFigure(text)).toBeNull()
  })
})
