import type { Meaning, Rule } from '../meaning.js'
import type { CalendarUnit } from '../moment.js'
import { GAP, MONTH } from '../words.js'
import { towards } from './month.js'

const UNITS = 'weekend|week|month|quarter|year|decade|century'
const WHICH = `last|this${GAP}past|this${GAP}coming|this|next|coming|(?:the${GAP})?current|(?:the${GAP})?(?:previous|following|preceding|subsequent)|(?:the${GAP})?same|that${GAP}same|that|the${GAP}next|the${GAP}coming|the${GAP}latest`

/** `last week`, `this month`, `next year`, `the current quarter`; from the narrative: `that year`, `the same week`, `the following month`. */
export const relativeUnit: Rule = {
  name: 'relative-unit',
  pattern: `(?<which>${WHICH})${GAP}(?:fiscal${GAP}|calendar${GAP})?(?<unit>${UNITS})`,
  read: ({ which, unit }, { after }) => {
    if (/^\s*-(?:old|long)|^\s+or\s+(?:two|so)\b/i.test(after)) return null
    const { direction, anchor } = towards(which!)
    return { meaning: { type: 'shift', unit: unit!.toLowerCase() as CalendarUnit, count: direction, anchor } }
  },
}

const BEFORE =
  /\b(?:over|in|during|for|of|throughout|through|by|until|since|this|ahead of|later in|earlier in|rest of|end of|beginning of|start of|before|after)\s+$/i

/** `the year`, `the week`, `the weekend`, `the quarter`, after a preposition: the one now, or the one being told of; `the year ended March 31` is a length. */
export const definiteUnit: Rule = {
  name: 'definite-unit',
  pattern: `the${GAP}(?:full${GAP}|entire${GAP}|whole${GAP})?(?<unit>${UNITS}|day)`,
  read: ({ unit }, { before, after }) => {
    const lower = unit!.toLowerCase() as CalendarUnit
    if (lower !== 'weekend' && !BEFORE.test(before)) return null
    if (/^\s+(?:before|after|of|that|when|he|she|it|they|which|in\s+which)\b|^-/i.test(after)) return null
    if (lower === 'decade' || lower === 'century') return null
    if (lower === 'year' && /^\s+end(?:ed|ing)\b/i.test(after))
      return { meaning: { type: 'duration', lengths: [{ amount: 1, unit: 'year' }] } }
    const meaning: Meaning = {
      type: 'shift',
      unit: lower,
      count: 0,
      anchor: lower === 'day' ? 'nearby' : lower === 'quarter' ? 'narrative' : 'published',
    }
    return { meaning }
  },
}

/** `year-end`, `year's end`. */
export const yearEnd: Rule = {
  name: 'year-end',
  pattern: `(?:the${GAP})?year(?:['’]s)?(?:${GAP}|-)end`,
  read: () => ({ meaning: { type: 'date', fields: { month: 12, day: 31 } } }),
}

/** `the week` before `of March 6`: joined with the day. */
export const weekOf: Rule = {
  name: 'week-of',
  pattern: `the${GAP}week${GAP}of(?=${GAP}(?:${MONTH}${GAP}\\d|\\d{1,2}${GAP}${MONTH}))`,
  read: () => ({ meaning: { type: 'shift', unit: 'week', count: 0, anchor: 'narrative' } }),
}
