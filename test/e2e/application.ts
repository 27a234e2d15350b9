import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { PROGRAM, serveRecord } from '../serve-record.js'
import { CHROMIUM, FLAGS } from './browser.js'

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))

/** Why these tests cannot run here; null where they can. They try the program as built, with its model, in a browser. */
export const missing: string | null = !existsSync(PROGRAM)
  ? 'npm run build has not been run'
  : !existsSync(at('dist/web/index.html'))
    ? 'npm run build:web has not been run'
    : !existsSync(at('model/manifest.json'))
      ? 'there is no model'
      : !existsSync(CHROMIUM)
        ? `there is no browser at ${CHROMIUM}; CHROMIUM names another`
        : null

export interface Application {
  readonly url: string
  readonly browser: Browser
  /** A page of which every request to elsewhere, every fault and every refusal by the content security policy is kept in `faults`. */
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Opened>
  readonly ask: <Answer>(path: string) => Promise<Answer>
  readonly close: () => Promise<void>
}

export interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  readonly faults: readonly string[]
}

export const HOSTILE = '<script>document.title = "taken"</script><img src=x onerror="document.title = \'taken\'">'

/** A report whose text, title and names are hostile. */
const hostileReport = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'herodot-hostile-'))
  const file = join(folder, 'hostile.txt')
  const head = `Rebels ${HOSTILE} attack Mosul\n\nMOSUL, Nov. 3 (Wire) - `
  writeFileSync(
    file,
    `${head}The army attacked Mosul on Thursday, ${HOSTILE} a spokesman said. At least 12 people were killed in Tikrit.\n`,
  )
  return file
}

/** The program with a record made from the examples, and a browser. */
export const startApplication = async (
  reports: readonly string[] = [at('examples'), hostileReport()],
  options: readonly string[] = [],
): Promise<Application> => {
  const record = join(mkdtempSync(join(tmpdir(), 'herodot-e2e-')), 'record.db')
  if (reports.length > 0) execFileSync(process.execPath, [PROGRAM, 'add', ...reports, '--record', record], { stdio: 'pipe' })
  const { url, close } = await serveRecord(record, options)
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS] })
  return {
    url,
    browser,
    open: (path, options) => openPage(browser, url, path, options),
    ask: async <Answer>(path: string) => (await (await fetch(`${url}/api/v1${path}`)).json()) as Answer,
    close: async () => {
      await browser.close()
      await close()
    },
  }
}

const openPage = async (browser: Browser, url: string, path: string, options: BrowserContextOptions = {}): Promise<Opened> => {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
    ...options,
  })
  const faults: string[] = []
  await context.route(
    (asked) => asked.origin !== url && asked.protocol !== 'blob:' && asked.protocol !== 'data:',
    (route) => {
      faults.push(`asks elsewhere: ${route.request().url()}`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(url + path)
  return { page, context, faults }
}
