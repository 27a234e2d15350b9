/** Letters that Unicode does not decompose into a base letter and a mark. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ı: 'i',
  ə: 'e',
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
}

/** Written in full and short alike ("Saint Louis", "St. Louis"). */
const SHORT_WORDS: Readonly<Record<string, string>> = { saint: 'st', sainte: 'ste', mount: 'mt', fort: 'ft', and: '&' }

const ARTICLES: ReadonlySet<string> = new Set([
  'al',
  'el',
  'ul',
  'ar',
  'er',
  'as',
  'es',
  'ash',
  'esh',
  'ad',
  'ed',
  'an',
  'en',
  'at',
  'et',
  'az',
  'ez',
  'adh',
])

/** Where names of places begin with an Arabic article that newsrooms often leave out. */
export const ARTICLE_COUNTRIES: ReadonlySet<string> = new Set(
  'ARE BHR DJI DZA EGY ERI ESH IRN IRQ ISR JOR KWT LBN LBY MAR MRT OMN PSE QAT SAU SDN SOM SSD SYR TCD TUN TUR YEM'.split(' '),
)

/**
 * A name's key in the gazetteer: lower case, without diacritics, apostrophes, stops and the English article, hyphens as
 * spaces, "Saint", "Mount" and "Fort" short. "Ar-Raqqah", "ar Raqqah" and "Ar Raqqah’" have the same key.
 */
export const keyOf = (name: string): string => {
  const plain = /^[a-z ]*$/.test(name) ? name : foldLetters(name)
  const words = plain.split(' ').filter((word) => word !== '')
  if (words.length > 1 && words[0] === 'the') words.shift()
  return words.map((word) => SHORT_WORDS[word] ?? word).join(' ')
}

const foldLetters = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ıəłđøßæœþð]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .replace(/['’‘ʼʻʿʾ`´.ˌ]/g, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()

/** The key without its leading Arabic article ("al bab" → "bab"); null where it has none. */
export const withoutArticle = (key: string): string | null => {
  const space = key.indexOf(' ')
  return space > 0 && ARTICLES.has(key.slice(0, space)) ? key.slice(space + 1) : null
}

/** Prefix of keys by sound, which no other key can have. */
export const SOUND = '~'

const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/sch|sh|ch/g, 's'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/dh/g, 'd'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/zh|dj/g, 'j'],
  [/ck|q|c/g, 'k'],
  [/x/g, 'ks'],
  [/ou|oo|au|aw|ow|ew/g, 'u'],
  [/o/g, 'u'],
  [/v|w/g, 'u'],
  [/ai|ay|ei|ey|ee|ie|iy|yi|ye|y/g, 'i'],
  [/e/g, 'i'],
  [/(.)\1+/g, '$1'],
  [/(?<=.{2})h$/, ''],
  [/(?<=.{2})[ai]$/, 'a'],
]

/**
 * A rough key by sound for names from Arabic, Persian, Cyrillic and like scripts, which newsrooms romanise each their own
 * way ("Deir ez-Zor", "Dayr az Zawr"). It is a last resort: unlike names can share it.
 */
export const soundKeyOf = (key: string): string => {
  const words = key.split(' ')
  const joined = words.length > 1 ? words.filter((word) => !ARTICLES.has(word)).join('') : key
  return SOUNDS.reduce((sound, [pattern, replacement]) => sound.replace(pattern, replacement), joined)
}

/**
 * Two 32-bit hashes of a key: cyrb53's halves (public domain, bryc), wide enough that the million names of a gazetteer
 * practically never collide.
 */
export const hashOf = (key: string): readonly [number, number] => {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < key.length; i++) {
    const unit = key.charCodeAt(i)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return [high >>> 0, low >>> 0]
}
