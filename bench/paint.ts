/**
 * How soon each view of the application paints, and how soon it answers to a key or a click, in a real Chromium.
 *
 * npm run bench:paint [-- CLAIMS [FILE]]   FILE keeps the record; CHROMIUM names another browser
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { CHROMIUM, FLAGS } from '../test/e2e/browser.js'
import { VIEWS } from './paint/views.js'
import { recordWith } from './queries/record.js'
import { samplesOf } from './queries/samples.js'
import { writeSection } from './results.js'
import { serveRecord } from './served.js'

const [size = '100000', file] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'herodot-paint-'))
const path = file ?? join(folder, 'record.db')
const record = recordWith(Number(size), path, console.error)
const samples = samplesOf(record)
record.close()
const server = await serveRecord(path)
const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS] })

const RUNS = 3
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!

interface Watched {
  /** Durations of interactions, from the input to the next paint; those below 16 ms are not told. */
  readonly interactions: number[]
}

const watch = () => {
  const watched: Watched = { interactions: [] }
  Object.assign(globalThis, { watched })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as unknown as { duration: number; interactionId?: number }[])
      if (entry.interactionId) watched.interactions.push(entry.duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as never)
}

/** Milliseconds to the first paint with content, and until what the view is about is there. */
const load = async (page: Page, address: string, shows: string) => {
  const begun = performance.now()
  await page.goto(server.url + address, { waitUntil: 'commit' })
  await page.locator(shows).first().waitFor({ timeout: 60_000 })
  const content = performance.now() - begun
  const first = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN)
  return { first, content }
}

const rows: string[] = []
for (const { name, path: pathOf, shows, acts } of VIEWS) {
  const runs: { readonly first: number; readonly content: number; readonly slowest: number }[] = []
  for (let n = 0; n < RUNS; n++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.addInitScript(watch)
    const { first, content } = await load(page, pathOf(samples, n), shows)
    await page.waitForTimeout(1500)
    for (const act of acts) {
      await act(page)
      await page.waitForTimeout(700)
    }
    const interactions = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.interactions)
    runs.push({ first, content, slowest: Math.max(0, ...interactions) })
    await context.close()
  }
  const of = (key: 'first' | 'content' | 'slowest') => Math.round(median(runs.map((run) => run[key])))
  const row = `| ${name} | ${of('first')} | ${of('content')} | ${acts.length === 0 ? '' : of('slowest') || 'below 16'} |`
  console.log(row)
  rows.push(row)
}
await browser.close()
await server.close()
rmSync(folder, { recursive: true })

const about = `${Number(size).toLocaleString('en')} claims, median of ${RUNS} loads with nothing kept by the browser; the map is drawn by software. An interaction lasts from the key or click to the next paint; of each load the slowest counts.`
const head = ['| view | first paint, ms | content, ms | interaction, ms |', '|---|--:|--:|--:|']
writeSection('paint', [about, [...head, ...rows].join('\n')].join('\n\n'))
