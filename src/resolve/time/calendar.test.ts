import { describe, expect, it } from 'vitest'
import { addDays, addMonths, dayNumber, dayOfNumber, daysInMonth, easter, isDay, isoWeek, weekdayOf } from './calendar.js'
import { holidayIn } from './holidays.js'

describe('calendar', () => {
  it('goes to day numbers and back', () => {
    for (let number = -800_000; number < 40_000; number += 997) expect(dayNumber(dayOfNumber(number))).toBe(number)
  })

  it('knows weekdays, months and leap years', () => {
    expect(weekdayOf({ year: 2016, month: 11, day: 3 })).toBe(4)
    expect(weekdayOf({ year: 1969, month: 12, day: 28 })).toBe(7)
    expect([daysInMonth(2016, 2), daysInMonth(1900, 2), daysInMonth(2016, 12)]).toEqual([29, 28, 31])
    expect([isDay({ year: 2016, month: 2, day: 30 }), isDay({ year: 2016, month: 13, day: 1 })]).toEqual([false, false])
  })

  it('adds across the turn of the year and cuts to the month', () => {
    expect(addDays({ year: 2016, month: 12, day: 31 }, 1)).toEqual({ year: 2017, month: 1, day: 1 })
    expect(addMonths({ year: 2016, month: 1, day: 31 }, 1)).toEqual({ year: 2016, month: 2, day: 29 })
    expect(addMonths({ year: 2016, month: 1, day: 15 }, -2)).toEqual({ year: 2015, month: 11, day: 15 })
  })

  it('numbers weeks by ISO 8601', () => {
    expect(isoWeek({ year: 2016, month: 1, day: 1 })).toEqual({ year: 2015, week: 53 })
    expect(isoWeek({ year: 2018, month: 12, day: 31 })).toEqual({ year: 2019, week: 1 })
  })

  it.each([
    ['Good Friday', 2016, '2016-3-25'],
    ['Thanksgiving Day', 1999, '1999-11-25'],
    ['Election Day', 1998, '1998-11-3'],
    ['Election Day', 2016, '2016-11-8'],
    ['Memorial Day', 2016, '2016-5-30'],
  ])('%s %i', (name, year, expected) => {
    expect(Object.values(holidayIn(name, year)).join('-')).toBe(expected)
  })

  it('finds Easter', () => {
    expect([easter(2000), easter(2016), easter(2024)].map(({ month, day }) => `${month}-${day}`)).toEqual(['4-23', '3-27', '3-31'])
  })
})
