import type { Candidate } from './meaning.js'
import type { Moment } from './moment.js'

/** How far into the text a dateline may reach. */
const HEAD = 160

/**
 * The day that a dateline gives ("Lima, 20 Aug 88 (EFE) --"): a full date in the head of the text, before its dash.
 * Null where there is none. By the coding guide it stands in for a publication date that the file does not give.
 */
export const datelineOf = (text: string, candidates: readonly Candidate[]): Moment | null => {
  const head = text.slice(0, HEAD)
  const dash = /\s(?:--|[-–—])\s|\(\w[^)]{1,40}\)\s*[-–—]?/.exec(head)
  if (!dash) return null
  const first = candidates.find(({ span }) => span.end <= dash.index + 1)
  if (first?.meaning.type !== 'date') return null
  const { year, month, day } = first.meaning.fields
  return year === undefined || month === undefined || day === undefined ? null : { unit: 'day', year, month, day }
}
