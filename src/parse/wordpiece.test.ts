import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readVocabulary, wordPieces } from './wordpiece.js'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const vocabulary = readVocabulary(read('../../model/vocab.txt'))
const oracle = JSON.parse(read('./wordpiece.oracle.json')) as { text: string; ids: number[]; spans: [number, number][]; words: number[] }[]

describe('wordPieces', () => {
  it.each(oracle.map((o) => [o.text, o] as const))('agrees with the reference tokenizer on %j', (text, { ids, spans, words }) => {
    const pieces = wordPieces(text, vocabulary)
    expect(pieces.map((p) => p.id)).toEqual(ids)
    expect(pieces.map((p) => [p.span.start, p.span.end])).toEqual(spans)
    expect(pieces.map((p) => p.word)).toEqual(words)
  })

  it('refuses a file that is no vocabulary', () => {
    expect(() => readVocabulary('one\ntwo\n')).toThrow(/BERT vocab/)
  })
})
