import type { Span } from '../report.js'

/** What ends a clause, or begins another. */
const BREAK = /[,;:()"“”]|\b(?:after|as|because|before|since|that|until|when|where|which|while|who)\b/i

/** True where no mark and no conjunction stands between the two spans. */
export const isOneClause = (text: string, a: Span, b: Span): boolean =>
  !BREAK.test(text.slice(Math.min(a.end, b.end), Math.max(a.start, b.start)))
