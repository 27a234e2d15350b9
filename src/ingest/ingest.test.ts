import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { seeds, trickyText } from '../../test/generated.js'
import { all, fileError, memoryFiles } from '../../test/memory-files.js'
import { countFiles, type IngestOptions, ingest } from './ingest.js'
import { TEXT_LIMIT } from './limits.js'

const REPORT =
  'Troops enter the eastern districts\n\nMOSUL, Iraq — Troops entered “eastern” districts on Tuesday, an officer said. At least 12 were killed.\n'
const FRENCH =
  'Les forces irakiennes sont entrées mardi dans les quartiers est de la ville, a déclaré un porte-parole du ministère de la défense, après des semaines de combats.'

const utf16 = (text: string, bigEndian = false, mark = true): Uint8Array => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

const windows1252 = (text: string): Uint8Array =>
  Uint8Array.from(text, (letter) => ({ '“': 0x93, '”': 0x94, '—': 0x97 })[letter] ?? letter.charCodeAt(0))

const one = async (name: string, content: string | Uint8Array | Error, options: IngestOptions = {}) => {
  const found = await all(ingest([name], options, memoryFiles({ [name]: content })))
  expect(found).toHaveLength(1)
  return found[0]!
}

const codes = (problems: readonly { code: string; severity: string }[]) => problems.map(({ code, severity }) => `${severity} ${code}`)

describe('what cannot be read is a problem with a code', () => {
  test.each<[string, string, string | Uint8Array | Error, string]>([
    ['an empty file', 'a.txt', '', 'ingest/empty-file'],
    ['white space', 'a.txt', ' \n\t\n', 'ingest/empty-file'],
    ['a coded report without words', 'a.report.json', '{"text":" "}', 'ingest/empty-file'],
    ['a PDF', 'a.txt', '%PDF-1.7\n…', 'ingest/binary-file'],
    ['binary data', 'a', Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 7919) >> 3), 'ingest/binary-file'],
    ['zero bytes', 'a.txt', new Uint8Array(100), 'ingest/binary-file'],
    ['broken JSON', 'a.report.json', '{"doc": "a",', 'ingest/bad-report-json'],
    ['JSON that is no object', 'a.json', '[1, 2]', 'ingest/bad-report-json'],
    ['a coded report without text', 'a.report.json', '{"doc": "a"}', 'ingest/bad-report-json'],
    ['a coded report with a wrong field', 'a.report.json', '{"doc": 7, "text": "x"}', 'ingest/bad-report-json'],
    [
      'a page of links',
      'a.html',
      '<html><body><ul><li><a href="a">Home</a><li><a href="b">World. News</a></ul></body></html>',
      'ingest/no-article',
    ],
    ['an empty page', 'a.html', '<html></html>', 'ingest/no-article'],
    [
      'a page nested beyond reason',
      'a.html',
      `<html><body>${'<div>'.repeat(3000)}The army left the town on Tuesday night.`,
      'ingest/too-large',
    ],
    ['a page of nothing but tags', 'a.html', '<html><body>'.padEnd(500_000, '<b><i><p>'), 'ingest/too-large'],
    ['a text longer than any report', 'a.txt', 'The army left the town. '.repeat(TEXT_LIMIT / 20), 'ingest/too-large'],
    ['a file that may not be read', 'a.txt', fileError('EACCES'), 'ingest/unreadable'],
    ['a file that fails while it is read', 'a.txt', fileError('EIO'), 'ingest/unreadable'],
  ])('%s', async (_, name, content, code) => {
    const { file, report, problems } = await one(name, content)
    expect(report).toBeNull()
    expect(codes(problems)).toContain(`error ${code}`)
    expect(problems.every((problem) => problem.file === file && problem.message.length > 5)).toBe(true)
  })

  test('a missing file, an address, a folder that may not be listed, and the rest is read', async () => {
    const files = memoryFiles({ 'in/': fileError('EACCES'), 'in/a.txt': REPORT, 'b.txt': REPORT })
    const found = await all(ingest(['missing.txt', 'https://example.org/a', 'in', 'b.txt'], {}, files))
    expect(found.map(({ file, problems }) => [file, ...codes(problems)])).toEqual([
      ['missing.txt', 'error ingest/not-found'],
      ['https://example.org/a', 'error ingest/not-found'],
      ['in', 'error ingest/unreadable'],
      ['b.txt'],
    ])
  })

  test('a stream without end is given up at the limit', async () => {
    const block = new Uint8Array(2 ** 20).fill(0x61)
    const endless = async function* () {
      for (;;) yield block
    }
    const [found] = await all(ingest(['-'], {}, { ...memoryFiles({}), standardInput: endless }))
    expect(codes(found!.problems)).toEqual(['error ingest/too-large'])
  })

  test('a large file is not even opened', async () => {
    const files = memoryFiles({ 'a.txt': REPORT })
    const found = await all(ingest(['a.txt'], {}, { ...files, kind: async () => ({ kind: 'file', size: 10 ** 12 }) }))
    expect(codes(found[0]!.problems)).toEqual(['error ingest/too-large'])
    expect(files.opened).toEqual([])
  })
})

