import type { Rule } from '../meaning.js'
import { GAP, PART, partOf } from '../words.js'

const SHIFTS: Readonly<Record<string, number>> = { today: 0, tonight: 0, overnight: 0, yesterday: -1, tomorrow: 1 }

/** `today`, `yesterday afternoon`, `tomorrow`, `tonight`, `the day before yesterday`, `this morning`, `last night`, `overnight`. */
export const dayWord: Rule = {
  name: 'day-word',
  pattern: `(?<far>the${GAP}day${GAP}(?:before${GAP}yesterday|after${GAP}tomorrow))|(?<word>today|yesterday|tomorrow|tonight|overnight)(?:${GAP}(?<part>${PART}))?|(?<which>this|last)${GAP}(?<named>morning|afternoon|evening|night)`,
  read: ({ far, word, part, which, named }) => {
    if (far !== undefined) return { meaning: { type: 'shift', unit: 'day', count: /before/i.test(far) ? -2 : 2, anchor: 'published' } }
    if (word !== undefined) {
      const lower = word.toLowerCase()
      const time = part !== undefined ? partOf(part) : lower === 'tonight' || lower === 'overnight' ? 'NI' : undefined
      return {
        meaning: { type: 'shift', unit: 'day', count: SHIFTS[lower]!, anchor: 'published' },
        ...(time === undefined ? {} : { part: time }),
      }
    }
    return {
      meaning: { type: 'shift', unit: 'day', count: which!.toLowerCase() === 'last' ? -1 : 0, anchor: 'published' },
      part: partOf(named!),
    }
  },
}

const NEAR = `that|that${GAP}same|the${GAP}same|the${GAP}very${GAP}same|same`

/** `that day`, `the same night`, `the next morning`, `the following day`, `the previous evening`, `the day before`. */
export const narrativeDay: Rule = {
  name: 'narrative-day',
  pattern: `(?<which>${NEAR}|(?:the${GAP})?(?:very${GAP})?(?:next|following|previous|preceding|subsequent))${GAP}(?<word>day|${PART})|the${GAP}day${GAP}(?<side>before|after)(?=[,.;:)]|${GAP}(?:that|and|but|when)?${GAP}?[,.]|$)`,
  read: ({ which, word, side }) => {
    if (side !== undefined)
      return { meaning: { type: 'shift', unit: 'day', count: side.toLowerCase() === 'before' ? -1 : 1, anchor: 'narrative' } }
    const count = /next|following|subsequent/i.test(which!) ? 1 : /previous|preceding/i.test(which!) ? -1 : 0
    if (/^same$/i.test(which!) && !/day/i.test(word!)) return null
    const part = word!.toLowerCase() === 'day' ? undefined : partOf(word!)
    return { meaning: { type: 'shift', unit: 'day', count, anchor: 'narrative' }, ...(part === undefined ? {} : { part }) }
  },
}
