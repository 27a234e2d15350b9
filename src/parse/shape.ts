/** Casing and kind of a word, which the uncased vocabulary loses; the numbers are the reader model's. */
export const SHAPE = { special: 0, lower: 1, title: 2, upper: 3, mixed: 4, digit: 5, punctuation: 6 } as const

const LETTER = /\p{L}/u
const UPPER = /\p{Lu}/u
const DIGIT = /\p{Nd}|\p{No}/u

export function shapeOf(word: string): number {
  if (/^[a-z]+$/.test(word)) return SHAPE.lower
  if (DIGIT.test(word)) return SHAPE.digit
  const letters = [...word].filter((c) => LETTER.test(c))
  if (letters.length === 0) return SHAPE.punctuation
  const upper = letters.filter((c) => UPPER.test(c)).length
  if (upper === 0) return SHAPE.lower
  if (upper === letters.length) return letters.length > 1 ? SHAPE.upper : SHAPE.title
  return upper === 1 && UPPER.test(letters[0]!) ? SHAPE.title : SHAPE.mixed
}
