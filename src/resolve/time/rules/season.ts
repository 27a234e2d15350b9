import type { Rule } from '../meaning.js'
import { GAP, SEASON, seasonOf, YEAR } from '../words.js'
import { towards } from './month.js'

const WHICH = `last|this past|past|this coming|coming|this|next|the${GAP}(?:previous|following|same|coming|next)|that`

/** `last fall`, `the summer of 2017`, `spring 1994`, `this winter`, `the summer`; "fall" and "spring" alone only where they must be seasons. */
export const season: Rule = {
  name: 'season',
  pattern: `(?:(?<which>${WHICH})${GAP})?(?:the${GAP})?(?<season>${SEASON})(?:(?:,?${GAP}|${GAP}of${GAP})(?<year>${YEAR}))?`,
  read: ({ which, season, year }, { text, before, after }) => {
    const fields = { season: seasonOf(season!), ...(year === undefined ? {} : { year: Number(year) }) }
    if (year !== undefined) return { meaning: { type: 'date', fields } }
    if (which !== undefined && !/^\s+of\s+(?!nineteen|last|that|next)/i.test(after))
      return { meaning: { type: 'adjacent', fields, ...towards(which) } }
    if (/^\s+of\s+[A-Z]/.test(after)) return null
    if (/^\s*-|^\s+(?:on|into|for|to|from|short|apart|below|under|behind|victim|in\s+(?!the))\b/i.test(after)) return null
    const definite = /^the/i.test(text)
      ? /\b(?:in|during|over|by|until|of|since|for|through|throughout|this|early|late|before|after|from)\s+$/i
      : /\b(?:in|early|late|mid|mid-|by|of|since|until|each|every|during|next|between|through|and)[\s-]+$/i
    return definite.test(before) || /^\s+offensive/i.test(after) ? { meaning: { type: 'date', fields } } : null
  },
}
