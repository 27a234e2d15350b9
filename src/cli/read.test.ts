import { beforeAll, describe, expect, test } from 'vitest'
import { captured, flushed, keep } from '../../test/effects.js'
import { seeds, trickyText } from '../../test/generated.js'
import { memoryFiles } from '../../test/memory-files.js'
import { fakeModules } from '../../test/reader-modules.js'
import type { Reading } from '../claim.js'
import { sliceOf } from '../report.js'
import type { ReaderModules } from '../workers.js'
import { herodot } from './herodot.js'

let modules: ReaderModules
beforeAll(async () => {
  modules = await fakeModules()
})

const FILES = memoryFiles(
  {
    'in/a.txt': 'The army shelled the town.\nThousands fled.',
    'in/b.html': '<article><p>The army left the town on Tuesday.</p></article>',
    'in/c.report.json': '{"doc": "coded", "text": "Thousands fled.", "published": "2016-11-03"}',
    'bad/empty.txt': '',
    'bad/good.txt': 'The army left.',
    'bad/throws.txt': 'THROW',
    'odd/odd.txt': 'ODD. The army left.',
    'in/notes.csv': '',
  },
  'The army left.',
)

const run = async (args: readonly string[], changes: Parameters<typeof captured>[2] = {}) => {
  const effects = captured(FILES, modules, changes)
  const code = await herodot(['read', ...args], effects)
  await flushed(effects)
  return { code, out: effects.stdout.text, err: effects.stderr.text }
}

