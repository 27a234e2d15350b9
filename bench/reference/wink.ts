import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Span } from '../../src/report.js'

const nlp = winkNLP(model)
const { its } = nlp

const TYPES: Readonly<Record<string, string>> = {
  DATE: 'time',
  TIME: 'time',
  DURATION: 'time',
  CARDINAL: 'quantity',
  MONEY: 'quantity',
  PERCENT: 'quantity',
}

interface Found {
  readonly span: Span
  readonly type: string
}

/**
 * Entities of wink-nlp with its English lite model. The model knows times and quantities but no kinds of names;
 * runs of its proper nouns are given as `name`.
 */
export const winkEntities = (text: string): Found[] => {
  const document = nlp.readDoc(text)
  const values = document.tokens().out() as string[]
  const spaces = document.tokens().out(its.precedingSpaces as never) as unknown as string[]
  const pos = document.tokens().out(its.pos as never) as unknown as string[]
  const spans: Span[] = []
  let at = 0
  values.forEach((value, i) => {
    const start = Math.max(at, text.indexOf(value, at + (spaces[i]?.length ?? 0) > text.length ? at : at))
    spans.push({ start, end: start + value.length })
    at = start + value.length
  })
  const found: Found[] = []
  document.entities().each((entity: { out(what: never): unknown }) => {
    const [first, last] = entity.out(its.span as never) as unknown as [number, number]
    const type = TYPES[entity.out(its.type as never) as unknown as string]
    if (type) found.push({ span: { start: spans[first]!.start, end: spans[last]!.end }, type })
  })
  for (let i = 0; i < pos.length; i++) {
    if (pos[i] !== 'PROPN') continue
    const first = i
    while (pos[i + 1] === 'PROPN') i++
    found.push({ span: { start: spans[first]!.start, end: spans[i]!.end }, type: 'name' })
  }
  return found
}

/** What is timed: tokens, parts of speech and entities. */
export const winkRead = (text: string): number => nlp.readDoc(text).entities().length()
