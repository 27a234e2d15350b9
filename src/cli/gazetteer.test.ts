import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { captured, flushed } from '../../test/effects.js'
import { fileError, memoryFiles } from '../../test/memory-files.js'
import { READER_MODULES } from '../workers.js'
import { herodot } from './herodot.js'

const home = mkdtempSync(join(tmpdir(), 'herodot-'))
afterAll(() => rmSync(home, { recursive: true }))

const run = async (files: Readonly<Record<string, string | Error>>, ...args: readonly string[]) => {
  const effects = { ...captured(memoryFiles(files), READER_MODULES), env: { HERODOT_HOME: home } }
  const code = await herodot(['gazetteer', ...args], effects)
  await flushed(effects)
  return { code, out: effects.stdout.text, err: effects.stderr.text }
}

test('places of a table are added and told', async () => {
  const { code, out, err } = await run({ 'own.csv': 'name,lat,lon,country\nQwertzabad,36.5,43.5,Iraq\n' }, 'add', 'own.csv')
  expect([code, out]).toEqual([0, ''])
  expect(err).toBe(`1 places added, 0 brought up to date; 1 of your own in ${join(home, 'gazetteer.bin')}\n`)
  expect(existsSync(join(home, 'gazetteer.bin'))).toBe(true)
})

test('a bad line is named by its number and the rest is added', async () => {
  const { code, err } = await run({ 'own.csv': 'name,lat,lon\nA,95,1\nB,1,1\n' }, 'add', 'own.csv')
  expect(code).toBe(1)
  expect(err).toContain('herodot: own.csv: line 2: "95", "1" are no latitude and longitude in degrees [gazetteer/coordinates]\n')
  expect(err).toContain('1 places added')
})

test('a missing file is told', async () => {
  const { code, err } = await run({ 'none.csv': fileError('ENOENT') }, 'add', 'none.csv')
  expect(code).toBe(1)
  expect(err).toBe('herodot: none.csv: there is no such file [gazetteer/unreadable]\n')
})

test.each([[[]], [['add']], [['list']], [['add', 'a', 'b']]])('%j is wrong usage', async (args) => {
  expect((await run({}, ...args)).code).toBe(2)
})
