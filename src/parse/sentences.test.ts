import { describe, expect, it } from 'vitest'
import { sliceOf } from '../report.js'
import { LONGEST_SENTENCE, splitSentences } from './sentences.js'

const sentences = (text: string) => splitSentences(text).map((s) => sliceOf(text, s))

describe('splitSentences', () => {
  it.each([
    ['Troops advanced. Rebels withdrew.', ['Troops advanced.', 'Rebels withdrew.']],
    ['Gen. Abdul Karim spoke. He left.', ['Gen. Abdul Karim spoke.', 'He left.']],
    ['The U.S. Army denied it.', ['The U.S. Army denied it.']],
    ['It was struck by the U.S. The army denied it.', ['It was struck by the U.S.', 'The army denied it.']],
    ['On Oct. 17 it began. Then it stopped.', ['On Oct. 17 it began.', 'Then it stopped.']],
    ['"We will stay." He then left.', ['"We will stay."', 'He then left.']],
    ['“Leave now!” the loudspeaker said.', ['“Leave now!” the loudspeaker said.']],
    ['A headline without a stop\nThe text begins.', ['A headline without a stop', 'The text begins.']],
    ['Some 3.5 million fled. No. 4 hospital was hit.', ['Some 3.5 million fled.', 'No. 4 hospital was hit.']],
    ['John F. Kerry met him.', ['John F. Kerry met him.']],
    ['', []],
    [' \n\t ', []],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })

  it('cuts an endless sentence at white space and keeps every word', () => {
    const text = 'word '.repeat(2000)
    const found = splitSentences(text)
    expect(found.length).toBeGreaterThan(1)
    expect(found.every((s) => s.end - s.start <= LONGEST_SENTENCE)).toBe(true)
    expect(found.map((s) => sliceOf(text, s)).join(' ')).toBe(text.trim())
  })

  it('does not cut a surrogate pair of an endless word', () => {
    const text = '😀'.repeat(3000)
    for (const s of splitSentences(text)) expect(sliceOf(text, s)).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/)
  })
})
