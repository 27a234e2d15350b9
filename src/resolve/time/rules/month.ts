import type { Rule } from '../meaning.js'
import { FULL_MONTH, GAP, MONTH, monthOf, YEAR } from '../words.js'

/** `October 2016`, `Oct. 2016`, `October of 2016`, `January, 1998`. */
export const monthYear: Rule = {
  name: 'month-year',
  pattern: `(?<month>${MONTH})(?:,?${GAP}|${GAP}of${GAP}|-)(?<year>${YEAR})`,
  read: ({ month, year }) =>
    /^[A-Z]/.test(month!) ? { meaning: { type: 'date', fields: { year: Number(year), month: monthOf(month!) } } } : null,
}

const TEMPORAL =
  /(?:^|[^\w])(?:in|since|until|till|by|of|from|to|through|during|before|after|between|for|and|or|early|late|mid|mid-|last|next|this|in the|the month of|later in|every|each|around|previous)\s+$/i

const NAMES = /^(?:May|April|June|August)$/

/** `October`, `Sept.`: the months that are also words or names ("May", "March", "August") only after a word of time. */
export const month: Rule = {
  name: 'month',
  pattern: `(?<month>${FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\\.)`,
  read: ({ month }, { before, after }) => {
    if (!/^[A-Z]/.test(month!)) return null
    if (NAMES.test(month!) && /^\s+[A-Z][a-z]/.test(after) && !/\b(?:in|since|until|last|next|late|early|this)\s+$/i.test(before))
      return null
    if (/^(?:May|March|April|June|August)$/.test(month!) || month!.endsWith('.')) {
      const named = /\bthe\s+$/i.test(before) && /^\s+(?!on|of|through|to|for|by|in|against|is|was)[a-z]/.test(after)
      if (
        !named &&
        !TEMPORAL.test(before) &&
        !(/^(?:April|June|August)$/.test(month!) && !/[A-Z]\w*\s+$/.test(before) && !/^\s+[A-Z]/.test(after))
      )
        return null
    }
    return { meaning: { type: 'date', fields: { month: monthOf(month!) } } }
  },
}

/** `last October`, `next May`, `this April`, `the previous March`. */
export const adjacentMonth: Rule = {
  name: 'adjacent-month',
  pattern: `(?<which>last|this past|past|this|next|this coming|(?:the${GAP})?(?:previous|following|preceding|same))${GAP}(?<month>${MONTH})`,
  read: ({ which, month }, { after }) =>
    /^[A-Z]/.test(month!) && !/^\s+\d/.test(after)
      ? { meaning: { type: 'adjacent', fields: { month: monthOf(month!) }, ...towards(which!) } }
      : null,
}

/** Direction and anchor of "last", "next", "the previous" and the like. */
export const towards = (which: string): { direction: -1 | 0 | 1; anchor: 'published' | 'narrative' } => {
  const word = which.toLowerCase()
  return {
    direction: /last|past|previous|preceding/.test(word) ? -1 : /next|following|coming|subsequent/.test(word) ? 1 : 0,
    anchor: /previous|preceding|following|subsequent|same|that|the next/.test(word) ? 'narrative' : 'published',
  }
}
