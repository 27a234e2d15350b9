import { parseNumber } from '../../figure/number.js'
import type { Meaning, Rule } from '../meaning.js'
import type { PartOfDay } from '../moment.js'
import { GAP, MONTH, partOf, WEEKDAY } from '../words.js'

const ZONE_NAME = `(?:local(?:${GAP}time)?|GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|BST|ET|(?:Moscow|Eastern|Pacific)(?:${GAP}(?:standard|daylight))?(?:${GAP}time)?)`
const ZONE = `${GAP}?(?:\\((?:\\d{4}${GAP})?${ZONE_NAME}\\)|${ZONE_NAME}(?![\\w]))`
const SMALL = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'

/** The day that the narrative is at: a clock time alone says nothing of its day. */
export const SAME_DAY: Meaning = { type: 'shift', unit: 'day', count: 0, anchor: 'nearby' }

const clockOf = (hour: number, minute: number): string | null =>
  hour < 25 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null

/** `7:15 p.m.`, `7: 15 p. m.`, `10 a.m. (0700 GMT)`, `five o'clock`, `4 in the morning`. */
export const clock: Rule = {
  name: 'clock',
  pattern: `(?<hour>\\d{1,2}|${SMALL})(?:[:.] ?(?<minute>\\d\\d))?(?:${GAP}?(?<half>a\\. ?m\\.|p\\. ?m\\.|a\\.?m(?!\\w)|p\\.?m(?!\\w))|${GAP}o['’]clock)(?:${GAP}in${GAP}the${GAP}(?<part>morning|afternoon|evening))?(?:${ZONE})?|(?<hour2>\\d{1,2}|${SMALL})${GAP}in${GAP}the${GAP}(?<part2>morning|afternoon|evening)`,
  read: ({ hour, minute, half, part, hour2, part2 }) => {
    const number = parseNumber(hour ?? hour2!)!
    const late = half === undefined ? /afternoon|evening/i.test(part ?? part2 ?? '') : /^p/i.test(half)
    const value = clockOf(number === 12 ? (late || half === undefined ? 12 : 0) : number + (late ? 12 : 0), Number(minute ?? 0))
    return value === null ? null : { meaning: SAME_DAY, clock: value }
  },
}

/** "at 1300 on 30 August". */
const ON_DAY = new RegExp(`^${GAP}on${GAP}(?:the${GAP})?(?:\\d{1,2}(?:st|nd|rd|th)?${GAP}${MONTH}|${MONTH}${GAP}\\d|${WEEKDAY})`, 'i')

/** `15:30`, `0600`, `1800 GMT`, `2130 hours`: four digits need a leading zero, a day after them, or a word that says they are a time. */
export const fullClock: Rule = {
  name: 'full-clock',
  pattern: `(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?!\\d|:?[-–]\\d)(?:${ZONE})?|(?<hour2>[01]\\d|2[0-3])(?<minute2>[0-5]\\d)(?:(?<zone>${ZONE}|${GAP}?hours|h))?`,
  read: ({ hour, minute, hour2, minute2, zone }, { before, after }) => {
    if (/[\d.,:/-]$/.test(before) || /\b(?:verse|chapter|psalm)s?\s*$/i.test(before)) return null
    if (
      hour2 !== undefined &&
      zone === undefined &&
      !ON_DAY.test(after) &&
      !(hour2.startsWith('0') && /(?:^|\W)(?:at|about|around|by|until|from|before|after|since|between|and|to)\s+$/i.test(before))
    )
      return hour2.startsWith('0') && /(?:^|[.!?"]\s*)$/.test(before)
        ? { meaning: SAME_DAY, clock: clockOf(Number(hour2), Number(minute2))! }
        : null
    const value = clockOf(Number(hour ?? hour2), Number(minute ?? minute2))
    return value === null ? null : { meaning: SAME_DAY, clock: value }
  },
}

/** `noon`, `midnight`, `dawn`, `dusk`, `the morning`, `the early hours`. */
export const partOfDay: Rule = {
  name: 'part-of-day',
  pattern: `(?:the${GAP})?(?<part>noon|midnight|midday|daybreak|dawn|dusk|sunset|sunrise|nightfall)|the${GAP}(?<named>morning|afternoon|evening|night)|the${GAP}(?:early|small)${GAP}(?<hours>hours)(?:${GAP}of${GAP}the${GAP}(?:morning|day))?`,
  read: ({ part, named, hours }, { text, before, after }) => {
    if (named !== undefined && !/\b(?:in|during|through|throughout|for|on|later|earlier|early|late|of|until|over)\s+$/i.test(before))
      return null
    if (part !== undefined && /\b(?:new|golden|high|operation)\s+$/i.test(before)) return null
    if (/^[A-Z]/.test(text) && /^\s+[A-Z]/.test(after)) return null
    const value: PartOfDay = hours === undefined ? partOf(part ?? named!) : 'MO'
    const at = part?.toLowerCase() === 'noon' ? '12:00' : part?.toLowerCase() === 'midnight' ? '24:00' : undefined
    return { meaning: SAME_DAY, part: value, ...(at === undefined ? {} : { clock: at }) }
  },
}
