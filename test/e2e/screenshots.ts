import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { missing, startApplication } from './application.js'

/** Draws the pictures of docs/images from a record of the examples. */
const IMAGES = fileURLToPath(new URL('../../docs/images/', import.meta.url))

if (missing !== null) throw new Error(missing)
mkdirSync(IMAGES, { recursive: true })
const app = await startApplication([fileURLToPath(new URL('../../examples', import.meta.url))])

interface Rows {
  readonly items: readonly { readonly id: string; readonly doc: string; readonly origins: number; readonly contradictions: number }[]
}
const reports = (await app.ask<Rows>('/reports?limit=100')).items
const incidents = (await app.ask<Rows>('/incidents?limit=1000')).items
const governor = reports.find(({ doc }) => doc.includes('governor-killed'))!.id
const disputed = [...incidents].sort((a, b) => b.contradictions - a.contradictions || b.origins - a.origins)[0]!.id
const actor = (await app.ask<Rows>('/actors?limit=1')).items[0]!.id

const SHOTS: readonly (readonly [name: string, path: string, wait: string, keys: readonly string[], dark?: boolean])[] = [
  ['overview', '/overview', '.map canvas', []],
  ['overview-dark', '/overview', '.map canvas', [], true],
  ['reader', `/reader/${governor}`, '.trigger', ['j', 'j', 'j', 'j']],
  ['reader-dark', `/reader/${governor}`, '.trigger', ['j', 'j', 'j', 'j'], true],
  ['review', '/review', '.trigger', ['f', 'f', 'e', 'ArrowRight', 'ArrowLeft', 'Shift+ArrowLeft']],
  ['incident', `/incident/${disputed}`, '.accounts td', []],
  ['actors', '/actors', '.network .node', []],
  ['actor', `/actors/${actor}`, '.dossier .claim-line', []],
  ['sources', '/sources', '.numbers td', []],
  ['publish', '/publish?claims=not-rejected', '.examples li', []],
  ['double-coding', '/double-coding', 'h1', []],
]

for (const [name, path, wait, keys, dark] of SHOTS) {
  const { page, context, faults } = await app.open(path, { colorScheme: dark ? 'dark' : 'light', viewport: { width: 1360, height: 850 } })
  await page.locator(wait).first().waitFor()
  await page.waitForTimeout(name.startsWith('overview') ? 15_000 : 800)
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(250)
  }
  await page.waitForTimeout(400)
  await page.screenshot({ path: `${IMAGES}${name}.png` })
  if (faults.length > 0) console.error(name, faults)
  await context.close()
}
await app.close()
