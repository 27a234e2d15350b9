import { findCandidates } from './find.js'
import { edtf, type Moment, momentOfIso } from './moment.js'

/** How far into the text a dateline may reach, in UTF-16 code units. */
const HEAD = 160
const DASH = /\s(?:--|[-–—])\s|\(\w[^)]{1,40}\)\s*[-–—]?/

/**
 * The day that a report counts from: its publication date, or where the file gives none a full date in its dateline
 * ("Lima, 20 Aug 88 (EFE) --"). Null where neither is there.
 */
export const publicationDay = (text: string, published: string | null): Moment | null => momentOfIso(published) ?? datelineOf(text)

const datelineOf = (text: string): Moment | null => {
  const dash = DASH.exec(text.slice(0, HEAD))
  if (!dash) return null
  const [first] = findCandidates(text.slice(0, dash.index + 1))
  if (first?.meaning.type !== 'date') return null
  const { year, month, day } = first.meaning.fields
  return year === undefined || month === undefined || day === undefined ? null : { unit: 'day', year, month, day }
}

/** ISO date of the dateline, null where the text has none. */
export const datelineDate = (text: string): string | null => {
  const day = datelineOf(text)
  return day === null ? null : edtf(day)
}
