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
/** A last line that is nothing but a credit: `(AFP)`, `Reuters, with additional reporting by …`. */
const CREDIT_LINE = /^[\s\-–—(]*((?:(?:source|by|from|with)\b:?\s+)*[^\n]{1,100}?)[\s).]*$/iu
/** A credit after the last sentence: `… on Monday. — AFP`. */
const SIGN_OFF = /[.!?"”’)]\s*[-–—(]\s*([\p{L}][^\n.!?()]{1,40}?)\)?\.?\s*$/u
const STAFF = /\b(?:staff|additional|contributed|and|with|agencies|our)\b/i

/** A credit to an agency in the dateline, the byline or the last line, in this order; null where there is none. */
export const creditOf = ({ text, byline, publisher }: LinkReport, agencies: Agencies): Credit | null => {
  const last = text.trimEnd().split('\n').at(-1) ?? ''
  const line = CREDIT_LINE.exec(last)?.[1]
  const found = [
    ...text
      .slice(0, 1500)
      .split('\n', 8)
      .map((start) => ({ rule: 'dateline', words: DATELINE.exec(start)?.[1] })),
    { rule: 'byline', words: byline },
    { rule: 'sign-off', words: line !== undefined && opensWithAgency(line, agencies) ? line : SIGN_OFF.exec(last)?.[1] },
  ].flatMap(({ rule, words }) => {
    const agency = words ? agenciesIn(agencies, words)[0] : undefined
    return agency === undefined || (publisher !== null && agencyNamed(agencies, publisher)?.key === agency.key)
      ? []
      : [{ rule, words: words!.trim(), agency }]
  })
  const [first] = found
  if (!first) return null
  const { rule, words, agency } = first
  return { agency, reason: { rule, weight: null, words }, shared: found.some((one) => one.rule !== 'dateline' && STAFF.test(one.words)) }
}

const opensWithAgency = (line: string, agencies: Agencies): boolean => {
  const words = line.replace(/^(?:source|by|from)\b:?\s+/i, '').split(/[\s,;:]+/)
  return [1, 2, 3, 4].some((count) => agencyNamed(agencies, words.slice(0, count).join(' ')) !== null)
}
