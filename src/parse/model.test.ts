import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ModelError, nativeRuntime, ReaderModel, webRuntime } from './model.js'
import { parseReport } from './read.js'

const MODEL = join(import.meta.dirname, '../../model')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'herodot-model-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('the runtime in WebAssembly finds the plain claims that the native one finds', async () => {
  const text = 'Government forces shelled the town of Adwa on Tuesday, killing 12 civilians. The rebels denied the attack.'
  const [native, web] = await Promise.all(
    [nativeRuntime, webRuntime].map(async (runtime) => {
      const model = await ReaderModel.open(MODEL, runtime)
      const { triggers } = await parseReport(text, model)
      await model.close()
      return triggers.map(({ span, type }) => ({ span, type }))
    }),
  )
  expect(native!.length).toBeGreaterThan(1)
  expect(web).toEqual(native)
})

test('opening the model writes nothing to the disk', () => {
  const { CI: _, ...env } = process.env // its makers count nothing on build machines
  const script = `await (await import(${JSON.stringify(join(import.meta.dirname, 'model.ts'))})).ReaderModel.open()`
  execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    cwd: join(MODEL, '..'),
    env: { ...env, HOME: folder, XDG_CACHE_HOME: folder, TMPDIR: folder, TSX_DISABLE_CACHE: '1' },
  })
  expect(readdirSync(folder, { recursive: true })).toEqual([])
})

describe('a broken model is told with its folder and a code', () => {
  test.each(['manifest.json', 'vocab.txt', 'encoder.onnx', 'linker.onnx'])('%s is cut off', async (file) => {
    cpSync(MODEL, folder, { recursive: true })
    truncateSync(join(folder, file), 1000)
    await expect(ReaderModel.open(folder)).rejects.toThrow(ModelError)
    await expect(ReaderModel.open(folder)).rejects.toThrow(
      /^the reader model in \S+ cannot be opened \(.+\): install herodot again \[parse\/no-model\]$/,
    )
  })

  test('there is none', async () => {
    await expect(ReaderModel.open(folder)).rejects.toThrow('ENOENT')
  })
})
