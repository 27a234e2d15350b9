import type { Span } from '../report.js'
import { SHAPE, shapeOf } from './shape.js'
import { type Vocabulary, wordPieces } from './wordpiece.js'

/** Most word pieces in a window, and most of them that repeat sentences of the window before as context. */
export const WINDOW = 224
const CONTEXT = 64

/** A sentence as the encoder sees it; offsets count into the report's text. */
export interface EncodedSentence {
  readonly ids: readonly number[]
  readonly shapes: readonly number[]
  readonly spans: readonly Span[]
  /** Number of the word, counted in the sentence, that each piece belongs to. */
  readonly words: readonly number[]
}

/** Whole sentences in one pass of the encoder: `[CLS] s1 [SEP] s2 [SEP] …`. */
export interface Window {
  readonly ids: readonly number[]
  readonly shapes: readonly number[]
  /** Sentence of each piece, -1 on special pieces. */
  readonly sentences: readonly number[]
  /** Index of the piece in its sentence, -1 on special pieces. */
  readonly positions: readonly number[]
  /** Whether the piece goes on with the word of the piece before it. */
  readonly joins: readonly boolean[]
  /** First sentence that is decoded here; those before it are context. */
  readonly core: number
  readonly last: number
}

export function encodeSentence(text: string, sentence: Span, vocabulary: Vocabulary): EncodedSentence {
  const pieces = wordPieces(text.slice(sentence.start, sentence.end), vocabulary).slice(0, WINDOW - 2)
  const extents = new Map<number, { start: number; end: number }>()
  for (const { word, span } of pieces) {
    const extent = extents.get(word)
    extents.set(word, extent ? { start: extent.start, end: Math.max(extent.end, span.end) } : { ...span })
  }
  const shapeOfWord = new Map(
    [...extents].map(([word, { start, end }]) => [word, shapeOf(text.slice(sentence.start + start, sentence.start + end))]),
  )
  return {
    ids: pieces.map((p) => p.id),
    shapes: pieces.map((p) => shapeOfWord.get(p.word)!),
    spans: pieces.map((p) => ({ start: sentence.start + p.span.start, end: sentence.start + p.span.end })),
    words: pieces.map((p) => p.word),
  }
}

/** Packs sentences greedily; every sentence is in the core of exactly one window. */
export function packWindows(sentences: readonly EncodedSentence[], vocabulary: Vocabulary): Window[] {
  const windows: Window[] = []
  for (let at = 0; at < sentences.length; ) {
    let first = at
    let size = 1
    const room = Math.min(CONTEXT, WINDOW - sentences[at]!.ids.length - 1)
    while (first > 0 && size + sentences[first - 1]!.ids.length + 1 <= room) size += sentences[--first]!.ids.length + 1
    let last = at
    while (last < sentences.length && (last === at || size + sentences[last]!.ids.length + 1 <= WINDOW))
      size += sentences[last++]!.ids.length + 1
    const ids = [vocabulary.cls]
    const shapes: number[] = [SHAPE.special]
    const numbers = [-1]
    const positions = [-1]
    const joins = [false]
    for (let s = first; s < last; s++) {
      const { ids: own, shapes: ownShapes, words } = sentences[s]!
      for (let i = 0; i < own.length; i++) {
        ids.push(own[i]!)
        shapes.push(ownShapes[i]!)
        numbers.push(s)
        positions.push(i)
        joins.push(i > 0 && words[i] === words[i - 1])
      }
      ids.push(vocabulary.sep)
      shapes.push(SHAPE.special)
      numbers.push(-1)
      positions.push(-1)
      joins.push(false)
    }
    windows.push({ ids, shapes, sentences: numbers, positions, joins, core: at, last })
    at = last
  }
  return windows
}
