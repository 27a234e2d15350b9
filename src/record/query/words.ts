import { RecordError } from '../errors.js'

/**
 * A user's words as an FTS5 query: all must occur; `"several words"` in that order, `word*` by its beginning.
 * Everything is quoted, so that nothing in it is syntax.
 */
export const matchOf = (text: string): string => {
  const terms = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(([, phrase, word]) =>
    phrase === undefined && word!.endsWith('*') ? prefix(word!) : quoted(phrase ?? word!),
  )
  const found = terms.filter((term) => term !== null)
  if (found.length === 0) throw new RecordError('record/bad-query', 'there is no word to look for in the text')
  return found.join(' AND ')
}

const WORD = /[\p{L}\p{N}]/u

const quoted = (words: string): string | null => (WORD.test(words) ? `"${words.replaceAll('"', ' ').replaceAll('\0', ' ')}"` : null)

const prefix = (word: string): string | null => {
  const term = quoted(word.replace(/\*+$/, ''))
  return term && `${term} *`
}
