import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { captured, flushed } from '../../test/effects.js'
import { memoryFiles } from '../../test/memory-files.js'
import { FAKE, temporary } from '../../test/record.js'
import { Record } from '../record/record.js'
import { serveCommand } from './serve.js'

/** Starts the command, does something with the address that it prints, and stops it. */
const run = async (args: readonly string[], work: (url: string) => Promise<void> = async () => {}) => {
  const effects = captured(memoryFiles({}), FAKE)
  const opened: string[] = []
  let stop = () => {}
  const command = serveCommand({
    browse: async (url) => opened.push(url),
    stopped: () =>
      new Promise((resolve) => {
        stop = resolve
      }),
  })
  const code = command.run(args, effects)
  let ended = false
  const settled = code.then(
    () => null,
    (error: Error) => error,
  )
  settled.then(() => {
    ended = true
  })
  while (!effects.stderr.text.includes('Herodot is at') && !ended) await new Promise((done) => setTimeout(done, 5))
  const url = /Herodot is at (\S+)/.exec(effects.stderr.text)?.[1]
  if (url) await work(url)
  stop()
  const error = await settled
  await flushed(effects)
  return { error, opened, err: effects.stderr.text }
}

it('makes the record, serves it, opens the browser and stops', async () => {
  const record = join(temporary(), 'new.db')
  const { opened, error } = await run(['--record', record, '--port', '0'], async (url) => {
    expect((await fetch(new URL('/api/v1/summary', url))).status).toBe(200)
    expect((await fetch(url)).status).toBe(200)
  })
  expect(error).toBeNull()
  expect(opened).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/$/)])
  Record.open(record).close()
})

it('does not open the browser with --no-open, and stops while a page listens', async () => {
  const { opened, error } = await run(['--record', join(temporary(), 'a.db'), '--port', '0', '--no-open'], async (url) => {
    const stream = await fetch(new URL('/api/v1/events', url))
    stream.body!.getReader().read()
  })
  expect([opened, error]).toEqual([[], null])
})

it('prints a link for the first administrator', async () => {
  const record = join(temporary(), 'a.db')
  const { err } = await run(['--record', record, '--port', '0', '--no-open', '--users'])
  expect(err).toMatch(/first administrator, open once: http:\/\/127\.0\.0\.1:\d+\/setup#[\w-]{43}\n/)
})

it('refuses what is unsafe or wrong', async () => {
  const message = async (...args: readonly string[]) => (await run(['--record', ':memory:', '--no-open', ...args])).error?.message
  expect(await message('--host', '0.0.0.0')).toContain('--token T, or --users')
  expect(await message('--token', 'short')).toContain('16 letters')
  expect(await message('--token', 'a-token-of-some-length', '--users')).toContain('do not go together')
  for (const origin of ['herodot.example', 'https://herodot.example/app', 'ftp://herodot.example'])
    expect(await message('--origin', origin, '--users')).toContain('without a path')
  expect(await message('--origin', 'https://herodot.example')).toContain('--token T, or --users')
  expect(await message('--port', '70000')).toContain('--port takes a whole number')
  expect(await message('file.db')).toContain('is no option')
})

it('says when the port is in use', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => other.once('listening', done))
  const { port } = other.address() as AddressInfo
  const { error } = await run(['--record', ':memory:', '--no-open', '--port', `${port}`])
  expect(error?.message).toBe(`port ${port} is in use: another one with --port N, any free one with --port 0`)
  other.close()
})
