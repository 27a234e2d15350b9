import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { all, memoryFiles } from '../../test/memory-files.js'
import { type Files, nodeFiles } from './files.js'
import { nameOf, walk } from './walk.js'

const visited = async (paths: readonly string[], files: Files) =>
  (await all(walk(paths, files))).map(({ file, problem }) => (problem ? `${file} ${problem.severity} ${problem.code}` : file))

test('folders in depth, by the code units of the names', async () => {
  const files = memoryFiles({
    'in/b.txt': '',
    'in/B.txt': '',
    'in/a/2.txt': '',
    'in/a/10.txt': '',
    'in/é.html': '',
    'in/c.report.json': '',
  })
  expect(await visited(['in'], files)).toEqual(['in/B.txt', 'in/a/10.txt', 'in/a/2.txt', 'in/b.txt', 'in/c.report.json', 'in/é.html'])
})

test('what is no report is passed over, with a warning where one might think it is one', async () => {
  const files = memoryFiles({
    'in/.hidden.txt': '', 'in/.git/a.txt': '', 'in/README.md': '', 'in/LICENSE': '', 'in/a.claims.json': '', 'in/a.gold.json': '',
    'in/a.pdf': '', 'in/data.json': '', 'in/plain': '', 'in/of 2016-11.03': '',
  }) // biome-ignore format: a list of names
  expect(await visited(['in'], files)).toEqual([
    'in/a.pdf warning ingest/skipped',
    'in/data.json warning ingest/skipped',
    'in/of 2016-11.03',
    'in/plain',
  ])
})

test('a path that the user names is taken whatever it is called', async () => {
  const files = memoryFiles({ 'in/.hidden.csv': '' })
  expect(await visited(['in/.hidden.csv', '-'], files)).toEqual(['in/.hidden.csv', '-'])
})

test('a folder without reports is worth a warning', async () => {
  expect(await visited(['in'], memoryFiles({ 'in/.hidden': '' }))).toEqual(['in warning ingest/empty-folder'])
})

test('links to folders above are not followed round and round', async () => {
  const root = await mkdtemp(join(tmpdir(), 'herodot-'))
  try {
    await mkdir(join(root, 'a'))
    await writeFile(join(root, 'a', 'x.txt'), 'x')
    await symlink(root, join(root, 'a', 'up'))
    await symlink(join(root, 'gone'), join(root, 'dead.txt'))
    expect(await visited([root], nodeFiles)).toEqual([join(root, 'a', 'x.txt'), `${join(root, 'dead.txt')} error ingest/not-found`])
  } finally {
    await rm(root, { recursive: true })
  }
})

test('a report is named after its file without folder and known suffix', () => {
  expect(['x/a.txt', 'a.report.json', 'a.HTML', 'a.2016.txt', 'a.pdf', 'plain', '-'].map(nameOf)).toEqual([
    'a',
    'a',
    'a',
    'a.2016',
    'a.pdf',
    'plain',
    'stdin',
  ])
})
