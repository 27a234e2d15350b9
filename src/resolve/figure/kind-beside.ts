import type { FigureKind } from '../../claim.js'
import type { Span } from '../../report.js'

// 12 people were wounded; 7 injuries
const AFTER: readonly (readonly [FigureKind, RegExp])[] = [
  ['injured', /^(?:\s+(?!and\b|but\b|killed\b|dead\b)[\p{L}'’-]+){0,4}?\s+(?:injured|wounded|hurt|injuries)\b/iu],
  ['killed', /^(?:\s+(?!and\b|but\b|injured\b|wounded\b)[\p{L}'’-]+){0,3}?\s+(?:killed|dead|deaths|fatalities)\b/iu],
  ['missing', /^(?:\s+(?!and\b|but\b)[\p{L}'’-]+){0,3}?\s+missing\b/iu],
]
// wounding 40; killed at least 12
const BEFORE: readonly (readonly [FigureKind, RegExp])[] = [
  ['injured', /\b(?:injuring|wounding|injured|wounded|hurt|hurting)\s+(?:(?:another|a further|some|about)\s+)?$/i],
  ['killed', /\b(?:killing|killed|kills|executed|beheaded)\s+(?:(?:another|a further|some|about)\s+)?$/i],
]

/** The kind of a figure that a word right beside it gives, null where none does: "killed 12 and wounded 40". */
export const kindBeside = (text: string, { start, end }: Span): FigureKind | null => {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 80).split(/[.;,]/)[0]!
  return BEFORE.find(([, pattern]) => pattern.test(before))?.[0] ?? AFTER.find(([, pattern]) => pattern.test(after))?.[0] ?? null
}
