import { describe, expect, it } from 'vitest'
import { splitSentences } from '../../parse/sentences.js'
import { resolveCoreference } from './resolve.js'

/** Name of the entity that the words belong to; `words#2` is their second occurrence. */
const nameOf = (text: string, words: string, others: readonly string[]) => {
  const at = (wanted: string) => {
    const [word, nth = '1'] = wanted.split('#')
    let start = -1
    for (let n = 0; n < Number(nth); n++) start = text.indexOf(word!, start + 1)
    return { start, end: start + word!.length }
  }
  const span = at(words)
  const entities = resolveCoreference({
    text,
    published: '2016-11-03',
    sentences: splitSentences(text),
    mentions: [],
    links: [...others.map(at), span],
  })
  return entities.find((e) => e.spans.some((s) => s.start === span.start && s.end === span.end))?.name ?? null
}

describe('resolveCoreference', () => {
  it('takes a last name for the full name given before', () => {
    expect(nameOf('Gen. Talib Shaghati spoke in Bartella. Shaghati said the road was open.', 'Shaghati#2', ['Gen. Talib Shaghati'])).toBe(
      'Talib Shaghati',
    )
  })

  it('takes a pronoun for the one who was spoken of', () => {
    expect(nameOf('President Omar Tolma left the capital. He vowed to return.', 'He', ['President Omar Tolma'])).toBe('Omar Tolma')
  })

  it('does not take a pronoun where nobody was named', () => {
    expect(nameOf('He vowed to return.', 'He', [])).toBeNull()
  })

  it('reads the pronouns that nobody asked about, but not a bare "it"', () => {
    const text = 'Talib Shaghati left his base. It rained. They saw him.'
    const [entity] = resolveCoreference({ text, sentences: splitSentences(text), mentions: [], links: [{ start: 0, end: 14 }] })
    expect(entity!.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['Talib Shaghati', 'his', 'him'])
  })

  it('gives the same entities in whatever order the links come', () => {
    const text = 'Talib Shaghati spoke. He left. Shaghati came back.'
    const sentences = splitSentences(text)
    const links = [
      { start: 0, end: 14 },
      { start: 22, end: 24 },
      { start: 31, end: 39 },
    ]
    const forward = resolveCoreference({ text, sentences, mentions: [], links })
    expect(resolveCoreference({ text, sentences, mentions: [], links: [...links].reverse() })).toEqual(forward)
  })
})
