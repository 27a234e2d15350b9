import { clean } from './clean.js'
import { decode, decodingProblems } from './encoding.js'
import type { Format } from './format.js'
import { splitHeader } from './header.js'
import { unwrap } from './unwrap.js'

const HEADLINE_LIMIT = 160

/**
 * The first line where it plainly is a headline, else null: short, no sentence by its end, no byline or dateline,
 * and set off by an empty line, or by a next line that is a sentence.
 */
export const headline = (text: string): string | null => {
  const match = /^\s*(\S[^\n]*)\n([ \t]*\n)?\s*(\S[^\n]*)/.exec(text)
  if (!match) return null
  const [, first, gap, next] = match as unknown as [string, string, string | undefined, string]
  const title = first.trimEnd()
  if (title.length > HEADLINE_LIMIT || !/\s/.test(title) || /[.,;:–—_-]$|^By\s/.test(title)) return null
  return gap !== undefined || /[.!?]["'”’)\]]*\s*$/.test(next) ? title : null
}

/**
 * Plain text. The stored text is the file's text after the header, if it has one (see `splitHeader`), with its headline and dateline;
 * lines are paragraphs, except in a text wrapped at a fixed width (see `unwrap`).
 */
export const text: Format = {
  suffixes: ['.txt', '.text'],
  looksLike: () => false,
  async *read({ file, bytes }) {
    const decoded = decode(bytes)
    const { header, body } = splitHeader(clean(decoded.text))
    const stored = unwrap(body)
    yield {
      draft: { doc: null, ...header, title: header.title ?? headline(stored), text: stored },
      problems: decodingProblems(file, decoded),
    }
  },
}
