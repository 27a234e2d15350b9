import { parseNumber } from '../../figure/number.js'
import type { Rule } from '../meaning.js'
import { GAP } from '../words.js'

const TEMPORAL =
  /(?:^|[^\w])(?:in|since|until|till|by|of|from|to|through|during|before|after|between|for|and|or|early|late|mid|around|about|circa|ca\.|c\.|the|than|starting|as|A\.?D\.?|year|years|back|spring|summer|autumn|fall|winter|season|end|beginning)[\s-]+(?:the\s+)?$|\($|(?<!\d)1\d{3}[-–—/]$/i
const COUNTED =
  /^[\s-]+(?:people|persons|troops|soldiers|men|women|children|civilians|fighters|militants|refugees|families|homes|houses|miles|kilomet|km|met|feet|tons|tonnes|dollars|pounds|euros|jobs|points|years|members|workers|students|prisoners|villages|delegates|deaths|cases|barrels|more|other|additional|or so|(?:\w+ )?(?:people|troops|soldiers|fighters|civilians|men|policemen|workers|prisoners))\b/i
/** Words after which even "1970 troops" holds a year. */
const DATING = /(?:^|\W)(?:in|since|by|until|from)\s+$/i
const FIRST_YEAR = /(?<!\d)(?:1\d|20)\d\d[-–—/]$/
const NAMED = /(?:No\.|number|flight|route|highway|resolution|room|article|section|page|boeing|chapter|pier|[$€£#])\s*$/i

/** `1994`, `2016`: four digits; years before 1900 only after a word of time, and none where something is counted. */
export const year: Rule = {
  name: 'year',
  pattern: String.raw`(?<year>1\d{3}|20\d\d)(?!%|[.,]\d|:\d|['’]s(?=\w))`,
  read: ({ year }, { before, after }) => {
    const value = Number(year)
    if (NAMED.test(before) || (COUNTED.test(after) && !DATING.test(before)) || (/\d[.,/–—-]$/.test(before) && !FIRST_YEAR.test(before)))
      return null
    const bc = /^\s*(?:B\.?C\.?(?:E\.?)?)(?!\w)/.exec(after)
    if (bc) return null
    if (!(value >= 1900 && value < 2050) && !TEMPORAL.test(before)) return null
    return { meaning: { type: 'date', fields: { year: value } } }
  },
}

const BC = `${GAP}?(?:B\\.C\\.E\\.|B\\.C\\.|BCE|BC)(?!\\w)`

/** `490 BC`, `499-493 BC`, `44 B.C.`, `AD 70`. */
export const eraYear: Rule = {
  name: 'era-year',
  pattern: String.raw`(?<bc>\d{1,4})(?:${BC}|(?=(?:[-–—]|${GAP}(?:to|and)${GAP})\d{1,4}${BC}))|A\.?D\.?${GAP}(?<ad>\d{1,4})|(?<ce>\d{1,4})${GAP}(?:A\.D\.|AD|CE)`,
  read: ({ bc, ad, ce }, { text }) =>
    bc !== undefined || /[A-Z]/.test(text)
      ? { meaning: { type: 'date', fields: { year: bc === undefined ? Number(ad ?? ce) : 1 - Number(bc) } } }
      : null,
}

/** The second year of `1990-91` and `2014/15`; the first is read by `year`. */
export const secondYear: Rule = {
  name: 'second-year',
  pattern: String.raw`(?<second>\d\d)(?!\d|[-–—/]\d|%)`,
  read: ({ second }, { before }) => {
    const first = Number(/(?<![\d$€£-])((?:1[89]|20)\d\d)[-–—/]$/.exec(before)?.[1])
    const value = Math.floor(first / 100) * 100 + Number(second)
    return value > first && value - first < 50 ? { meaning: { type: 'date', fields: { year: value } } } : null
  },
}

/** `nineteen ninety-seven`, `two thousand four`, as broadcasts are written down. */
export const spokenYear: Rule = {
  name: 'spoken-year',
  pattern: `(?<century>(?:seven|eight|nine)teen|twenty)${GAP}(?<rest>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:oh|o)[\\s-](?:one|two|three|four|five|six|seven|eight|nine))`,
  read: ({ century, rest }) => {
    const hundreds = parseNumber(century!)!
    const years = parseNumber(rest!.replace(/^oh?[\s-]/i, ''))
    if (years === null || (hundreds === 20 && years < 10)) return null
    return { meaning: { type: 'date', fields: { year: hundreds * 100 + years } } }
  },
}

/** `'98`, `’45`. */
export const apostropheYear: Rule = {
  name: 'apostrophe-year',
  pattern: String.raw`['’](?<year>\d\d)(?!['’]?s|['’]?\d)`,
  read: ({ year }, { before }) =>
    /(?:in|of|since|from|until|by|to|and|summer|spring|fall|winter|autumn|early|late|class of)\s+$/i.test(before) && !/\w$/.test(before)
      ? { meaning: { type: 'date', fields: { year: Number(year) + (Number(year) < 30 ? 2000 : 1900) } } }
      : null,
}
