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

/** Months that are also verbs or names, and abbreviations, which a full stop may end. */
const AMBIGUOUS = /^(?:May|March|April|June|August|\w+\.)$/
const STRONG = /\b(?:in|since|until|last|next|late|early|this)\s+$/i
const THE = /\bthe\s+$/i
const NOUN = /^\s+(?!on|of|through|to|for|by|in|against|is|was)[a-z]/

/** "April" and its like stand for the month where no name comes before them. */
const isFree = (month: string, before: string): boolean => /^(?:April|June|August)$/.test(month) && !/[A-Z]\w*\s+$/.test(before)

/** `October`, `Sept.`: the months that are also words or names ("May", "March", "August") only after a word of time. */
export const month: Rule = {
  name: 'month',
  pattern: `(?<month>${FULL_MONTH}|(?:Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\\.)`,
  read: ({ month }, { before, after }) => {
    if (!/^[A-Z]/.test(month!)) return null
    if (!AMBIGUOUS.test(month!)) return { meaning: { type: 'date', fields: { month: monthOf(month!) } } }
    const isName = /^\s+[A-Z][a-z]/.test(after) && !month!.endsWith('.')
    if (isName ? !STRONG.test(before) : !(TEMPORAL.test(before) || (THE.test(before) && NOUN.test(after)) || isFree(month!, before)))
      return null
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
