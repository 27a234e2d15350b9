import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** The annotated corpora, beside a checkout. */
export const DATA = resolve(import.meta.dirname, '../../../shared/data')

/** The text of a corpus file, unpacked where its name ends in `.gz`. */
export const readText = (...path: readonly string[]): string => {
  const file = join(DATA, ...path)
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** One value a line. */
export const readLines = <T>(...path: readonly string[]): T[] =>
  readText(...path)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

/** The half of a corpus that rules were not developed on, by a hash of the document's name. */
export const isHeld = (name: string): boolean => Number.parseInt(createHash('sha256').update(name).digest('hex')[0]!, 16) % 2 === 1

/** UTF-16 offset of each code point of a text, and of its end. */
export const unitsOf = (text: string): number[] => {
  const units = [0]
  for (const character of text) units.push(units.at(-1)! + character.length)
  return units
}

const CLOSING = /^(?:[.,;:!?%)\]}’'”]|'s|’s|n't|n’t|'re|'ve|'ll|'d|’re|’ve|’ll|’d)$/i

/** Words put together as a text is written, with the offset of each. */
export const joinWords = (words: readonly string[]): { readonly text: string; readonly starts: readonly number[] } => {
  let text = ''
  let quoted = false
  const starts: number[] = []
  words.forEach((word, i) => {
    const before = words[i - 1]
    const closing = CLOSING.test(word) || (word === '"' && quoted) || word === '-' || word === '–'
    const opened =
      before === undefined ||
      /^[([{“‘$£€]$/.test(before) ||
      before === '-' ||
      (before === '"' && quoted) ||
      (/^[’']$/.test(before) && /^(?:s|t|re|ve|ll|d|m)$/.test(word))
    if (!closing && !opened) text += ' '
    if (word === '"') quoted = !quoted
    starts.push(text.length)
    text += word
  })
  return { text, starts }
}