describe('what can be read is read, with a word on what was odd', () => {
  test.each<[string, Uint8Array | string, string, readonly string[]]>([
    ['UTF-8', REPORT, REPORT, []],
    ['UTF-8 with a byte order mark', `\ufeff${REPORT}`, REPORT, []],
    ['UTF-16 LE', utf16(REPORT), REPORT, ['warning ingest/encoding']],
    ['UTF-16 BE', utf16(REPORT, true), REPORT, ['warning ingest/encoding']],
    ['UTF-16 LE without a mark', utf16(REPORT, false, false), REPORT, ['warning ingest/encoding']],
    ['UTF-16 BE without a mark', utf16(REPORT, true, false), REPORT, ['warning ingest/encoding']],
    ['Windows-1252', windows1252(REPORT), REPORT, ['warning ingest/encoding']],
    ['UTF-8 cut off in a letter', Buffer.from(`${REPORT}“`).subarray(0, -1), `${REPORT}\ufffd`, ['warning ingest/damaged-text']],
    ['lines of Windows and of old Macs', 'The army left.\r\nIt came\rback.\n', 'The army left.\nIt came\nback.\n', []],
    ['control characters', 'The \0army\x07 left\x1b[31m.\fIt came back.', 'The  army  left [31m.\nIt came back.', []],
    ['quotes that went through Latin-1', 'The army\u0092s \u0093front\u0094.', 'The army’s “front”.', []],
    [
      'emoji and marks of direction',
      'The army 👩‍👩‍👧 left \u202eabc\u202c \u200fالموصل.',
      'The army 👩‍👩‍👧 left \u202eabc\u202c \u200fالموصل.',
      [],
    ],
  ])('%s', async (_, content, text, problems) => {
    const found = await one('a.txt', content)
    expect(found.report?.text).toBe(text)
    expect(codes(found.problems)).toEqual(problems)
  })

  test('one endless sentence', async () => {
    const text = 'the army and '.repeat(100_000)
    expect((await one('a.txt', text)).report?.text).toBe(text)
  })

  test('a text in another language is passed on with its language, as not read', async () => {
    const { report, problems } = await one('a.txt', FRENCH)
    expect(report?.language).toBe('fra')
    expect(codes(problems)).toEqual(['error ingest/not-english'])
    expect(problems[0]!.message).toContain('French')
  })

  test('the format is told by the content before the name', async () => {
    expect(
      (await one('a.txt', '<!DOCTYPE html><html><body><article><p>The army left the town.</p></article></body></html>')).report?.text,
    ).toBe('The army left the town.')
    expect((await one('a', '{"doc": "b", "text": "The army left."}')).report).toMatchObject({ doc: 'b', text: 'The army left.' })
  })
})

describe('a report', () => {
  test('has the name of its file, hashes of its bytes and of its text', async () => {
    const { report } = await one('some/place/a.b.txt', `\ufeff${REPORT}`)
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(report).toMatchObject({ doc: 'a.b', language: 'eng', title: 'Troops enter the eastern districts' })
    expect(report?.sha256).toEqual({ raw: sha256(`\ufeff${REPORT}`), text: sha256(REPORT) })
  })

  test('takes what the user knows better', async () => {
    const options = { title: 'T', publisher: 'P', url: 'https://example.org/', published: '2016-11-03' }
    expect(
      (await one('a.report.json', '{"doc":"a","text":"The army left.","title":"x","published":"2015"}', options)).report,
    ).toMatchObject(options)
  })

  test('keeps its `doc` apart from the others of the run', async () => {
    const files = memoryFiles({
      'x/a.txt': REPORT,
      'y/a.html': '<article><p>The army left the town.</p></article>',
      'z/a.report.json': '{"doc":"a","text":"Left."}',
    })
    const found = await all(ingest(['x', 'y', 'z', 'x'], {}, files))
    expect(found.map(({ report }) => report?.doc)).toEqual(['a', 'a-2', 'a-3', 'a-4'])
    expect(codes(found[2]!.problems)).toEqual(['warning ingest/same-doc'])
  })

  test('comes from standard input', async () => {
    const [found] = await all(ingest(['-'], {}, memoryFiles({}, REPORT)))
    expect(found).toMatchObject({ file: '-', report: { doc: 'stdin', text: REPORT } })
  })

  test('with a text coded elsewhere keeps it code unit for code unit', async () => {
    for (const text of seeds(200).map(trickyText)) {
      const { report } = await one('a.report.json', JSON.stringify({ doc: 'a', text }))
      if (text.trim() !== '') expect(report?.text).toBe(text)
    }
  })
})

test('files come one at a time: the next is opened when the last was taken', async () => {
  const contents = Object.fromEntries(seeds(1000).map((n) => [`in/${String(n).padStart(4, '0')}.txt`, REPORT]))
  const files = memoryFiles(contents)
  let taken = 0
  for await (const { file } of ingest(['in'], {}, files)) {
    expect(files.opened.at(-1)).toBe(file)
    expect(files.opened).toHaveLength(++taken)
  }
  expect(taken).toBe(1000)
  expect(await countFiles(['in'], files)).toBe(1000)
})
