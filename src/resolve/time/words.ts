import { anyOf, NUMBER, ORDINALS, parseNumber } from '../figure/number.js'
import { readTable } from '../figure/table.js'
import type { Length, LengthUnit } from './meaning.js'
import type { PartOfDay } from './moment.js'

const rows = readTable('calendar-words', ['kind', 'word', 'value'])
const ofKind = (...kinds: string[]): ReadonlyMap<string, string> =>
  new Map(rows.filter((row) => kinds.includes(row.kind)).map((row) => [row.word.toLowerCase(), row.value]))

const MONTHS = ofKind('month', 'month-short')
const WEEKDAYS = ofKind('weekday', 'weekday-short')
const SEASONS = ofKind('season')
const PARTS = ofKind('part-of-day')
const UNITS = ofKind('unit')

/** White space inside an expression: at most one line break. */
export const GAP = String.raw`(?:[ \t\u00a0]+|[ \t]*\r?\n[ \t]*)`

const short = (kind: string): string => `${anyOf(ofKind(kind).keys())}\\b\\.?`
export const FULL_MONTH = anyOf(ofKind('month').keys())
export const MONTH = `(?:${FULL_MONTH}|${short('month-short')})`
export const WEEKDAY = `(?:${anyOf(ofKind('weekday').keys())}|${short('weekday-short')})`
export const SEASON = anyOf(SEASONS.keys())
export const PART = anyOf(PARTS.keys())
export const UNIT = anyOf(UNITS.keys())
export const DAY = String.raw`(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\d|:\d|,\d{3}|\.\d)`
export const YEAR = String.raw`(?:1\d{3}|20\d\d)(?![\d])`
export const ORDINAL = `(?:${anyOf(ORDINALS.keys())}|\\d{1,2}(?:st|nd|rd|th))`

/** An amount before a unit of time: "two", "a", "a couple of", "several". */
export const AMOUNT = `(?:${NUMBER}|an?(?:${GAP}(?:couple|few|handful)(?:${GAP}of)?)?|couple(?:${GAP}of)?|several|few|many|half${GAP}an?)`

export const monthOf = (word: string): number => Number(MONTHS.get(word.toLowerCase().replace('.', '')))
export const weekdayOfWord = (word: string): number => Number(WEEKDAYS.get(word.toLowerCase().replace('.', '')))
export const seasonOf = (word: string): number => Number(SEASONS.get(word.toLowerCase()))
export const partOf = (word: string): PartOfDay => PARTS.get(word.toLowerCase()) as PartOfDay
export const ordinalOf = (word: string): number => ORDINALS.get(word.toLowerCase()) ?? Number.parseInt(word, 10)

/** "a" is one, "a couple of" two, "several" and "a few" are open. */
export const amountOf = (word: string): number | null => {
  const plain = word.toLowerCase().replace(/\s+/g, ' ')
  if (/^half an?$/.test(plain)) return 0.5
  if (/\bcouple\b/.test(plain)) return 2
  if (/^an?$/.test(plain)) return 1
  return parseNumber(plain)
}

/** A fortnight is two weeks. */
export const lengthOf = (amount: number | null, unitWord: string): Length => {
  const unit = UNITS.get(unitWord.toLowerCase())
  if (unit === 'fortnight') return { amount: amount === null ? null : amount * 2, unit: 'week' }
  return { amount, unit: unit as LengthUnit }
}
