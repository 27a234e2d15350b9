import { describe, expect, it } from 'vitest'
import { readingsOf, told } from '../../../../test/times.js'

describe('lengths of time', () => {
  it.each([
    ['They fought for two years.', 'two years → P2Y'],
    ['An 18-month siege ended.', '18-month → P18M'],
    ['A week-long truce held.', 'week-long → P1W'],
    ['It will not change for a couple of years.', 'a couple of years → P2Y'],
    ['It lost money in the year ended well.', 'the year → P1Y'],
    ['It took a minute and a half.', 'a minute and a half → PT1M30S'],
    ['They held out for more than two years.', 'more than two years → P2Y'],
    ['They held out for several weeks.', 'several weeks → PXW'],
    ['They waited for hours.', 'hours → PTXH'],
    ['It could take 12 to 18 months.', '12 to 18 months → PXM'],
    ['They held out for a day or two.', 'a day or two → PXD'],
    ['They held out for two fortnights.', 'two fortnights → P4W'],
    ['It was quiet for the first time in two years.', 'two years → P2Y'],
  ])('%s', (text, expected) => {
    expect(told(text)).toContain(expected)
  })

  it.each(['She is 33-year-old Amal.', 'a 43-year-old man', 'He is two years old.', 'They earn $5 a day.', 'The CBS program 60 Minutes'])(
    'finds none in: %s',
    (text) => {
      expect(told(text)).toEqual([])
    },
  )
})

describe('times that come again', () => {
  it.each([
    ['Shells fall every day.', 'every day', 'P1D'],
    ['They meet each Thursday.', 'each Thursday', 'XXXX-WXX-4'],
    ['They meet on Mondays.', 'Mondays', 'XXXX-WXX-1'],
    ['The paper comes out weekly.', 'weekly', 'P1W'],
    ['They meet every two weeks.', 'every two weeks', 'P2W'],
  ])('%s', (text, words, timex) => {
    const [reading] = readingsOf(text)
    expect([text.slice(reading!.span.start, reading!.span.end), reading!.kind, reading!.timex]).toEqual([words, 'set', timex])
  })
})
