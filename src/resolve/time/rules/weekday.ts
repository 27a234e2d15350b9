import type { Rule } from '../meaning.js'
import { GAP, MONTH, PART, partOf, WEEKDAY, weekdayOfWord } from '../words.js'
import { towards } from './month.js'

const WHICH = `last|this past|past|this coming|coming|this|next|(?:the|that)${GAP}(?:previous|following|preceding|same)|previous|following`

/** "Sun" and "Sat" are weekdays only before a date. */
const AND_DATE = new RegExp(`^[,.]?\\s+(?:${MONTH}|\\d)`, 'i')

/** `Tuesday`, `last Friday`, `next Wednesday`, `Tuesday morning`, `Mondays` (a set). */
export const weekday: Rule = {
  name: 'weekday',
  pattern: `(?:(?<which>${WHICH})${GAP})?(?<weekday>${WEEKDAY})(?<plural>s(?!\\w))?(?:${GAP}(?<part>${PART}))?`,
  read: ({ which, weekday, plural, part }, { after }) => {
    if (!/^[A-Z]/.test(weekday!)) return null
    if (!/day$/i.test(weekday!) && !AND_DATE.test(after)) return null
    const number = weekdayOfWord(weekday!)
    const time = part === undefined ? {} : { part: partOf(part) }
    if (plural !== undefined || (part !== undefined && /s$/i.test(part)))
      return { meaning: { type: 'set', length: { amount: 1, unit: 'week' }, weekday: number }, ...time }
    if (which === undefined) return { meaning: { type: 'date', fields: { weekday: number } }, ...time }
    return { meaning: { type: 'adjacent', fields: { weekday: number }, ...towards(which) }, ...time }
  },
}
