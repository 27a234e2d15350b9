import { overlaps } from '../../../report.js'
import type { Candidate } from '../meaning.js'

/** Where candidates overlap the longest stays; of equals, the one of the earlier rule. Result in text order. */
export const keepLongest = (candidates: readonly Candidate[]): Candidate[] => {
  const length = ({ span }: Candidate): number => span.end - span.start
  const kept: Candidate[] = []
  for (const candidate of candidates.toSorted((a, b) => length(b) - length(a)))
    if (!kept.some((other) => overlaps(other.span, candidate.span))) kept.push(candidate)
  return kept.sort((a, b) => a.span.start - b.span.start)
}
