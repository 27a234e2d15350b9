import type { Rule } from '../meaning.js'
import { clock, fullClock, partOfDay } from './clock.js'
import { dayMonth, firstDay } from './day-month.js'
import { dayWord, narrativeDay } from './day-word.js'
import { bareDuration, duration, openDuration, partialDuration } from './duration.js'
import { century, decade } from './era.js'
import { holiday, nineEleven } from './holiday.js'
import { isoDate } from './iso-date.js'
import { adjacentMonth, month, monthYear } from './month.js'
import { monthDay, secondDay } from './month-day.js'
import { offset, yearAgo } from './offset.js'
import { half, quarter } from './quarter.js'
import { definiteUnit, relativeUnit, weekOf, yearEnd } from './relative-unit.js'
import { season } from './season.js'
import { every, rate, setWord } from './set.js'
import { stretch } from './stretch.js'
import { future, past, present } from './vague.js'
import { weekday } from './weekday.js'
import { apostropheYear, eraYear, secondYear, spokenYear, year } from './year.js'

/** In order: of two readings of the same words, the earlier rule's stands. */
export const RULES: readonly Rule[] = [
  isoDate,
  nineEleven,
  holiday,
  monthDay,
  secondDay,
  dayMonth,
  firstDay,
  monthYear,
  adjacentMonth,
  month,
  weekday,
  dayWord,
  narrativeDay,
  clock,
  fullClock,
  partOfDay,
  season,
  quarter,
  half,
  relativeUnit,
  yearEnd,
  weekOf,
  offset,
  yearAgo,
  past,
  future,
  present,
  stretch,
  every,
  setWord,
  rate,
  openDuration,
  partialDuration,
  duration,
  bareDuration,
  definiteUnit,
  decade,
  century,
  eraYear,
  secondYear,
  spokenYear,
  apostropheYear,
  year,
]
