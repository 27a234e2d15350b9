import type { FigureKind } from '../claim.js'
import { type Span, sliceOf } from '../report.js'
import { kindBeside, mayTellOf } from '../resolve/figure/index.js'
import type { Codebook, TypeEntry } from './codebook.js'

/** What only people (and animals) can be. */
const OF_PEOPLE: ReadonlySet<FigureKind> = new Set(['killed', 'injured', 'missing', 'displaced'])
const MONEY = /^[$€£¥]|^(?:US|A|C)\$|%$|\bper ?cent$/i

/** A number of a sentence, with what it counts and its kinds as the model ranks them, the likeliest first. */
export interface Counted {
  readonly span: Span
  readonly of: string | null
  readonly kinds: readonly FigureKind[]
}

/**
 * The kind of a claim's figure: what the word beside it says ("killed 12 and wounded 40"), else the likeliest that the claim's type has,
 * what is counted can be and the sentence tells of. Null where the word beside it gives a kind that the type does not have: the figure
 * is another claim's ("police held six men and killed two": the two were not held).
 */
export const figureKind = (
  codebook: Codebook,
  entry: TypeEntry,
  text: string,
  sentence: Span,
  { span, of, kinds }: Counted,
): FigureKind | null => {
  const isThing = MONEY.test(sliceOf(text, span)) || (of !== null && countsThings(codebook, of))
  const can = (kind: FigureKind): boolean => !(isThing && OF_PEOPLE.has(kind))
  const beside = kindBeside(text, span)
  if (beside !== null && can(beside)) return entry.figures.includes(beside) ? beside : null
  const words = sliceOf(text, sentence)
  return kinds.find((kind) => entry.figures.includes(kind) && can(kind) && mayTellOf(kind, words)) ?? 'other'
}

const countsThings = (codebook: Codebook, of: string): boolean => {
  const head = of.toLowerCase().split(/\s+/).at(-1)!
  return [head, head.replace(/s$/, ''), head.replace(/es$/, ''), head.replace(/ies$/, 'y')].some((form) =>
    codebook.counted.things.has(form),
  )
}
