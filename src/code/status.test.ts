import { describe, expect, test } from 'vitest'
import { statusFromWords } from './status.js'

const statusOf = (sentence: string, trigger: string) => statusFromWords(sentence.slice(0, sentence.indexOf(trigger)))

describe('status from the words before a trigger', () => {
  test.each([
    ['The mayor called on both sides to stop firing.', 'stop', 'demanded'],
    ['She said the captives must be released.', 'released', 'demanded'],
    ['Two men tried to cross the river.', 'cross', 'attempted'],
    ['The group may attack again.', 'attack', 'hypothetical'],
    ['Four of them are still being held.', 'held', 'ongoing'],
  ])('%s', (sentence, trigger, status) => expect(statusOf(sentence, trigger)).toBe(status))

  test.each([
    ['They called on the court and left.', 'left'],
    ['In May attacks fell.', 'fell'],
    ['The army crossed the river.', 'crossed'],
    ['He was told of plans, and to his horror they shot him.', 'shot'],
  ])('says nothing of %s', (sentence, trigger) => expect(statusOf(sentence, trigger)).toBeNull())
})
