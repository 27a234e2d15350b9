import { splitSentences } from '../parse/sentences.js'
import { type Span, sliceOf } from '../report.js'
import { byPublication, type LinkReport } from './input.js'
import { type Sketch, shinglesOf, sketchOf } from './sketch.js'
import { shared } from './words.js'

/** A report that carries another's text. */
export interface Copy {
  readonly report: string
  /** The earlier report whose text it is. */
  readonly of: string
  /** Jaccard similarity of the two texts' runs of five words. */
  readonly similarity: number
  /** Share of the later text's runs that the earlier has. */
  readonly coverage: number
  /** Sentences of the later report that the earlier does not have: its own words, as spans of its text. */
  readonly own: readonly Span[]
}

/** Share of the later report that must come from the earlier one, and how many runs of words at the least. */
const COVERAGE = 0.4
const RUNS = 25
/** A sentence is taken over where this share of its runs is in the earlier report. */
const TAKEN = 0.6
/** Different texts of one bucket that a report is compared with: the earliest. */
export const COMPARED = 24

/** Finds for every report the earlier one whose text it carries most of; cost grows with the reports, not with their pairs. */
export const findCopies = (reports: readonly LinkReport[]): readonly Copy[] => {
  const byId = new Map(reports.map((report) => [report.id, report]))
  const sketches = reports.map(sketchOf)
  const buckets = bucketsOf(sketches)
  return copiesAmong(
    sketches,
    (key) => buckets.get(key) ?? [],
    (id) => byId.get(id)!,
  )
}

/** The reports of each key, the earliest first. */
const bucketsOf = (sketches: readonly Sketch[]): ReadonlyMap<number, readonly Sketch[]> => {
  const buckets = new Map<number, Sketch[]>()
  for (const sketch of [...sketches].sort(byPublication))
    for (const key of sketch.keys) {
      const bucket = buckets.get(key)
      if (bucket) bucket.push(sketch)
      else buckets.set(key, [sketch])
    }
  return buckets
}

/** A report in a bucket. */
export type Sketched = Omit<Sketch, 'keys'>

/**
 * The copies among the given reports, in order of publication. `bucket` gives the reports of a key, the earliest first: all of them, or
 * at least the earliest report of each of the `COMPARED` texts that came first.
 */
export const copiesAmong = (
  reports: readonly Sketch[],
  bucket: (key: number) => Iterable<Sketched>,
  report: (id: string) => Pick<LinkReport, 'text'>,
): readonly Copy[] => {
  const shingles = new Map<string, Uint32Array>()
  const shinglesFor = (id: string): Uint32Array => {
    let found = shingles.get(id)
    if (!found) {
      if (shingles.size >= 2000) shingles.clear()
      found = shinglesOf(report(id).text)
      shingles.set(id, found)
    }
    return found
  }
  return [...reports].sort(byPublication).flatMap((later) => {
    const copy = copyOf(later, earlierThan(later, bucket), shinglesFor, report)
    return copy === null ? [] : [copy]
  })
}

/** Reports to compare with, earliest first, one of each text. */
const earlierThan = (later: Sketch, bucket: (key: number) => Iterable<Sketched>): readonly Sketched[] => {
  const candidates = new Map<number, Sketched>()
  for (const key of later.keys) {
    const texts = new Set<number>()
    for (const earlier of bucket(key)) {
      if (texts.size >= COMPARED || byPublication(earlier, later) >= 0) break
      if (texts.has(earlier.textKey)) continue
      texts.add(earlier.textKey)
      const known = candidates.get(earlier.textKey)
      if (!known || byPublication(earlier, known) < 0) candidates.set(earlier.textKey, earlier)
    }
  }
  return [...candidates.values()].sort(byPublication)
}

const copyOf = (
  later: Sketch,
  candidates: readonly Sketched[],
  shinglesFor: (id: string) => Uint32Array,
  report: (id: string) => Pick<LinkReport, 'text'>,
): Copy | null => {
  const same = candidates.find(({ textKey }) => textKey === later.textKey)
  if (same) return { report: later.id, of: same.id, similarity: 1, coverage: 1, own: [] }
  const mine = candidates.length === 0 ? new Uint32Array() : shinglesFor(later.id)
  let best: { readonly of: Sketched; readonly common: number; readonly similarity: number } | null = null
  for (const earlier of candidates) {
    const theirs = shinglesFor(earlier.id)
    const common = shared(mine, theirs)
    if (common < RUNS || common < COVERAGE * mine.length || (best && common <= best.common)) continue
    best = { of: earlier, common, similarity: common / (mine.length + theirs.length - common) }
  }
  if (!best) return null
  return {
    report: later.id,
    of: best.of.id,
    similarity: best.similarity,
    coverage: best.common / mine.length,
    own: ownWords(report(later.id).text, shinglesFor(best.of.id)),
  }
}

/** Sentences of a copy that are not in the text that it carries, by that text's shingles. */
export const ownWords = (text: string, theirs: Uint32Array): readonly Span[] =>
  splitSentences(text).filter((span) => {
    const runs = shinglesOf(sliceOf(text, span))
    return runs.length > 0 && shared(runs, theirs) < TAKEN * runs.length
  })
