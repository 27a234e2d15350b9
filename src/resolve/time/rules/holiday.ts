import { anyOf } from '../../figure/number.js'
import { HOLIDAYS, holidayKey } from '../holidays.js'
import type { Rule } from '../meaning.js'
import { GAP, YEAR } from '../words.js'

/** `Christmas`, `New Year's Eve`, `Good Friday 2016`, `Thanksgiving Day`. */
export const holiday: Rule = {
  name: 'holiday',
  pattern: `(?<holiday>${anyOf([...HOLIDAYS.keys()].map((name) => name.replaceAll("'", "['’]").replaceAll(' ', GAP).replaceAll('.', '\\.')))})(?:(?:,?${GAP}|${GAP}of${GAP})(?<year>${YEAR}))?`,
  read: ({ holiday, year }, { before }) =>
    /^[A-Z]/.test(holiday!) && !/\b(?:Lunar|Chinese|White|Orthodox)\s+$/.test(before)
      ? { meaning: { type: 'date', fields: { holiday: holidayKey(holiday!), ...(year === undefined ? {} : { year: Number(year) }) } } }
      : null,
}

/** `9/11`, `9-11`, `the September 11 attacks`: the one day whose year goes without saying. */
export const nineEleven: Rule = {
  name: 'nine-eleven',
  pattern: String.raw`9/11|(?<=(?:since|after|before|post|pre)[\s-])9-11(?![-/]|\.\d)|Sept(?:ember|\.)?\s+11(?=(?:,?\s+terror(?:ist)?)?\s+(?:attack|hijack|plot))`,
  read: () => ({ meaning: { type: 'date', fields: { year: 2001, month: 9, day: 11 } } }),
}
