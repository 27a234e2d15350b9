import type { LengthUnit, Rule } from '../meaning.js'
import { AMOUNT, amountOf, GAP, lengthOf, partOf, UNIT, WEEKDAY, weekdayOfWord } from '../words.js'

/** `every day`, `each year`, `every two weeks`, `every other month`, `each Thursday`, `every night`. */
export const every: Rule = {
  name: 'every',
  pattern: `(?:every|each)${GAP}(?:(?<amount>${AMOUNT}|other)${GAP})?(?:(?<weekday>${WEEKDAY})|(?<part>morning|afternoon|evening|night)|(?<unit>${UNIT}))|everyday`,
  read: ({ amount, weekday, part, unit }) => {
    if (weekday !== undefined) return { meaning: { type: 'set', length: { amount: 1, unit: 'week' }, weekday: weekdayOfWord(weekday) } }
    if (part !== undefined) return { meaning: { type: 'set', length: { amount: 1, unit: 'day' }, weekday: null }, part: partOf(part) }
    const count = amount === undefined ? 1 : /other/i.test(amount) ? 2 : amountOf(amount)
    return { meaning: { type: 'set', length: lengthOf(count, unit ?? 'day'), weekday: null } }
  },
}

const ADVERBS: Readonly<Record<string, LengthUnit>> = {
  hourly: 'hour',
  daily: 'day',
  nightly: 'day',
  weekly: 'week',
  monthly: 'month',
  yearly: 'year',
  annually: 'year',
}

/** `daily`, `weekly`, `annually`. */
export const setWord: Rule = {
  name: 'set-word',
  pattern: `(?<word>${Object.keys(ADVERBS).join('|')})`,
  read: ({ word }, { text, before }) =>
    /^[A-Z]/.test(text) && /[a-z]\s+$/.test(before)
      ? null
      : { meaning: { type: 'set', length: { amount: 1, unit: ADVERBS[word!.toLowerCase()]! }, weekday: null } },
}

/** `per day`, `a day` after "once" or a number ("three times a week"). */
export const rate: Rule = {
  name: 'rate',
  pattern: `per${GAP}(?<unit>hour|day|week|month|year)|(?:once|twice|\\w+${GAP}times)${GAP}(?:an?|every|each|per)${GAP}(?<unit2>hour|day|week|month|year|decade)`,
  read: ({ unit, unit2 }) => ({ meaning: { type: 'set', length: lengthOf(1, (unit ?? unit2)!), weekday: null } }),
}