const readings = (out: string): Reading[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('--jsonl', () => {
  test('prints one object a report on a line and nothing else', async () => {
    const { code, out, err } = await run(['in', '--jsonl'])
    expect(code).toBe(0)
    expect(out.endsWith('}\n')).toBe(true)
    expect(readings(out).map(({ doc, claims }) => [doc, claims.map(({ type }) => type)])).toEqual([
      ['a', ['ASSAULT', 'DISPLACE']],
      ['b', ['RETREAT']],
      ['coded', ['DISPLACE']],
    ])
    expect(Object.keys(readings(out)[0]!)).toEqual(['doc', 'report', 'claims', 'problems', 'coder'])
    expect(err).toBe(
      'herodot: in/notes.csv: was skipped: its name is not that of a text, page or coded report (name the file itself to have it read) [ingest/skipped]\n',
    )
  })

  test('is the same with any number of workers', async () => {
    const [one, three] = await Promise.all([
      run(['in', 'bad', '--jsonl', '--workers', '1']),
      run(['in', 'bad', '--jsonl', '--workers', '3']),
    ])
    expect(three).toEqual(one)
  })

  test('has layers on demand', async () => {
    expect(readings((await run(['in/a.txt', '--jsonl', '--layers'])).out)[0]).toHaveProperty('layers.mentions')
  })

  test('has spans that cut the words of a claim out of the text, whatever is in it', async () => {
    const texts = seeds(150).map(
      (seed) => `${trickyText(seed)} The army shelled the town ${trickyText(seed + 1000)} and left. ${trickyText(seed + 2000)}`,
    )
    const contents = texts.flatMap((text, i) => [
      [`in/${i}.txt`, text],
      [`in/${i}.report.json`, JSON.stringify({ doc: `coded ${i}`, text })],
    ])
    const effects = captured(memoryFiles(Object.fromEntries(contents)), modules)
    expect(await herodot(['read', 'in', '--jsonl'], effects)).toBe(0)
    await flushed(effects)
    const found = readings(effects.stdout.text)
    expect(found).toHaveLength(300)
    for (const { report, claims } of found) {
      expect(claims.length).toBeGreaterThan(0)
      for (const { trigger } of claims) expect(sliceOf(report.text, trigger.span)).toBe(trigger.text)
    }
  })
})

describe('exit code', () => {
  test.each<[string, readonly string[], number, RegExp]>([
    ['0 where all is read', ['in/a.txt'], 0, /^$/],
    ['0 with a warning', ['odd'], 0, /^herodot: odd\/odd.txt: is odd \[code\/odd\]\n$/],
    ['1 where a file is empty', ['bad/empty.txt', 'in/a.txt'], 1, /^herodot: bad\/empty.txt: is empty \[ingest\/empty-file\]\n$/],
    ['1 where a file is missing', ['gone.txt'], 1, /^herodot: gone.txt: does not exist \[ingest\/not-found\]\n$/],
    ['1 where the reader fails', ['bad/throws.txt'], 1, /\[read\/internal\]/],
    ['2 without a file', [], 2, /^herodot read: name a file/],
    ['2 with an unknown option', ['--foo', 'in'], 2, /^herodot read: Unknown option '--foo' \(see herodot read --help\)\n$/],
    ['2 with no number of workers', ['in', '--workers', 'many'], 2, /--workers takes a whole number from 1 to 256, not "many"/],
    ['2 with no workers', ['in', '--workers', '0'], 2, /--workers/],
    ['2 with a confidence over 1', ['in', '--min-confidence', '90'], 2, /--min-confidence takes a number from 0 to 1/],
    ['2 with a date that is none', ['in', '--published', 'Tuesday'], 2, /--published takes a date such as 2016-11-03, not "Tuesday"/],
    ['2 with an address that is none', ['in', '--url', 'example'], 2, /--url/],
    ['2 with layers on a page', ['in', '--layers'], 2, /--layers needs --jsonl/],
  ])('%s', async (_, args, code, err) => {
    const found = await run(args)
    expect(found.err).toMatch(err)
    expect(found.code).toBe(code)
    if (code === 2) expect(found.out).toBe('')
  })

  test('1 without a model, in words', async () => {
    const { code, err } = await run(['in/a.txt'], { modules: await fakeModules('./reader-without-model.mjs') })
    expect([code, err]).toEqual([1, 'herodot: the model is missing\n'])
  })
})

test('a problem stands in the reading as well', async () => {
  const [reading] = readings((await run(['bad/throws.txt', '--jsonl'])).out)
  expect(reading).toMatchObject({ doc: 'throws', claims: [], problems: [{ code: 'read/internal', file: 'bad/throws.txt' }] })
})

test('the user knows better than the file', async () => {
  const args = [
    'in/c.report.json',
    '--jsonl',
    '--published',
    '3 November 2016',
    '--publisher',
    'P',
    '--title',
    'T',
    '--url',
    'https://example.org/a',
  ]
  expect(readings((await run(args)).out)[0]!.report).toMatchObject({
    published: '2016-11-03',
    publisher: 'P',
    title: 'T',
    url: 'https://example.org/a',
  })
})

test('standard input is a report', async () => {
  const { code, out } = await run(['-', '--jsonl'])
  expect([code, readings(out)[0]!.doc]).toEqual([0, 'stdin'])
})

test('--min-confidence leaves out what is less sure', async () => {
  expect(readings((await run(['in/a.txt', '--jsonl', '--min-confidence', '0.5'])).out)[0]!.claims.map(({ type }) => type)).toEqual([
    'ASSAULT',
  ])
})

test('--quiet leaves out warnings but no errors', async () => {
  const { code, err } = await run(['bad', 'odd', 'in', '--quiet'])
  expect([code, err.match(/\[.*?\]/g)]).toEqual([1, ['[ingest/empty-file]', '[read/internal]']])
})

test('it stops without complaint when nobody reads on', async () => {
  const contents = Object.fromEntries(seeds(500).map((n) => [`in/${n}.txt`, 'The army left.']))
  const files = memoryFiles(contents)
  const effects = captured(files, modules, { stdout: keep({}, 2000) })
  expect(await herodot(['read', 'in', '--jsonl', '--workers', '1'], effects)).toBe(0)
  expect(effects.stderr.text).toBe('')
  expect(files.opened.length).toBeLessThan(20)
})

test('it says so when the output cannot be written', async () => {
  const { code, err } = await run(['in', '--jsonl', '--quiet'], { stdout: keep({}, 10, 'ENOSPC') })
  expect([code, err]).toEqual([1, 'herodot: ENOSPC\n'])
})

test('names of files cannot play tricks on the terminal', async () => {
  expect((await run(['\x1b[2Jgone\n.txt'])).err).toBe('herodot:  [2Jgone .txt: does not exist [ingest/not-found]\n')
})
