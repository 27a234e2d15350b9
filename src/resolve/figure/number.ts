import { readTable } from './table.js'

const words = readTable('number-words', ['word', 'value', 'kind'])
const ofKind = (...kinds: string[]): ReadonlyMap<string, number> =>
  new Map(words.filter((row) => kinds.includes(row.kind)).map((row) => [row.word, Number(row.value)]))

const SMALL = ofKind('unit', 'ten')
const SCALES = ofKind('scale', 'short-scale')
export const PLURAL_NUMBERS = ofKind('plural')
export const ORDINALS = ofKind('ordinal')

/** Regular expression source for any of the words, longest first. */
export const anyOf = (alternatives: Iterable<string>): string =>
  `(?:${[...alternatives].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')})`

const FRACTIONS = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
  ['third', 1 / 3],
])
const GLYPHS = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
])

const DIGITS = String.raw`\d{1,3}(?:[,.]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?(?:[ -]1/2|½|¼|¾)?`
const ONE = anyOf(SMALL.keys())
const SCALE = anyOf(ofKind('scale').keys())
const SHORT_SCALE = anyOf(ofKind('short-scale').keys())
const SPELLED = `(?:${ONE}|${SCALE})(?:[\\s-]+(?:and[\\s-]+)?(?:${ONE}|${SCALE})){0,9}(?:[\\s-]and[\\s-](?:a[\\s-])?half(?:[\\s-]${SCALE})?)?`

/** Regular expression source for one number in digits or words: `3,000`, `1.5 million`, `twenty-one`, `a dozen`, `half a million`. */
export const NUMBER = `(?:(?:${DIGITS})(?:[\\s-]*${SCALE}(?![a-z])|${SHORT_SCALE}(?![a-z]))*|half[\\s-]a[\\s-]${SCALE}|an?[\\s-](?:half[\\s-])?${SCALE}(?![a-z])(?:[\\s-]and[\\s-]a[\\s-]half)?|${SPELLED}(?![a-z]))`

const digitsOf = (text: string): number => {
  const half = /(?:[ -]1\/2|½|¼|¾)$/.exec(text)
  const whole = half ? text.slice(0, half.index) : text
  const plain =
    /^\d{1,3}(?:[,.]\d{3})+(?:\.\d+)?$/.test(whole) && !/^\d{1,3}\.\d{3}$/.test(whole) ? whole.replace(/[,.](?=\d{3}(?!\d))/g, '') : whole
  return Number(plain) + (half ? (GLYPHS.get(half[0]) ?? 0.5) : 0)
}

/**
 * The value of one number in digits or words, or null where the text is no number.
 * "a" counts as one before a scale word ("a hundred"), never alone.
 */
export const parseNumber = (text: string): number | null => {
  const tokens = text
    .toLowerCase()
    .replace(/(\d)[ -](1\/2)/, '$1_$2')
    .replace(/(\d)([a-z])/g, '$1 $2')
    .split(/[\s-]+/)
    .filter((token) => token !== '')
  let total = 0
  let current: number | null = null
  let article = false
  for (const [at, token] of tokens.entries()) {
    const scale = SCALES.get(token)
    const small = SMALL.get(token)
    const fraction = FRACTIONS.get(token)
    if (/^\d/.test(token)) {
      if (current !== null) return null
      current = digitsOf(token.replace('_', ' '))
    } else if (small !== undefined) {
      current = (current ?? 0) + small
    } else if (scale !== undefined) {
      current = (current ?? 1) * scale
      if (scale >= 1000) {
        total += current
        current = null
        if (tokens[at + 1] === undefined) return round(total)
      }
    } else if (fraction !== undefined && tokens[at + 1] === 'a') {
      current = fraction
    } else if (fraction !== undefined && total + (current ?? 0) > 0) {
      const last = tokens.slice(0, at).findLast((word) => (SCALES.get(word) ?? 0) >= 1)
      current = (current ?? 0) + fraction * (last === undefined ? 1 : (SCALES.get(last) ?? 1))
    } else if (token === 'a' || token === 'an') {
      article = true
    } else if (token !== 'and') {
      return null
    }
  }
  if (current === null && total === 0)
    return article || tokens.length === 0 ? null : tokens.some((token) => SMALL.get(token) === 0) ? 0 : null
  return round(total + (current ?? 0))
}

const round = (value: number): number => Number(value.toFixed(6))
