import type { Reference, Rule } from '../meaning.js'
import { GAP, UNIT } from '../words.js'

const say = (
  name: string,
  reference: Reference,
  pattern: string,
  unless?: { readonly before?: RegExp; readonly after?: RegExp },
): Rule => ({
  name,
  pattern,
  read: (_, { before, after }) =>
    unless?.before?.test(before) || unless?.after?.test(after) ? null : { meaning: { type: 'vague', reference } },
})

/** `now`, `currently`, `the present`, `at the moment`. */
export const present = say(
  'present',
  'PRESENT_REF',
  `(?:right${GAP})?now|currently|current|presently|nowadays|these${GAP}days|at${GAP}(?:the${GAP})?present|(?:the${GAP})?present${GAP}(?:day|time)|this${GAP}(?:very${GAP})?moment|modern${GAP}day`,
  { before: /\b(?:then|air|water|electric|ocean|alternating|direct)[\s-]+$/i, after: /^\s+(?:around\s+)?of\s+(?:air|water|the)|^-/i },
)

/** `recently`, `in the past`, `previously`, `once`. */
export const past = say(
  'past',
  'PAST_REF',
  `(?:more${GAP})?recently|lately|(?:the${GAP})?(?:recent|distant)${GAP}past|the${GAP}past(?=${GAP}?[,.;)]|${GAP}(?:and|have|has|but|by))|formerly`,
)

/** `the future`, `soon`, `the coming months`. */
export const future = say(
  'future',
  'FUTURE_REF',
  `(?:the${GAP})?(?:near(?:${GAP}|-)|foreseeable${GAP}|immediate${GAP}|not${GAP}too${GAP}distant${GAP}|distant${GAP})?future(?:${GAP}${UNIT})?|as${GAP}soon${GAP}as${GAP}possible|the${GAP}near${GAP}term|(?:the${GAP})?coming${GAP}(?:days|weeks|months|years|quarters|decades)(?:${GAP}and${GAP}(?:weeks|months|years))?`,
  { before: /\b(?:as|so|too|how|very|its|their|his|her|our|my|your|s['’]|['’]s)\s+$/i, after: /^\s+(?:after|as)\b/i },
)
