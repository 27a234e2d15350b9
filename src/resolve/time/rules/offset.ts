import type { Rule } from '../meaning.js'
import { AMOUNT, amountOf, GAP, lengthOf, UNIT } from '../words.js'

/** `two weeks ago`, `a year earlier`, `three days later`, `two months from now`, `years ago`; `before` and `after` only where nothing follows them. */
export const offset: Rule = {
  name: 'offset',
  pattern: `(?:(?<amount>${AMOUNT})(?:${GAP}|-)(?:full${GAP}|whole${GAP})?)?(?<unit>${UNIT})(?:${GAP}or${GAP}so)?(?:${GAP}(?<way>ago|earlier|later|previously|afterwards?|from${GAP}now|hence)|${GAP}(?<bare>before|after)(?=[,.;:)]|$))`,
  read: ({ amount, unit, way, bare }) => {
    if (amount === undefined && !/s$/i.test(unit!)) return null
    const word = (way ?? bare!).toLowerCase()
    const past = /ago|earlier|previously|before/.test(word)
    return {
      meaning: {
        type: 'offset',
        length: lengthOf(amount === undefined ? null : amountOf(amount), unit!),
        direction: past ? -1 : 1,
        anchor: /ago|now|hence/.test(word) ? 'published' : 'narrative',
      },
    }
  },
}

/** `year-ago`, `year-earlier`, and "the year-ago quarter" as a whole by joining. */
export const yearAgo: Rule = {
  name: 'year-ago',
  pattern: String.raw`(?:the\s+)?year[- ](?:ago|earlier)\s+(?:quarter|period|month|half)|year[- ](?:ago|earlier)`,
  read: (_, { text, before }) =>
    /\b(?:a|one|\d+)\s+$/i.test(before) && !/-/.test(text)
      ? null
      : { meaning: { type: 'offset', length: { amount: 1, unit: 'year' }, direction: -1, anchor: 'narrative' } },
}
