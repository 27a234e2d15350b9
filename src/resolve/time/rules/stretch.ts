import { NUMBER } from '../../figure/number.js'
import type { Rule } from '../meaning.js'
import { AMOUNT, amountOf, GAP, lengthOf, UNIT } from '../words.js'

const SIDES = 'past|last|recent|next|coming|previous|following|preceding|intervening|subsequent'

/** `the past two weeks`, `the last year`, `the next few days`, `the coming months`, `the following two years`. */
export const stretch: Rule = {
  name: 'stretch',
  pattern: `(?:(?:the|these|those|this)${GAP})?(?<side>${SIDES})(?:${GAP}(?:(?:${NUMBER}|few)${GAP}(?:to|or)${GAP}(?<high>${NUMBER})|(?<amount>${AMOUNT})(?:-plus)?))?${GAP}(?<unit>${UNIT})`,
  read: ({ side, amount, high, unit }, { text }) => {
    const word = side!.toLowerCase()
    const plural = /s$/i.test(unit!)
    if (
      amount === undefined &&
      high === undefined &&
      !plural &&
      !(/^(?:the\s+(?:past|last)|past)\b/i.test(text) && !/^weekend$/i.test(unit!))
    )
      return null
    if (/^an?$/i.test(amount ?? '')) return null
    const past = /past|last|recent|previous|preceding/.test(word)
    return {
      meaning: {
        type: 'stretch',
        length: lengthOf(amount === undefined ? (plural || high !== undefined ? null : 1) : amountOf(amount), unit!),
        direction: past ? -1 : 1,
        anchor: /previous|preceding|following|intervening|subsequent/.test(word) ? 'narrative' : 'published',
      },
    }
  },
}
