import { describe, expect, it } from 'vitest'
import { told } from '../../../../test/times.js'

describe('times counted from the day of publication', () => {
  it.each([
    ['They fled last week.', 'last week → 2016-10-24/2016-10-30'],
    ['They fled this month.', 'this month → 2016-11'],
    ['They will vote next year.', 'next year → 2017'],
    ['They fled earlier this year.', 'earlier this year → 2016'],
    ['They were hit over the weekend.', 'the weekend → 2016-10-29/2016-10-30'],
    ['They fled two weeks ago.', 'two weeks ago → 2016-10-20'],
    ['They fled five months ago.', 'five months ago → 2016-06'],
    ['They fled three years ago.', 'three years ago → 2013'],
    ['They fled over the past two weeks.', 'the past two weeks → 2016-10-20/2016-11-03'],
    ['They have fled over the past year.', 'the past year → 2015-11/2016-11'],
    ['They have fled in the past few hours.', 'the past few hours → 2016-11-03'],
    ['It has gone on for the last ten years.', 'the last ten years → 2006/2016'],
    ['It will end in the next few weeks.', 'the next few weeks → 2016-11-04/2016-11-25'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  it.each([
    ['years ago', 'They left years ago.', 'years ago → vague'],
    ['recently', 'They left recently.', 'recently → vague'],
    ['now', 'They are now here.', 'now → present'],
    ['the future', 'It will be so in the future.', 'the future → vague'],
  ])('leaves "%s" without a date', (_, text, expected) => {
    expect(told(text)).toEqual([expected])
  })

  it.each(['At last weekend plans were dropped, long ago.', 'the air current was weak', 'a woman in her thirties'])('%s', (text) => {
    expect(told(text).filter((line) => !/weekend|ago/.test(line))).toEqual([])
  })
})

describe('times counted from what was told before', () => {
  it.each([
    ['On Oct. 17, 2015, they attacked. Two days later they left.', 'Two days later → 2015-10-19'],
    ['On Oct. 17, 2015, they attacked. The next day they left.', 'The next day → 2015-10-18'],
    ['On Oct. 17, 2015, they attacked. They left that night.', 'that night → 2015-10-17'],
    ['On Oct. 17, 2015, they attacked. The following month they left.', 'The following month → 2015-11'],
    ['The war began in 2012. A year later they left.', 'A year later → 2013'],
    ['The war began in 2012. In October of that year they left.', 'October of that year → 2012-10'],
    ['The war began in March 2012. Three days later they left.', 'Three days later → unresolved'],
  ])('%s', (text, expected) => {
    expect(told(text)[1]).toBe(expected)
  })

  it('leaves them open where nothing was told', () => {
    expect(told('Two days later they left.')).toEqual(['Two days later → unresolved'])
  })
})
