import { expect, test } from 'vitest'
import { parseOf, spanOf } from '../../test/document.js'
import { sliceOf } from '../report.js'
import { sentencesOf } from './sentence.js'

test('sorts tokens and mentions by sentence, whatever the order of the mentions', () => {
  const text = 'Troops moved.\nPeople fled Mosul.\nNothing else.'
  const mention = (words: string) => ({ span: spanOf(text, words), type: 'place' as const, confidence: 1 })
  const sentences = sentencesOf(parseOf(text, [], [mention('Mosul'), mention('Troops')]))
  const words = (spans: readonly { span: { start: number; end: number } }[]) => spans.map(({ span }) => sliceOf(text, span))
  expect(sentences.map(({ tokens }) => words(tokens))).toEqual([
    ['Troops', 'moved', '.'],
    ['People', 'fled', 'Mosul', '.'],
    ['Nothing', 'else', '.'],
  ])
  expect(sentences.map(({ mentions }) => words(mentions))).toEqual([['Troops'], ['Mosul'], []])
})
