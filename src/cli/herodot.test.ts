import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { captured, flushed } from '../../test/effects.js'
import { memoryFiles } from '../../test/memory-files.js'
import { READER_MODULES } from '../workers.js'
import { COMMANDS } from './commands.js'
import { herodot } from './herodot.js'

const run = async (...args: readonly string[]) => {
  const effects = captured(memoryFiles({}), READER_MODULES)
  const code = await herodot(args, effects)
  await flushed(effects)
  return { code, out: effects.stdout.text, err: effects.stderr.text }
}

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  expect(await run('--version')).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('--help lists every command', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(0)
  for (const [name, load] of COMMANDS) expect(out).toContain(`  ${name.padEnd(10)} ${(await load()).summary}\n`)
})

test.each([...COMMANDS.keys()])('%s --help tells how to use it, in lines that fit a terminal', async (name) => {
  const { code, out, err } = await run(name, 'x', '--help', '--foo')
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain(`Usage: herodot ${name} `)
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
})

test('no command, or an unknown one, is wrong usage', async () => {
  expect(await run()).toMatchObject({ code: 2, out: '' })
  expect(await run('raed')).toEqual({ code: 2, out: '', err: 'herodot: there is no command "raed" (see herodot --help)\n' })
  expect(await run('constructor')).toMatchObject({ code: 2 })
})
