import { FIGURE_KINDS, type FigureKind } from '../../claim.js'
import type { Span } from '../../report.js'
import { anyOf } from './number.js'
import { readTable } from './table.js'

const KINDS: ReadonlyMap<string, FigureKind> = new Map(
  readTable('figure-cues', ['kind', 'word']).map(({ kind, word }) => {
    const known = FIGURE_KINDS.find((one) => one === kind)
    if (known === undefined) throw new Error(`knowledge/figure-cues.tsv: no kind of figure is "${kind}"`)
    return [word, known]
  }),
)
const CUE = new RegExp(`(?<!\\w)${anyOf(KINDS.keys())}(?!\\w)`, 'gi')

/** Words that a reader crosses to get from the figure to a cue, weighed: a new clause or another figure parts them. */
const distance = (between: string): number =>
  (between.match(/\S+/g)?.length ?? 0) +
  3 * (between.match(/[,;:]|\b(?:and|but|while|who|which|that)\b/g)?.length ?? 0) +
  4 * (between.match(/\d/g) ? 1 : 0)

/** Cues that name those who are counted, or stand in the figure's own phrase, tell less than an act does. */
const WEAK = 4
/** Farther than this, in weighed words, a cue says nothing of the figure. */
const REACH = 20

/**
 * The kind of a figure by the cue word nearest to it in its sentence (`knowledge/figure-cues.tsv`), null where none is near.
 * `figure` is a span of the sentence.
 */
export const kindFromWords = (sentence: string, figure: Span): FigureKind | null => {
  let best: { kind: FigureKind; at: number } | null = null
  for (const match of sentence.matchAll(CUE)) {
    const kind = KINDS.get(match[0].toLowerCase())!
    const end = match.index + match[0].length
    const between = end <= figure.start ? sentence.slice(end, figure.start) : sentence.slice(figure.end, match.index)
    const at = distance(between) + (kind === 'strength' || kind === 'affected' ? WEAK : 0)
    if (at <= REACH && (best === null || at < best.at)) best = { kind, at }
  }
  return best?.kind ?? null
}
