import { describe, expect, test } from 'vitest'
import { parseOf, spanOf, triggerOf } from '../../test/document.js'
import { loadCodebook } from './codebook.js'
import { countedBy } from './counted.js'
import { sentencesOf } from './sentence.js'

const codebook = loadCodebook()

const counted = (text: string, number: string, around: readonly string[] = []) => {
  const trigger = triggerOf(text, text.split(' ')[0]!, 'ASSAULT', { recipient: around })
  return countedBy(codebook, text, sentencesOf(parseOf(text, [trigger]))[0]!, trigger, spanOf(text, number))
}

describe('what is counted', () => {
  test.each([
    ['Shells killed 12 people.', '12', 'people'],
    ['Shells killed at least 35 more innocent civilians on Monday.', 'at least 35', 'innocent civilians'],
    ['Fighting displaced hundreds of civilians.', 'hundreds', 'civilians'],
    ['Forces took nine of the villages, he said.', 'nine', 'villages'],
    ['Police found two weapons caches near the school.', 'two', 'weapons caches'],
    ['Jets hit three houses destroyed earlier.', 'three', 'houses'],
    ['Gunmen shot two women dead.', 'two', 'women'],
    ['Engineers cleared 40 bombs left behind.', '40', 'bombs'],
  ])('%s %s', (text, number, of) => expect(counted(text, number)).toBe(of))

  test('ends with the filler that holds the number', () =>
    expect(counted('Rebels freed 20 army prisoner families yesterday.', '20', ['20 army prisoner'])).toBe('army prisoner'))
})

describe('nothing counted is named', () => {
  test.each([
    ['Shells killed 40, wounding 90.', '90'],
    ['Shells wounded 90 on Monday.', '90'],
    ['Hundreds circled the square.', 'Hundreds'],
    ['The toll is 12.', '12'],
    ['Rebels killed 12 more', '12'],
  ])('%s %s', (text, number) => expect(counted(text, number)).toBeNull())

  test('does not look into the next sentence', () => expect(counted('The toll is 12\nPeople fled', '12')).toBeNull())
})
