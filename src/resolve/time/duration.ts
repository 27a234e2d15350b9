import type { Length, LengthUnit } from './meaning.js'

const CODES: Readonly<Record<LengthUnit, readonly [letter: string, times: number]>> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  weekend: ['D', 2],
  week: ['W', 1],
  month: ['M', 1],
  quarter: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
  millennium: ['Y', 1000],
}

/** ISO 8601 duration; TIMEX3's `X` where the amount is open: `P2W`, `PT1M30S`, `PXD`. */
export const isoDuration = (lengths: readonly Length[]): string => {
  const parts = lengths.flatMap(partsOf)
  const dates = parts.filter(([letter]) => !letter.startsWith('T'))
  const times = parts.filter(([letter]) => letter.startsWith('T'))
  const write = (list: readonly (readonly [string, string])[]): string =>
    list.map(([letter, amount]) => `${amount}${letter.at(-1)}`).join('')
  return `P${write(dates)}${times.length === 0 ? '' : `T${write(times)}`}`
}

/** TIMEX3's spelling, which has letters of its own for quarters and for open decades and centuries. */
export const timexDuration = (lengths: readonly Length[]): string => {
  const [first] = lengths
  if (first !== undefined && lengths.length === 1) {
    if (first.unit === 'quarter') return `P${first.amount ?? 'X'}Q`
    if (first.unit === 'decade' && first.amount === null) return 'PXDE'
    if (first.unit === 'century' && first.amount === null) return 'PXC'
  }
  return isoDuration(lengths)
}

const partsOf = ({ amount, unit }: Length): (readonly [string, string])[] => {
  const [letter, times] = CODES[unit]
  if (amount === null) return [[letter, 'X']]
  if (unit === 'minute' && amount % 1 !== 0)
    return [
      ['TM', String(Math.floor(amount))],
      ['TS', String((amount % 1) * 60)],
    ]
  if (unit === 'hour' && amount < 1) return [['TM', String(amount * 60)]]
  if (unit === 'hour' && amount % 1 !== 0)
    return [
      ['TH', String(Math.floor(amount))],
      ['TM', String((amount % 1) * 60)],
    ]
  return [[letter, String(amount * times)]]
}
