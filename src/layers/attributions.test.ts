import { describe, expect, it } from 'vitest'
import { type Span, sliceOf } from '../report.js'
import { trimAttribution } from './attributions.js'

const at = (text: string, words: string): Span => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const read = (text: string, cue: string, content: string) => {
  const found = trimAttribution(text, { source: null, cue: at(text, cue), content: at(text, content), quoted: false })
  return [found.cue && sliceOf(text, found.cue), found.content && sliceOf(text, found.content)]
}

describe('trimAttribution', () => {
  it.each([
    ['leaves out the day between them', 'He said Friday that it rained.', 'said', 'Friday that it rained', 'said', 'that it rained'],
    ['gives the colon to the cue', 'He said: it rained.', 'said', 'it rained', 'said:', 'it rained'],
    ['leaves out the comma before a cue', 'It rained, he said.', 'said', 'It rained,', 'said', 'It rained'],
    ['closes a quotation', '“It rained. It poured.” He said so.', 'said', '“It rained.', 'said', '“It rained. It poured.”'],
    ['opens a quotation', 'He said “it rained” again.', 'said', 'it rained”', 'said', '“it rained”'],
    ['leaves out the hearer', 'She told the two men that it rained.', 'told', 'the two men that it rained', 'told', 'that it rained'],
  ])('%s', (_, text, cue, content, ...expected) => {
    expect(read(text, cue, content)).toEqual(expected)
  })

  it('leaves alone what is right, and an end that is not there', () => {
    expect(read('He said it rained on Friday.', 'said', 'it rained on Friday')).toEqual(['said', 'it rained on Friday'])
    expect(read('He said “it rained', 'said', '“it rained')).toEqual(['said', '“it rained'])
  })

  it('has no content where only marks are left', () => {
    expect(read('He said: , then left', 'said', ', ')).toEqual(['said:', null])
  })
})
