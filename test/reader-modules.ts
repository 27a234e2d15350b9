import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transformWithOxc } from 'vite'
import type { ReaderModules } from '../src/workers.js'

/** Modules for tests that read with a fake reader. A worker does not know of TypeScript, so the worker's code is turned into JavaScript first. */
export const fakeModules = async (reader = './fake-reader.mjs'): Promise<ReaderModules> => {
  const source = new URL('../src/worker.ts', import.meta.url)
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), 'worker.ts')
  const file = join(mkdtempSync(join(tmpdir(), 'herodot-')), 'worker.mjs')
  writeFileSync(file, code)
  return { pipeline: new URL(reader, import.meta.url), worker: pathToFileURL(file) }
}
