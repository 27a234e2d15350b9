import { isoDate } from './published.js'

export interface Header {
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly url: string | null
}

export const NO_HEADER: Header = { title: null, publisher: null, byline: null, published: null, url: null }

const FIELDS: Readonly<Record<string, keyof Header>> = {
  title: 'title',
  headline: 'title',
  publisher: 'publisher',
  source: 'publisher',
  byline: 'byline',
  author: 'byline',
  published: 'published',
  date: 'published',
  url: 'url',
}

const LINE = /^([A-Za-z]+):[ \t]+(\S.*)$/

/**
 * Splits off what a plain text may begin with to say where it comes from: lines of `Name: value`, then an empty line.
 *
 *     Title: Troops enter eastern districts
 *     Publisher: Tigris Wire
 *     Published: 2016-11-03
 *
 * It is a header only where every line up to the empty one has a known name and the date is a date; otherwise all is text.
 */
export const splitHeader = (text: string): { readonly header: Header; readonly body: string } => {
  const none = { header: NO_HEADER, body: text }
  const lines = /^\s*((?:[^\n]+\n)+)[ \t]*\n/.exec(text)
  if (!lines) return none
  const fields = lines[1]!
    .trimEnd()
    .split('\n')
    .map((line) => LINE.exec(line.trimEnd()))
  const header: Record<keyof Header, string | null> = { ...NO_HEADER }
  for (const field of fields) {
    const name = FIELDS[field?.[1]?.toLowerCase() ?? '']
    if (!field || name === undefined || header[name] !== null) return none
    header[name] = name === 'published' ? isoDate(field[2]!) : field[2]!
    if (header[name] === null) return none
  }
  return { header, body: text.slice(lines[0].length) }
}
