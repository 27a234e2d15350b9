/**
 * How soon each view of the application paints, and how soon it answers to a key or a click, in a real Chromium.
 *
 * npm run bench:paint [-- CLAIMS [FILE]]   FILE keeps the record; CHROMIUM names another browser
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CDPSession, chromium, type Page } from 'playwright-core'
import { CHROMIUM, FLAGS } from '../test/e2e/browser.js'
import { serveRecord } from '../test/serve-record.js'
import { VIEWS } from './paint/views.js'
import { recordWith } from './queries/record.js'
import { samplesOf } from './queries/samples.js'
import { writeSection } from './results.js'

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

/** Milliseconds until what the view is about is there. */
const load = async (page: Page, address: string, shows: string) => {
  const begun = performance.now()
  await page.goto(server.url + address, { waitUntil: 'commit' })
  await page.locator(shows).first().waitFor({ timeout: 60_000 })
  return performance.now() - begun
}

/** Milliseconds of CPU that the page's own thread has worked. */
const worked = async (session: CDPSession): Promise<number> => {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN)
}

const firstPaint = (page: Page) => page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN)

interface Run {
  readonly first: number
  readonly content: number
  readonly loading: number
  readonly slowest: number
  readonly acting: number
}

const rows: string[] = []
const busy = loadavg()[0]!
for (const { name, path: pathOf, shows, acts } of VIEWS) {
  const runs: Run[] = []
  for (let n = 0; n < RUNS; n++) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.addInitScript(watch)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    const content = await load(page, pathOf(samples, n), shows)
    const loading = await worked(session)
    await page.waitForTimeout(1500)
    const first = await firstPaint(page)
    let acting = 0
    for (const act of acts) {
      const before = await worked(session)
      await act(page)
      await page.waitForTimeout(700)
      acting = Math.max(acting, (await worked(session)) - before)
    }
    const interactions = await page.evaluate(() => (globalThis as unknown as { watched: Watched }).watched.interactions)
    runs.push({ first, content, loading, slowest: Math.max(0, ...interactions), acting })
    await context.close()
  }
  const of = (key: keyof Run) => Math.round(median(runs.map((run) => run[key])))
  const row = `| ${[name, of('first'), of('content'), of('loading'), of('slowest') || 'below 16', of('acting')].join(' | ')} |`
  console.log(row)
  rows.push(row)
}
await browser.close()
await server.close()
rmSync(folder, { recursive: true })

const about = `${Number(size).toLocaleString('en')} claims, median of ${RUNS} loads with nothing kept by the browser; the map is drawn by software. An interaction lasts from the key or click to the next paint; of each load the slowest counts. _CPU_ is what the page's own thread worked until the content was there, and in the 0.7 s after the act: it does not depend on what else the machine did. Load average ${busy.toFixed(1)} before and ${loadavg()[0]!.toFixed(1)} after, on ${availableParallelism()} cores.`
const head = ['| view | first paint, ms | content, ms | CPU, ms | interaction, ms | CPU, ms |', '|---|--:|--:|--:|--:|--:|']
writeSection('paint', [about, [...head, ...rows].join('\n')].join('\n\n'))
