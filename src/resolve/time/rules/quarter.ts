import type { Rule } from '../meaning.js'
import { GAP } from '../words.js'

const NTH: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4 }

const NTHS = Object.keys(NTH).join('|')

/** `the third quarter`, `third-quarter`, `the fiscal first quarter`. */
export const quarter: Rule = {
  name: 'quarter',
  pattern: `(?:the${GAP}(?:fiscal(?:${GAP}|-))?)?(?<nth>${NTHS})${GAP}(?:fiscal${GAP})?quarter|(?:fiscal(?:${GAP}|-))?(?<nth2>${NTHS})-quarter`,
  read: ({ nth, nth2 }, { after }) =>
    /^['’]?s?\s+of\s+(?:a\s|an\s|the\s(?:\w+\s)?(?:game|match|century))/i.test(after)
      ? null
      : { meaning: { type: 'date', fields: { quarter: NTH[(nth ?? nth2!).toLowerCase()]! } } },
}

/** `the first half of 2016`, `the latter half of last year`; the year is joined on. */
export const half: Rule = {
  name: 'half',
  pattern: `(?:the${GAP})?(?<nth>first|second|last|latter)(?:${GAP}|-)half(?=${GAP}of${GAP}(?:the${GAP}year|\\d{4}|last${GAP}year|this${GAP}year|next${GAP}year|that${GAP}year))`,
  read: ({ nth }) => ({ meaning: { type: 'date', fields: { half: nth!.toLowerCase() === 'first' ? 1 : 2 } } }),
}
