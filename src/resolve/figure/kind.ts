import { FIGURE_KINDS, type FigureKind } from '../../claim.js'
import { anyOf } from './number.js'
import { readTable } from './table.js'

const ROWS = readTable('figure-cues', ['kind', 'word'])
const CUES = new Map(
  FIGURE_KINDS.map((kind) => [kind, ROWS.filter((row) => row.kind === kind).map(({ word }) => word)] as const)
    .filter(([, words]) => words.length > 0)
    .map(([kind, words]) => [kind, new RegExp(`(?<!\\w)${anyOf(words)}(?!\\w)`, 'i')] as const),
)

/** Whether a sentence may tell of this kind of figure: the kinds of `knowledge/figure-cues.tsv` need one of their words ("died" for the killed). */
export const mayTellOf = (kind: FigureKind, sentence: string): boolean => CUES.get(kind)?.test(sentence) ?? true
