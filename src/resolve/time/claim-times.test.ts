import { describe, expect, it } from 'vitest'
import { readingsOf, THURSDAY } from '../../../test/times.js'
import type { Status } from '../../claim.js'
import { type Span, spanKey } from '../../report.js'
import type { ClaimTime } from '../resolution.js'
import { type TimedClaim, timesOfClaims } from './claim-times.js'

/** The times of claims whose triggers stand in braces, each with the words in brackets that follow or come before it. */
const timesIn = (marked: string, published: string | null = THURSDAY, status: Status = 'actual'): (ClaimTime & { words: string })[] => {
  const text = marked.replace(/[[\]{}]/g, '')
  const spans = (open: string, close: string): Span[] => {
    const plain = (at: number): number => marked.slice(0, at).replace(/[[\]{}]/g, '').length
    return [...marked.matchAll(new RegExp(`\\${open}.*?\\${close}`, 'g'))].map((match) => ({
      start: plain(match.index),
      end: plain(match.index + match[0].length),
    }))
  }
  const times = spans('[', ']')
  const claims = spans('{', '}').map((trigger, at): TimedClaim => ({ trigger, time: times[at] ?? null, status }))
  const found = timesOfClaims(claims, readingsOf(text, published), { text, published })
  return claims.flatMap(({ trigger }) => {
    const time = found.get(spanKey(trigger))
    return time ? [{ ...time, words: text.slice(time.span.start, time.span.end) }] : []
  })
}

const lastValue = (marked: string, published?: string | null): string | null => timesIn(marked, published).at(-1)!.value

describe('times told from an event', () => {
  const BLAST = 'A {blast} shook the town [on Oct. 15].'
  it.each([
    ['They {left} [three days after the blast].', '2016-10-18'],
    ['They {left} [a week before the blast].', '2016-10-08'],
    ['They {attacked} [before dawn on 13 October].', '2016-10-13'],
    ['They {left} [three days after] the blasts.', '2016-10-18'],
    ['Police {came} [minutes after the blast].', '2016-10-15'],
    ['They were {killed} [days after the blast].', '2016-10'],
    ['They had {come} [a decade before the blast].', '2006'],
    ['Nobody was {seen} [on the day of the blast].', '2016-10-15'],
    ['They have {kept} silent [since the blast].', '2016-10-15/2016-11-03'],
    ['They {lived} there [until shortly after the blast].', '../2016-10-15'],
    ['They {left} [a few days after the blast].', null],
    ['They {left} [after the blast].', null],
    ['They {left} [three days after the election].', null],
    ['They {left} [during the talks about the blast].', null],
  ])('%s', (sentence, expected) => {
    expect(lastValue(`${BLAST} ${sentence}`)).toBe(expected)
  })

  it.each([
    ['They {left} [four days after the April 15 bombing].', '2016-04-19'],
    ['The trial of the April 15 bombing began. They {left} [four days after the attack].', '2016-04-19'],
    ['The gunbattle of April 18 was long. They {left} [a day after] the shootout.', '2016-04-19'],
    ['[Three weeks after] the plane {crashed}, nobody knows why.', '2016-10-13'],
    ['On April 4, [one day before] they {agreed}, he spoke.', '2016-04-05'],
    ['They were {seen} [three days after the raid] as they fled.', null],
    ['People marked [the second anniversary] of the {shooting}.', '2014-11'],
    ['People {gathered} on [the second anniversary] of the shooting.', null],
  ])('%s', (text, expected) => {
    expect(lastValue(text)).toBe(expected)
  })

  it('says that it was told from an event', () => {
    expect(timesIn(`${BLAST} They {left} [three days after the blast].`)[1]!.how).toBe('event')
  })
})

describe('the direction of a weekday or month', () => {
  it.each<[string, Status, string]>([
    ['They could not be {found} [on Saturday].', 'actual', '2016-10-29'],
    ['They {plan} to do so [on Saturday].', 'planned', '2016-11-05'],
    ['It led them to {kill} him [in December].', 'actual', '2015-12'],
    ['They were {killed} [From January 1 through September 25].', 'actual', '2016-01-01/2016-09-25'],
    ['They {met} [on Thursday].', 'planned', '2016-11-03'],
  ])('%s (%s)', (text, status, expected) => {
    expect(timesIn(text, THURSDAY, status)[0]!.value).toBe(expected)
  })
})

describe('"since" and its clause', () => {
  it.each([
    ['They have been {hit} since talks stalled [last week].', '2016-10-24/2016-11-03'],
    ['Since he returned to the Kremlin [in 2012], he has {passed} laws.', '2012/..'],
    ['Since he {returned} to the Kremlin [in 2012], he has passed laws.', '2012'],
    ['It was the worst loss [since August 2014], when they {overran} the town.', '2014-08'],
    ['It is the worst attack since the [January 1998] {bombing} of a clinic.', '1998-01'],
  ])('%s', (text, expected) => {
    expect(timesIn(text)[0]!.value).toBe(expected)
  })
})

describe('words that the reader cut short', () => {
  it.each([
    ['They {left} [on October] 12.', 'on October 12', '2016-10-12'],
    ['They were {killed} [over the] past year.', 'over the past year', '2015-11/2016-11'],
    ['The {war} [of 1980]-88 was long.', 'of 1980-88', '1980/1988'],
    ['They {left} [on Tuesday] and on Wednesday they came back.', 'on Tuesday', '2016-11-01'],
  ])('%s', (text, words, value) => {
    expect(timesIn(text)[0]).toMatchObject({ words, value })
  })
})
