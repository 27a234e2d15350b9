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
    [
      'cuts the cue off the start',
      'He told us on Monday how it rained.',
      'told',
      'He told us on Monday how it rained',
      'told',
      'us on Monday how it rained',
    ],
    [
      'goes on after the cue',
      '“It rained,” he said. “It poured.” I left.',
      'said',
      '“It rained,”',
      'said',
      '“It rained,” he said. “It poured.”',
    ],
    ['leaves out the hearer', 'She told the two men that it rained.', 'told', 'the two men that it rained', 'told', 'that it rained'],
  ])('%s', (_, text, cue, content, ...expected) => {
    expect(read(text, cue, content)).toEqual(expected)
  })

  it('leaves alone what is right, and an end that is not there', () => {
    expect(read('He said it rained on Friday.', 'said', 'it rained on Friday')).toEqual(['said', 'it rained on Friday'])
    expect(read('He said “it rained', 'said', '“it rained')).toEqual(['said', '“it rained'])
  })

  it('cuts off the source with its cue', () => {
    const text = 'It rained, the old man said on Monday.'
    const { content } = trimAttribution(text, {
      source: at(text, 'the old man'),
      cue: at(text, 'said'),
      content: at(text, 'It rained, the old man said on Monday'),
      quoted: false,
    })
    expect(content && sliceOf(text, content)).toBe('It rained')
  })

  it.each([
    ['a new paragraph', '“It rained,” he said.\n“It poured.”'],
    ['words that are not quoted', 'It rained, he said. “It poured.”'],
    ['a quotation that does not close', '“It rained,” he said. “It poured.'],
  ])('does not go on over %s', (_, text) => {
    const content = text.slice(0, text.indexOf(' he')).replace(/^([^“].*),$/, '$1')
    expect(read(text, 'said', content)).toEqual(['said', content])
  })

  it('has no content where only marks are left', () => {
    expect(read('He said: , then left', 'said', ', ')).toEqual(['said:', null])
  })
})
