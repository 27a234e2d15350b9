import { describe, expect, it } from 'vitest'
import { readingsOf, THURSDAY } from '../../../test/times.js'
import type { Status } from '../../claim.js'
import { timeOfClaim } from './claim-time.js'

/** The value for the words in brackets. */
const valueOfWords = (marked: string, published: string | null = THURSDAY, status?: Status): string | null => {
  const start = marked.indexOf('[')
  const end = marked.indexOf(']') - 1
  const text = marked.replace(/[[\]]/g, '')
  return timeOfClaim({ start, end }, readingsOf(text, published), { text, published, ...(status === undefined ? {} : { status }) }).value
}

describe('timeOfClaim', () => {
  it.each([
    ['The army advanced [on Tuesday].', '2016-11-01'],
    ['They have held it [since 2014].', '2014/..'],
    ['Fighting has raged [since Sunday].', '2016-10-30/2016-11-03'],
    ['They must leave [until Nov. 20].', '../2016-11-20'],
    ['It must be done [by 2017].', '../2017'],
    ['Taxes were raised [from 2009].', '2009/..'],
    ['He ruled [between 1994 and 1997].', '1994/1997'],
    ['It was shelled [from January 2013 to last month].', '2013-01/2016-10'],
    ['It began [in early 2016].', '2016-01/2016-04'],
    ['It began [in the early 1950s].', '1950/1953'],
    ['They fled [earlier this week].', '2016-10-31/2016-11-02'],
    ['They fled [a year ago].', '2015-11'],
    ['They fled [more than a week ago].', '../2016-10-27'],
    ['They fled [more than four decades ago].', '../1976'],
    ['They were shelled [overnight].', '2016-11-02/2016-11-03'],
    ['It will be free [in the next few weeks].', '2016-11-04/2016-11-25'],
    ['It will be free [within a year].', '2016-11-03/2017-11-03'],
    ['It will be free [in 20 years].', '2036'],
    ['They are [now] in the city.', '2016-11-03'],
    ['It was the first loss [in two years].', null],
    ['It was the deadliest raid on the town [in 20 years].', null],
    ['They left [recently].', null],
    ['They fought [for a decade].', null],
    ['They left [after the war].', null],
    ['They died [on May 2 and 3 this year].', '2016-05-02/2016-05-03'],
    ['They arrived [so far this year].', '2016-01-01/2016-11-03'],
    ['They have been quiet [since today].', '2016-11-03'],
    ['They fought [in the first half of October].', '2016-10-01/2016-10-15'],
    ['They came [on the eve of Oct. 17].', '2016-10-16'],
    ['They will leave [at the end of this year].', '2016-12'],
    ['They were killed [in the period following 11 September 1973].', '1973-09-11/..'],
    ['4,701 strikes were flown [as of October 6].', '../2016-10-06'],
  ])('%s', (text, expected) => {
    expect(valueOfWords(text)).toBe(expected)
  })

  it('looks back from "in five years" where the claim is done', () => {
    expect(valueOfWords('Four cases were closed [in five years].', THURSDAY, 'actual')).toBe('2011/2016')
  })

  it('takes "by" for a limit of what is to come, and for the day of what has come', () => {
    expect(valueOfWords('They must be freed [by Saturday].', THURSDAY, 'demanded')).toBe('../2016-11-05')
    expect(valueOfWords('The toll had risen to 39 [by 20 September].', THURSDAY, 'actual')).toBe('2016-09-20')
  })

  it('goes back to the time told last', () => {
    expect(valueOfWords('Protests began in May 2014. The police were weak [at the time].')).toBe('2014-05')
  })

  it.each([
    ['The mayor fled in May 2014. Nobody has seen him [since then].', '2014-05/..'],
    ['Gunmen stormed the base in May 2014. A guard was hurt [during the attack].', '2014-05'],
    ['Nobody spoke [during the attack].', null],
  ])('%s', (text, expected) => {
    expect(valueOfWords(text)).toBe(expected)
  })

  it('is null without words, and without a date to count from', () => {
    expect(timeOfClaim(null, [], { text: '', published: null })).toEqual({ value: null, precision: 'unknown', how: 'none' })
    expect(valueOfWords('It was said [today].', null)).toBeNull()
  })
})
