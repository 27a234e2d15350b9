import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Reading } from '../../src/claim.js'
import type { GoldDocument, Read } from './component.js'

/** The built command line, as it is installed. */
export const COMMAND = resolve(import.meta.dirname, '../../dist/cli/main.js')

/** Runs `herodot read --layers --jsonl` on a folder of coded reports made from the documents. */
export const readDocuments = <G>(documents: readonly GoldDocument<G>[]): Read<G>[] => {
  const folder = mkdtempSync(join(tmpdir(), 'herodot-bench-'))
  try {
    documents.forEach(({ doc, text, title = null, published = null }, i) => {
      writeFileSync(
        join(folder, `${String(i).padStart(5, '0')}.report.json`),
        JSON.stringify({ doc, text, title, publisher: null, published }),
      )
    })
    const output = join(folder, 'readings.jsonl')
    const out = openSync(output, 'w')
    const files = documents.map((_, i) => join(folder, `${String(i).padStart(5, '0')}.report.json`))
    const { status, signal } = spawnSync(
      process.execPath,
      [COMMAND, 'read', '--layers', '--jsonl', '--quiet', '--workers', '1', ...files],
      {
        stdio: ['ignore', out, 'inherit'],
      },
    )
    closeSync(out)
    if (status !== 0) throw new Error(`herodot read ended with ${status ?? signal}`)
    const readings = readFileSync(output, 'utf8').trimEnd().split('\n')
    return documents.map((document, i) => ({ ...document, reading: JSON.parse(readings[i]!) as Reading }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
