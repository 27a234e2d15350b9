import { NUMBER } from '../../figure/number.js'
import type { Length, Rule } from '../meaning.js'
import { AMOUNT, amountOf, GAP, lengthOf, UNIT } from '../words.js'

/** `two years`, `18-month`, `a couple of days`, `a minute and a half`, `two-and-a-half years`, `an additional year`, `week-long`. */
export const duration: Rule = {
  name: 'duration',
  pattern: `(?<amount>${AMOUNT}|another|an${GAP}(?:additional|extra)|hundreds${GAP}of|dozens${GAP}of|thousands${GAP}of|tens${GAP}of)(?:${GAP}|-)(?:(?:full|whole|long|straight|consecutive|more|additional|further|solid)${GAP})?(?<unit>${UNIT})(?<half>${GAP}and${GAP}a${GAP}half)?(?:-long|${GAP}long)?(?:${GAP}and${GAP}(?<amount2>${NUMBER}|an?)${GAP}(?<unit2>${UNIT}))?`,
  read: ({ amount, unit, half, amount2, unit2 }, { text, before, after }) => {
    if (/^[\s-]+olds?\b/i.test(after) || /^[A-Z]/.test(unit!)) return null
    const single = /^an?$/i.test(amount!)
    if (/^(?:second|quarter|weekend|fortnight)$/i.test(unit!) && (single || /^quarter$/i.test(unit!))) return null
    if (single && (isRate(before) || /long$/i.test(text))) return null
    if (/^quarter/i.test(unit!) && /^\s+of\b/.test(after)) return null
    const count = /another|additional|extra/i.test(amount!)
      ? 1
      : /^(?:hundreds|dozens|thousands|tens)\b/i.test(amount!)
        ? null
        : amountOf(amount!)
    const lengths: Length[] = [lengthOf(half === undefined || count === null ? count : count + 0.5, unit!)]
    if (unit2 !== undefined) lengths.push(lengthOf(amountOf(amount2!), unit2))
    return { meaning: { type: 'duration', lengths } }
  },
}

/** "three times a week", "$5 a day", "800 a month": a rate, not a length. */
const isRate = (before: string): boolean =>
  /(?:\b(?:times|once|twice|percent|barrels|hours|days|dollars|cents|people|tons|tonnes|each|flights|seats|minutes|(?:\d[\d,.]*|million|billion|hundred|thousand))|[$€£][\d.,]+)\s+$/i.test(
    before,
  ) && !/\b(?:within|in|for|after|over)\s+\S+\s+$/i.test(before)

/** `12 to 18 months`, `two or three weeks`, `weeks or months`. */
export const openDuration: Rule = {
  name: 'open-duration',
  pattern: `(?<low>${NUMBER}|an?)${GAP}?(?:${GAP}(?:to|or)${GAP}|[-–])(?<high>${NUMBER})(?:${GAP}|-)(?<unit>${UNIT})|(?<single>an?)${GAP}(?<unit2>${UNIT})${GAP}or${GAP}two|(?<units>days|weeks|hours|months|minutes|years)${GAP}(?:or|and)${GAP}(?:even${GAP})?(?:days|weeks|hours|months|years|decades)`,
  read: ({ unit, unit2, units }, { after }) => {
    if (/^[\s-]+olds?\b/i.test(after)) return null
    return { meaning: { type: 'duration', lengths: [lengthOf(null, (unit ?? unit2 ?? units)!)] } }
  },
}

const INTRODUCED = /\b(?:for|within|in|over|after|took|takes?|spent|spend|lasted|last)\s+(?:so\s+)?$/i
const FOLLOWED = /^\s+(?:of\s+\w+|away|to come|on end|before|after|since|that followed)\b/i

/** `for years`, `within weeks`, `weeks of fighting`, `month-long`, `decades-old`: an open number of units. */
export const bareDuration: Rule = {
  name: 'bare-duration',
  pattern: `(?<unit>seconds|minutes|hours|days|weeks|months|years|decades|centuries)(?:-long)?|(?<long>hour|day|week|month|year|decade|century)(?:-?long)`,
  read: ({ unit, long }, { text, before, after }) => {
    if (long !== undefined) return { meaning: { type: 'duration', lengths: [lengthOf(1, long)] } }
    if (/-long$/i.test(text)) return { meaning: { type: 'duration', lengths: [lengthOf(null, unit!)] } }
    if (/^\s+(?:old|ahead)\b/i.test(after) || !(INTRODUCED.test(before) || FOLLOWED.test(after))) return null
    return { meaning: { type: 'duration', lengths: [lengthOf(null, unit!)] } }
  },
}

/** `the first nine months`, `the final two days`, `the nine months`: so many units of something named. */
export const partialDuration: Rule = {
  name: 'partial-duration',
  pattern: `(?:the${GAP})?(?:(?<nth>first|final|initial|opening|closing|early|latter|later)${GAP})(?:(?<amount>${NUMBER}|few|several|couple${GAP}of)${GAP})?(?<unit>minutes|hours|days|weeks|months|years|decades)|the${GAP}(?<amount2>${NUMBER})${GAP}(?<unit2>minutes|hours|days|weeks|months|years)`,
  read: ({ amount, unit, amount2, unit2 }) => ({
    meaning: {
      type: 'duration',
      lengths: [lengthOf(amount2 !== undefined ? amountOf(amount2) : amount === undefined ? null : amountOf(amount), (unit ?? unit2)!)],
    },
  }),
}
