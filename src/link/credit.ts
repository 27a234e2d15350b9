import { type Agencies, type Agency, agenciesIn, agencyNamed } from './agencies.js'
import type { LinkReason, LinkReport } from './input.js'

/** Whose copy a report is by its own words, and the words that say so. */
export interface Credit {
  readonly agency: Agency
  readonly reason: LinkReason
  /** Whether the paper's own staff is named beside the agency. */
  readonly shared: boolean
}

/** `KIRKUK, Iraq, Oct 21 (Reuters) - ` at the head of a text. */
const DATELINE = /^[^\n]{0,120}?\(\s*([\p{L}][^()\n]{1,40}?)\s*\)\s*[-–—:]/u
/** `— AFP`, `(AFP)`, `Reuters, with additional reporting by …` as the last line. */
const SIGN_OFF = /(?:^|[.!?"”’)]\s*)(?:[-–—(]\s*)?([\p{L}][^\n.!?]{1,80}?)\)?\.?\s*$/u
const STAFF = /\b(?:staff|additional|contributed|and|with|agencies|our)\b/i

/** A credit to an agency in the dateline, the byline or the last line, in this order; null where there is none. */
export const creditOf = ({ text, byline, publisher }: LinkReport, agencies: Agencies): Credit | null => {
  const credit = (line: string | undefined | null, rule: string): Credit | null => {
    if (!line) return null
    const agency = agenciesIn(agencies, line)[0]
    if (!agency || (publisher !== null && agencyNamed(agencies, publisher)?.key === agency.key)) return null
    return { agency, reason: { rule, weight: null, words: line.trim() }, shared: rule !== 'dateline' && STAFF.test(line) }
  }
  for (const line of text.slice(0, 1500).split('\n', 8)) {
    const found = credit(DATELINE.exec(line)?.[1], 'dateline')
    if (found) return found
  }
  const last = text.trimEnd().split('\n').at(-1) ?? ''
  const end = last.length <= 160 ? SIGN_OFF.exec(last)?.[1] : /[.!?"”]\s*[-–—(]\s*([\p{L}][^\n.!?()]{1,40}?)\)?\s*$/u.exec(last)?.[1]
  return credit(byline, 'byline') ?? credit(end, 'sign-off')
}
