import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.js'
import { encodeSentence, packWindows, WINDOW } from './windows.js'
import { readVocabulary } from './wordpiece.js'

const vocabulary = readVocabulary(readFileSync(new URL('../../model/vocab.txt', import.meta.url), 'utf8'))
const pack = (text: string) => {
  const sentences = splitSentences(text).map((s) => encodeSentence(text, s, vocabulary))
  return { sentences, windows: packWindows(sentences, vocabulary) }
}

describe('packWindows', () => {
  it('decodes every sentence in exactly one window', () => {
    const { sentences, windows } = pack('The army shelled the northern town on Monday. '.repeat(120))
    const decoded = windows.flatMap((w) => Array.from({ length: w.last - w.core }, (_, i) => w.core + i))
    expect(windows.length).toBeGreaterThan(3)
    expect(decoded).toEqual(sentences.map((_, i) => i))
  })

  it('gives later windows what was said before', () => {
    const { windows } = pack('Rebels took a bridge. '.repeat(100))
    for (const w of windows.slice(1)) expect(w.sentences.some((s) => s >= 0 && s < w.core)).toBe(true)
  })

  it.each(['one '.repeat(900), `Short one. ${'long '.repeat(215)}. Another here.`, 'x'.repeat(5000), '', '.'])(
    'stays within the window for awkward text %#',
    (text) => {
      for (const w of pack(text).windows) expect(w.ids.length).toBeLessThanOrEqual(WINDOW)
    },
  )

  it('marks the pieces that go on with a word', () => {
    const { windows } = pack('Qayyarah fell')
    const [window] = windows
    expect(window!.joins.slice(1, 3)).toEqual([false, true])
    expect(window!.joins.at(-1)).toBe(false)
  })
})
