import type { Rule } from '../meaning.js'
import { GAP, ORDINAL, ordinalOf } from '../words.js'

const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

/** `the 1990s`, `1980's`, `the '80s`, `the nineteen nineties`, `the sixties`. */
export const decade: Rule = {
  name: 'decade',
  pattern: `(?:the${GAP})?(?:(?<year>1[5-9]\\d0|20\\d0)['’]?s|['’]?(?<short>[2-9]0)['’]?s|(?:nineteen[\\s-])?(?<word>${DECADES.join('|')}))`,
  read: ({ year, short, word }, { text, before }) => {
    if (year !== undefined) return { meaning: { type: 'era', unit: 'decade', year: Number(year) } }
    if (/\b(?:his|her|their|my|in|temperatures)\s+(?:early\s+|mid-?\s*|late\s+)?$/i.test(before) && !/^the/i.test(text)) return null
    if (!/^the|['’]|nineteen/i.test(text)) return null
    const tens = short === undefined ? 20 + 10 * DECADES.indexOf(word!.toLowerCase()) : Number(short)
    return { meaning: { type: 'era', unit: 'decade', year: 1900 + tens } }
  },
}

/** `the 20th century`, `the nineteenth century`, `11th-century`. */
export const century: Rule = {
  name: 'century',
  pattern: `(?:the${GAP})?(?<ordinal>${ORDINAL})(?:${GAP}|-)century`,
  read: ({ ordinal }) => ({ meaning: { type: 'era', unit: 'century', year: (ordinalOf(ordinal!) - 1) * 100 + 1 } }),
}
