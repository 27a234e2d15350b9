import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { reportWith } from '../../test/linking.js'
import { sliceOf } from '../report.js'
import { findCopies } from './copies.js'

const example = (name: string) => readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8')
const wire = example('mosul-2016-10-21-kirkuk-raid.txt').replace(/^.*?\n\n/s, '')
const paragraphs = wire.split('\n\n')

test('finds the same text in another paper', () => {
  const [copy, ...none] = findCopies([
    reportWith({ id: 'b', published: '2016-10-22', text: wire }),
    reportWith({ id: 'a', published: '2016-10-21', text: wire }),
  ])
  expect(none).toEqual([])
  expect(copy).toEqual({ report: 'b', of: 'a', similarity: 1, coverage: 1, own: [] })
})

test('a copy with a paragraph added is a copy plus its own words', () => {
  const added =
    'By Saturday the fighting had died down in most districts. An official said that at least 46 people had been killed and 133 wounded, most of them members of the security forces.'
  const text = [...paragraphs.slice(0, 6), added].join('\n\n')
  const [copy] = findCopies([
    reportWith({ id: 'a', published: '2016-10-21', text: wire }),
    reportWith({ id: 'b', published: '2016-10-22', text }),
  ])
  expect(copy).toMatchObject({ report: 'b', of: 'a' })
  expect(copy!.coverage).toBeGreaterThan(0.7)
  expect(copy!.own.map((span) => sliceOf(text, span)).join(' ')).toBe(added)
})

test('an excerpt is a copy', () => {
  const [copy] = findCopies([
    reportWith({ id: 'a', published: '2016-10-21', text: wire }),
    reportWith({ id: 'b', published: '2016-10-21T12:00:00Z', text: paragraphs.slice(1, 4).join('\n') }),
  ])
  expect(copy).toMatchObject({ report: 'b', of: 'a', own: [] })
})

test('other words on the same event are no copy', () => {
  const other = example('mosul-2016-11-01-gogjali.txt')
  expect(findCopies([reportWith({ id: 'a', text: wire }), reportWith({ id: 'b', text: other })])).toEqual([])
})

test('an empty and a short text are copies of nothing', () => {
  expect(findCopies([reportWith({ id: 'a', text: '' }), reportWith({ id: 'b', text: 'Fighting went on.' })])).toEqual([])
})

test('the order of the reports does not matter', () => {
  const reports = ['d', 'c', 'a', 'b'].map((id, i) =>
    reportWith({ id, published: `2016-10-2${i}`, text: `${wire}\n${'x y z w v '.repeat(i)}` }),
  )
  expect(findCopies([...reports].reverse())).toEqual(findCopies(reports))
})

test('the same text is known again among many that differ a little', () => {
  const versions = Array.from({ length: 60 }, (_, n) =>
    reportWith({
      id: `v${String(n).padStart(2, '0')}`,
      published: `2016-10-21T${String(n).padStart(2, '0')}`,
      text: `${wire}\nUpdate ${n}.`,
    }),
  )
  const again = reportWith({ id: 'again', published: '2016-10-25', text: versions[50]!.text })
  expect(findCopies([...versions, again]).at(-1)).toMatchObject({ report: 'again', of: 'v50', similarity: 1 })
})
