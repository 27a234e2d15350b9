import { findCandidates } from './find.js'
import { edtf, type Moment, momentOfIso } from './moment.js'

/** How far into the text a dateline may reach, in UTF-16 code units. */
const HEAD = 200
/** What ends a dateline: an agency in parentheses or a dash. */
const END = /^\s*(?:\([^()]{2,60}\)|-|[–—])/

/** What says before a date that the text came out on it. */
const CAME_OUT = /\b(?:published|posted|updated)\b\W*(?:(?:on|at|duration)\W+)?$/i

/**
 * The day that a report counts from: its publication date, or where the file gives none a full date in its head
 * ("Lima, 20 Aug 88 (EFE) --", "Published 27 May 2019"). Null where neither is there.
 */
export const publicationDay = (text: string, published: string | null): Moment | null => momentOfIso(published) ?? datelineDay(text)

const datelineDay = (text: string): Moment | null => {
  for (const { meaning, span } of findCandidates(text.slice(0, HEAD))) {
    if (meaning.type !== 'date' || !(END.test(text.slice(span.end, HEAD)) || CAME_OUT.test(text.slice(0, span.start)))) continue
    const { year, month, day } = meaning.fields
    if (year !== undefined && month !== undefined && day !== undefined) return { unit: 'day', year, month, day }
  }
  return null
}

/** ISO date of the dateline, null where the text has none. */
export const datelineDate = (text: string): string | null => {
  const day = datelineDay(text)
  return day === null ? null : edtf(day)
}
