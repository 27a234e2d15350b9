import { describe, expect, it } from 'vitest'
import { type CalendarUnit, containing, edtf, lastDay, momentOfIso, step, timex, UNITS } from './moment.js'

const day = { year: 2016, month: 11, day: 3 }

describe('moments', () => {
  it.each([
    ['day', '2016-11-03', '2016-11-03'],
    ['weekend', '2016-11-05/2016-11-06', '2016-W44-WE'],
    ['week', '2016-10-31/2016-11-06', '2016-W44'],
    ['month', '2016-11', '2016-11'],
    ['quarter', '2016-10/2016-12', '2016-Q4'],
    ['season', '2016-09/2016-11', '2016-FA'],
    ['half', '2016-07/2016-12', '2016-H2'],
    ['year', '2016', '2016'],
    ['decade', '2010/2019', '201'],
    ['century', '2001/2100', '20'],
  ] as const)('writes the %s', (unit, expected, asTimex) => {
    const moment = containing(day, unit)
    expect([edtf(moment), timex(moment)]).toEqual([expected, asTimex])
  })

  it('steps there and back in every unit', () => {
    for (const unit of UNITS as readonly CalendarUnit[])
      for (const count of [-30, -1, 1, 7, 50]) {
        const start = containing(day, unit)
        expect(step(step(start, count), -count)).toEqual(start)
      }
  })

  it('counts winter to the year of its December', () => {
    const winter = containing({ year: 2017, month: 2, day: 1 }, 'season')
    expect([edtf(winter), timex(winter), edtf(lastDay(winter))]).toEqual(['2016-12/2017-02', '2016-WI', '2017-02-28'])
  })

  it('writes years before Christ', () => {
    expect([
      edtf(containing({ year: -489, month: 1, day: 1 }, 'year')),
      timex(containing({ year: -489, month: 1, day: 1 }, 'year')),
    ]).toEqual(['-0489', 'BC0490'])
  })

  it.each([
    ['2016-11-03', 'day'],
    ['2016-11-03T10:00:00Z', 'day'],
    ['2016-11', 'month'],
    ['2016', 'year'],
  ])('reads %s to the %s', (iso, unit) => {
    expect(momentOfIso(iso)?.unit).toBe(unit)
  })

  it.each(['', 'yesterday', '16-11-03', null])('reads no date from %s', (iso) => {
    expect(momentOfIso(iso)).toBeNull()
  })
})
