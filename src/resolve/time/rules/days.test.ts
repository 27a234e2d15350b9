import { describe, expect, it } from 'vitest'
import { readingsOf, told } from '../../../../test/times.js'

describe('weekdays and parts of the day', () => {
  it.each([
    ['The town was taken on Tuesday.', 'Tuesday → 2016-11-01'],
    ['They spoke Thursday.', 'Thursday → 2016-11-03'],
    ['The talks will resume on Tuesday.', 'Tuesday → 2016-11-08'],
    ['He left last Friday.', 'last Friday → 2016-10-28'],
    ['They are to meet next Wednesday.', 'next Wednesday → 2016-11-09'],
    ['Shells fell Tuesday morning.', 'Tuesday morning → 2016-11-01'],
    ['Shells fell early Tuesday.', 'early Tuesday → 2016-11-01'],
    ['It was on Monday, Oct. 24.', 'Monday, Oct. 24 → 2016-10-24'],
    ['Guards fled at 9 a.m. Tuesday.', '9 a.m. Tuesday → 2016-11-01'],
    ['It was shot down on the night of 12 October 2016.', 'the night of 12 October 2016 → 2016-10-12'],
    ['The army said yesterday that it had won.', 'yesterday → 2016-11-02'],
    ['The army attacked the day before yesterday.', 'the day before yesterday → 2016-11-01'],
    ['They fought this morning.', 'this morning → 2016-11-03'],
    ['They fought last night.', 'last night → 2016-11-02'],
    ['They will be here tomorrow.', 'tomorrow → 2016-11-04'],
    ['A blast at 7:15 p.m. killed two.', '7:15 p.m. → 2016-11-03'],
    ['A blast at 3.30pm (GMT) killed two.', '3.30pm (GMT) → 2016-11-03'],
    ['It took off at 0600 and burned.', '0600 → 2016-11-03'],
    ['They ceased fire as of 1300 on 30 August 2016.', '1300 on 30 August 2016 → 2016-08-30'],
    ['It went off at 10:35 a.m. (0735 GMT) Friday.', '10:35 a.m. (0735 GMT) Friday → 2016-10-28'],
    ['It went off at 7: 58 a. m. and killed two.', '7: 58 a. m. → 2016-11-03'],
    ['On 13 November the 9th Division moved.', '13 November → 2016-11-13'],
    ['They are attacking at this very moment.', 'this very moment → present'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  it('gives TIMEX3 values with the part of the day or the clock', () => {
    expect(readingsOf('On Tuesday night, and on Wednesday at 5:30 p.m., it burned.').map(({ timex }) => timex)).toEqual([
      '2016-11-01TNI',
      '2016-11-02',
      '2016-11-02T17:30',
    ])
  })

  it('leaves weekdays open without a date to count from', () => {
    expect(told('The town was taken on Tuesday.', null)).toEqual(['Tuesday → unresolved'])
  })

  it.each(['Sun Microsystems and the Sat nav', 'Dawn Powell', 'He read chapter 3:16 of the book.', 'a score of 12:0'])(
    'finds no day in: %s',
    (text) => {
      expect(told(text)).toEqual([])
    },
  )
})
