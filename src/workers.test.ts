import { beforeAll, describe, expect, test } from 'vitest'
import { randomOf, seeds } from '../test/generated.js'
import { all, memoryFiles } from '../test/memory-files.js'
import { fakeModules } from '../test/reader-modules.js'
import { type Ingested, ingest } from './ingest/ingest.js'
import { type ReaderModules, type ReadReportsOptions, readReports } from './workers.js'

let modules: ReaderModules
beforeAll(async () => {
  modules = await fakeModules()
})

const ingested = (texts: readonly string[]) => {
  const names = texts.map((_, i) => `${String(i).padStart(4, '0')}.txt`)
  return ingest(names, {}, memoryFiles(Object.fromEntries(texts.map((text, i) => [names[i]!, text]))))
}

const read = (texts: readonly string[], options: ReadReportsOptions = {}) => all(readReports(ingested(texts), options, modules))

const SENTENCES = ['The army shelled the town. ', 'Thousands fled.\n', 'It left. ', 'Nothing happened.\n', 'SLOW ', 'ODD ', 'THROW ']

const textOf = (seed: number) => {
  const random = randomOf(seed)
  return Array.from({ length: 1 + Math.floor(random() * 8) }, () => SENTENCES[Math.floor(random() ** 2 * SENTENCES.length)]).join('')
}

describe('whatever the number of workers', () => {
  test('the readings are the same, byte for byte, in the order of the files', async () => {
    const texts = ['', ...seeds(60).map(textOf), '%PDF-']
    const [one, two, five] = await Promise.all(
      [1, 2, 5].map(async (workers) => JSON.stringify(await read(texts, { workers, layers: true }))),
    )
    expect(two).toBe(one)
    expect(five).toBe(one)
    expect(JSON.parse(one!).map(({ file }: { file: string }) => file)).toEqual(texts.map((_, i) => `${String(i).padStart(4, '0')}.txt`))
  })

  test.each([1, 3])('a report on which the reader fails is a problem, and the rest is read (%i)', async (workers) => {
    const outcomes = await read(['It left.', 'THROW', 'It left.', 'It left.'], { workers })
    expect(outcomes.map(({ reading }) => reading?.claims.length)).toEqual([1, 0, 1, 1])
    expect(outcomes[1]!.problems).toEqual([
      {
        code: 'read/internal',
        message: 'could not be read because of a fault in herodot: the reader stumbled',
        severity: 'error',
        file: '0001.txt',
        span: null,
      },
    ])
  })

  test.each([1, 2])('without a reader it throws (%i)', async (workers) => {
    const without = await fakeModules('./reader-without-model.mjs')
    await expect(all(readReports(ingested(['It left.', 'It left.']), { workers }, without))).rejects.toThrow('the model is missing')
  })
})

test('a worker that dies costs its report only', async () => {
  const outcomes = await read(['It left.', 'DIE', ...Array.from({ length: 20 }, () => 'It left.')], { workers: 2 })
  expect(outcomes.map(({ problems }) => problems.length)).toEqual([0, 1, ...Array.from({ length: 20 }, () => 0)])
  expect(outcomes[1]!.problems[0]).toMatchObject({ code: 'read/internal', file: '0001.txt' })
})

test('no more than a few reports are ahead of the one that is taken', async () => {
  let given = 0
  let taken = 0
  const many = (async function* (): AsyncGenerator<Ingested> {
    for await (const item of ingested(Array.from({ length: 200 }, () => 'It left.'))) {
      given++
      expect(given - taken).toBeLessThanOrEqual(7)
      yield item
    }
  })()
  for await (const _ of readReports(many, { workers: 2 }, modules)) taken++
  expect(taken).toBe(200)
})

test('who stops early leaves nothing running', async () => {
  for await (const { reading } of readReports(ingested(Array.from({ length: 50 }, () => 'SLOW. It left.')), { workers: 2 }, modules)) {
    expect(reading?.claims).toHaveLength(1)
    break
  }
})

test('a reading holds the report, its claims, all problems and who coded it', async () => {
  const [outcome] = await read(['ODD. It left; thousands fled.'])
  expect(Object.keys(outcome!.reading!)).toEqual(['doc', 'report', 'claims', 'problems', 'coder'])
  expect(outcome!.reading!.problems).toEqual([{ code: 'code/odd', message: 'is odd', severity: 'warning', file: '0000.txt', span: null }])
})

test('claims of little confidence are left out on demand', async () => {
  const [outcome] = await read(['It left; thousands fled.'], { minConfidence: 0.5 })
  expect(outcome!.reading!.claims.map(({ trigger }) => trigger.text)).toEqual(['left'])
})

test('a large run by default uses several workers, with the same result', async () => {
  const texts = seeds(30).map((seed) => textOf(seed) + 'It left. '.repeat(500))
  expect(await read(texts)).toEqual(await read(texts, { workers: 1 }))
})
