import { overlaps } from '../../../report.js'
import type { Candidate } from '../meaning.js'

const length = ({ span }: Candidate): number => span.end - span.start

/** Where candidates overlap the longest stays; of equals, the one of the earlier rule. Result in text order. */
export const keepLongest = (candidates: readonly Candidate[]): Candidate[] => {
  const kept: Candidate[] = []
  let cluster: Candidate[] = []
  let end = 0
  const settle = (): void => {
    kept.push(...longestOf(cluster))
    cluster = []
  }
  for (const candidate of candidates.toSorted((a, b) => a.span.start - b.span.start)) {
    if (candidate.span.start >= end) settle()
    cluster.push(candidate)
    end = Math.max(end, candidate.span.end)
  }
  settle()
  return kept
}

const longestOf = (cluster: readonly Candidate[]): Candidate[] => {
  const kept: Candidate[] = []
  for (const candidate of cluster.toSorted((a, b) => length(b) - length(a)))
    if (!kept.some((other) => overlaps(other.span, candidate.span))) kept.push(candidate)
  return kept.sort((a, b) => a.span.start - b.span.start)
}
