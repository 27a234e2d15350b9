import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { FAKE, ingested, manyReports, temporary } from '../../test/record.js'
import { addReports } from './add.js'
import { Record } from './record.js'

const ADDING = fileURLToPath(new URL('../../test/record-adding.ts', import.meta.url))
const REPORTS = 400
const KILLS = 50

/** Adds in a process of its own, killed some milliseconds after it began; says whether it was done before. */
const addAndKill = async (path: string, after: number): Promise<boolean> => {
  const child = spawn(process.execPath, ['--import', 'tsx', ADDING, path, String(REPORTS)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const timer = setTimeout(() => child.kill('SIGKILL'), after)
  const [code] = await once(child, 'exit')
  clearTimeout(timer)
  return code === 0
}

const whole = (path: string): number => {
  const record = Record.open(path)
  expect(record.one('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' })
  expect(record.all('PRAGMA foreign_key_check')).toEqual([])
  const partial = record.all(
    'SELECT r.id FROM report r WHERE (SELECT count(*) FROM claim c WHERE c.report = r.key) <> 5 OR NOT EXISTS (SELECT 1 FROM reading g WHERE g.report = r.key)',
  )
  expect(partial).toEqual([])
  const wrong = record.all(
    'SELECT key FROM report r WHERE claims <> (SELECT count(*) FROM claim c WHERE c.report = r.key AND c.current = 1)',
  )
  expect(wrong).toEqual([])
  expect(record.one('SELECT count(*) AS n FROM claim_words')).toEqual(record.one('SELECT count(*) AS n FROM claim'))
  const { n } = record.one<{ n: number }>('SELECT count(*) AS n FROM report')!
  record.close()
  return n
}

/** Seeded, so that a failure can be seen again. */
const randoms = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

it('is whole after being killed at any moment, and complete after another run', { timeout: 600_000 }, async () => {
  const random = randoms(7)
  let path = `${temporary()}/r.db`
  let before = 0
  for (let kill = 0; kill < KILLS; kill++) {
    const done = await addAndKill(path, Math.floor(random() * 400))
    const now = whole(path)
    expect(now).toBeGreaterThanOrEqual(before)
    before = now
    if (!done) continue
    expect(now).toBe(REPORTS)
    path = `${temporary()}/r.db`
    before = 0
  }
  const record = Record.open(path, { create: true })
  for await (const _ of addReports(record, ingested(manyReports(REPORTS)), { workers: 1, modules: FAKE })) {
    // Only to the end.
  }
  record.close()
  expect(whole(path)).toBe(REPORTS)
  const again = Record.open(path)
  expect(again.all('SELECT report FROM unlinked')).toEqual([])
  expect(again.one('SELECT count(*) AS n FROM report WHERE valid_to IS NULL')).toEqual({ n: (REPORTS * 4) / 5 })
  again.close()
})
