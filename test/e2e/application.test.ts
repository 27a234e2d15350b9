import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tinyPmtiles } from '../pmtiles.js'
import { type Application, HOSTILE, missing, startApplication } from './application.js'

const EXAMPLE = fileURLToPath(new URL('../../examples', import.meta.url))
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong with a page, in words. */
const violations = async (page: Page): Promise<readonly string[]> => {
  // Evaluated by the debugger, which the content security policy does not bind.
  await page.evaluate(await (await import('node:fs/promises')).readFile(AXE, 'utf8'))
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }
    }
    const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`)
          .join(' | ')}`,
    )
  })
  return found
}

interface Rows {
  readonly items: readonly {
    readonly id: string
    readonly doc?: string
    readonly verdict?: string
    readonly contradictions?: number
    readonly kind?: string
  }[]
}

describe.skipIf(missing !== null)(`the application${missing ? ` (${missing})` : ''}`, () => {
  let app: Application
  beforeAll(async () => {
    app = await startApplication()
  }, 240_000)
  afterAll(() => app?.close())

  const first = async (path: string): Promise<string> => (await app.ask<Rows>(path)).items[0]!.id

  const VIEWS: readonly (readonly [name: string, path: () => Promise<string>, shows: string])[] = [
    ['overview', async () => '/overview', '.results .incident-line'],
    ['overview of claims', async () => '/overview?list=claims&country=IRQ', '.results .claim-line'],
    ['reports', async () => '/reader', '.report-row'],
    ['reader', async () => `/reader/${await first('/reports?limit=1')}`, '.report-text .trigger'],
    ['review', async () => '/review', '.queue .claim-line'],
    ['pairs', async () => '/review?mode=pairs', '.pairs :is(.side, .empty)'],
    ['incidents', async () => '/incident', '.incident-line'],
    ['incident', async () => `/incident/${await first('/incidents?min-origins=2&limit=1')}`, '.accounts td a'],
    ['actors', async () => '/actors', '.network .node'],
    ['dossier', async () => `/actors/${await first('/actors?limit=1')}`, '.dossier .claim-line'],
    ['sources', async () => '/sources', '.numbers tbody tr'],
    ['publish', async () => '/publish?claims=not-rejected', '.examples li'],
    ['double coding', async () => '/double-coding', 'h1'],
    ['activity', async () => '/activity', 'h1'],
    ['team', async () => '/team', 'h1'],
  ]

  test.each(VIEWS)('%s shows what is in the record, asks nothing of elsewhere, and is accessible', async (_, path, shows) => {
    const { page, context, faults } = await app.open(await path())
    await page.locator(shows).first().waitFor()
    await page.waitForTimeout(300)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }
    expect(faults).toEqual([])
    await context.close()
  })

  test('script in a report stays text', async () => {
    const { items } = await app.ask<Rows>('/reports?limit=50')
    const hostile = items.find(({ doc }) => doc === 'hostile')!
    for (const path of [
      `/reader/${hostile.id}`,
      `/review?report=${hostile.id}`,
      '/overview?list=claims',
      `/overview?text=${encodeURIComponent(HOSTILE)}`,
    ]) {
      const { page, context, faults } = await app.open(path)
      await page.waitForTimeout(700)
      expect(await page.title()).toMatch(/Herodot$/)
      expect(await page.locator('main img, main script').count()).toBe(0)
      expect(faults.filter((fault) => !fault.includes('400'))).toEqual([])
      if (path.startsWith('/reader')) expect(await page.locator('.report-text').textContent()).toContain(HOSTILE)
      await context.close()
    }
  })

  test('claims are stepped through with j and k, and the address says where one is', async () => {
    const { page, context } = await app.open(`/reader/${await first('/reports?limit=1')}`)
    await page.locator('.report-text .trigger').first().waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.stepper span').textContent()).toMatch(/^2 of /)
    const second = new URL(page.url()).searchParams.get('claim')
    await page.keyboard.press('k')
    await expect.poll(() => new URL(page.url()).searchParams.get('claim')).not.toBe(second)
    await page.goBack()
    await context.close()
  })

  test('a field leads to its words and back', async () => {
    const { page, context } = await app.open(`/reader/${await first('/reports?limit=1')}`)
    await page.locator('.report-text .trigger').first().click()
    await page.locator('.claim-field button').first().click()
    await page.locator('.report-text .role.current').first().waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.claim-panel .row-button').first().waitFor()
    await context.close()
  })

  test('violent passages can be covered until asked for', async () => {
    const { items } = await app.ask<Rows>('/reports?limit=50')
    const report = items.find(({ doc }) => doc?.includes('governor-killed'))!
    const { page, context } = await app.open(`/reader/${report.id}`)
    await page.locator('.report-text .trigger').first().waitFor()
    await page.keyboard.press('c')
    const covered = page.locator('.report-text .covered button')
    const before = await covered.count()
    expect(before).toBeGreaterThan(0)
    await covered.first().click()
    await expect.poll(() => covered.count()).toBe(before - 1)
    await context.close()
  })

  test('a whole report is reviewed with the keyboard, and all of it undone', async () => {
    const report = await first('/reports?order=oldest&limit=1')
    const open = async () => (await app.ask<Rows>(`/queue?report=${report}&limit=1000`)).items.length
    const decided = async () => (await app.ask<Rows>('/decisions?limit=1000')).items.length
    const [claims, before] = [await open(), await decided()]
    const { page, context, faults } = await app.open(`/review?report=${report}`)
    await page.locator('.queue .claim-line').first().waitFor()
    const keys = ['a', 'r', 'h']
    for (let i = 0; i < claims; i++) {
      await page.keyboard.press(keys[i % 3]!)
      await expect.poll(open, { timeout: 10_000, interval: 50 }).toBe(claims - i - 1)
    }
    await page.locator('.queue .empty').waitFor()
    for (let i = 0; i < claims; i++) {
      await page.keyboard.press('u')
      await expect.poll(open, { timeout: 10_000, interval: 50 }).toBe(i + 1)
    }
    expect(await decided()).toBe(before + claims * 2)
    expect(faults).toEqual([])
    await context.close()
  }, 240_000)

  test('words chosen with the keyboard correct a field', async () => {
    const claim = (await app.ask<Rows>('/queue?limit=1')).items[0]!.id
    const { page, context } = await app.open(`/review/${claim}?field=recipient`)
    await page.locator('.claim-field.current').waitFor()
    await page.locator('.report-text .role').first().waitFor()
    await page.keyboard.press('e')
    await page.locator('.field-editor').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    const words = await page.locator('.choosing q').textContent()
    await page.keyboard.press('Enter')
    await page.locator('.edited .words').last().waitFor()
    await page.keyboard.press('s')
    await page.locator('.by-person').waitFor()
    const { row } = await app.ask<{ row: { claim: { recipient: { text: string }[] }; corrected: string[] } }>(`/claims/${claim}`)
    expect(row.corrected).toEqual(['recipient'])
    expect(row.claim.recipient.at(-1)!.text).toBe(words)
    await page.keyboard.press('u')
    await expect.poll(async () => (await app.ask<{ row: { corrected: string[] } }>(`/claims/${claim}`)).row.corrected).toEqual([])
    await context.close()
  })

  test('a claim that was missed is added from words of the text', async () => {
    const report = await first('/reports?order=oldest&limit=1')
    const count = async () => (await app.ask<{ claims: object[] }>(`/reports/${report}`)).claims.length
    const before = await count()
    const { page, context } = await app.open(`/review?report=${report}`)
    await page.locator('.report-text .role').first().waitFor()
    await page.keyboard.press('m')
    await page.locator('.missed').waitFor()
    for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.keyboard.press('s')
    await expect.poll(count).toBe(before + 1)
    await page.locator('.missed').waitFor({ state: 'detached' })
    await page.keyboard.press('u')
    await expect.poll(count).toBe(before)
    await context.close()
  })

  test('a claim is taken out of an incident, and put back', async () => {
    const incident = (await app.ask<Rows>('/incidents?min-origins=2&limit=1')).items[0]!.id
    const count = async () => (await app.ask<{ count: number }>('/incidents/count')).count
    const before = await count()
    const { page, context } = await app.open(`/incident/${incident}`)
    await page.locator('.account-claims input').last().check()
    await page.getByRole('button', { name: /out as another happening/ }).click()
    await expect.poll(count).toBe(before + 1)
    await page.locator('.toast button').click()
    await expect.poll(count).toBe(before)
    await context.close()
  })

  test('words are removed for good: marked with the keyboard, confirmed, and only blocks stay', async () => {
    const { items } = await app.ask<Rows>('/reports?limit=50')
    const report = items.find(({ doc }) => doc === 'hostile')!.id
    const { page, context, faults } = await app.open(`/reader/${report}`)
    await page.locator('.report-text .trigger').first().waitFor()
    await page.keyboard.press('x')
    await page.locator('.redaction').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowRight')
    const words = (await page.locator('.redaction q').textContent())!
    await page.keyboard.press('Enter')
    await page.locator('dialog input').fill('asked for by a person concerned')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: 'Remove for good' }).click()
    await page.locator('.report-text .removed').first().waitFor()
    expect(await page.locator('.report-text').textContent()).not.toContain(words)
    await page.locator('.facts details summary', { hasText: 'Words were removed' }).click()
    await page.locator('.facts details q', { hasText: 'asked for by a person concerned' }).waitFor()
    const after = await app.ask<{ text: string; row: { redacted: boolean } }>(`/reports/${report}`)
    expect([after.row.redacted, after.text.includes(words)]).toEqual([true, false])
    expect(await violations(page)).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  }, 90_000)

  test('the rule of an estimate is chosen, and stands in the address', async () => {
    const { items } = await app.ask<Rows>('/incidents?limit=200')
    const figures = async (id: string) => (await app.ask<{ estimates: object[] }>(`/incidents/${id}`)).estimates.length
    const found: string[] = []
    for (const { id } of items) if (found.length === 0 && (await figures(id)) > 0) found.push(id)
    const { page, context } = await app.open(`/incident/${found[0]}`)
    await page.locator('.rule-choice select').selectOption('ibc')
    await page.locator('figcaption', { hasText: 'By the rule “ibc”: no best figure' }).first().waitFor()
    expect(new URL(page.url()).searchParams.get('rule')).toBe('ibc')
    await context.close()
  })

  test('a pair is told apart with n and left open with h, and asked for again when that is undone', async () => {
    const pairs = async () => (await app.ask<{ items: object[] }>('/pairs')).items.length
    const before = await pairs()
    expect(before).toBeGreaterThan(0)
    const { page, context } = await app.open('/review?mode=pairs')
    await page.locator('.pairs .side blockquote').first().waitFor()
    for (const key of ['n', 'h']) {
      await page.keyboard.press(key)
      await expect.poll(pairs, { timeout: 10_000 }).toBe(before - 1)
      await page.waitForTimeout(500)
      await page.keyboard.press('u')
      await expect.poll(pairs, { timeout: 10_000 }).toBe(before)
      await page.waitForTimeout(500)
    }
    await context.close()
  })

  test('two incidents are joined with y, and taken apart again', async () => {
    const count = async () => (await app.ask<{ count: number }>('/incidents/count')).count
    const before = await count()
    const { page, context } = await app.open('/review?mode=pairs')
    await page.locator('.pairs :is(.side blockquote, .empty)').first().waitFor()
    if ((await page.locator('.pairs .empty').count()) === 0) {
      const joined = page.waitForResponse((r) => r.url().includes('/decisions') && r.request().method() === 'POST')
      await page.keyboard.press('y')
      await (await joined).finished()
      await expect.poll(count, { timeout: 10_000 }).toBe(before - 1)
      // the page knows what to undo when it has drawn what it was told
      await page.waitForTimeout(500)
      await page.keyboard.press('u')
      await expect.poll(count, { timeout: 10_000 }).toBe(before)
    }
    await context.close()
  })

  test('a stretch of the timeline is one selection with map and list', async () => {
    const { page, context } = await app.open('/overview')
    await page.locator('.bars .bar').first().waitFor()
    const box = (await page.locator('.bars').boundingBox())!
    await page.mouse.move(box.x + box.width * 0.1, box.y + 30)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + 30, { steps: 4 })
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.has('since')).toBe(true)
    await page.locator('.chips').getByText('from').waitFor()
    await context.close()
  })

  test('files that are dropped or chosen are read into the record', async () => {
    const { page, context } = await app.open('/reader')
    await page.locator('.report-row').first().waitFor()
    const text =
      'Army attacks Tikrit\n\nTIKRIT, Nov. 7 (Wire) - The army attacked Tikrit on Monday, officials said. At least 5 people were killed.\n'
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({ name: 'added.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    await expect
      .poll(async () => (await app.ask<Rows>('/reports?limit=50')).items.some(({ doc }) => doc === 'added'), { timeout: 60_000 })
      .toBe(true)
    await page.locator('.report-row', { hasText: 'Army attacks Tikrit' }).waitFor()
    await context.close()
  }, 90_000)

  test('two people code blind and their disagreement is settled', async () => {
    const report = await first('/reports?limit=1')
    const { page, context, faults } = await app.open('/double-coding')
    await page.getByRole('button', { name: 'New assignment' }).click()
    await page.locator('input[name=coders]').fill('Amal, Bea')
    await page.locator(`input[name=report][value="${report}"]`).check()
    await page.getByRole('button', { name: 'Assign', exact: true }).click()
    for (const [coder, key] of [
      ['Amal', 'a'],
      ['Bea', 'r'],
    ] as const) {
      await page.getByRole('link', { name: `Code as ${coder}` }).click()
      await page.locator('.report-text .role').first().waitFor()
      expect(await page.locator('.queue .verdict').count()).toBe(0)
      await page.keyboard.press(key)
      await page.locator('.queue .verdict').first().waitFor()
      await page.getByRole('button', { name: 'I have finished' }).click()
      await page.locator('.assignments').waitFor()
    }
    await page.getByRole('link', { name: 'Agreement and disagreements' }).click()
    await page.locator('.disagreements li').first().waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('.disagreements li').first().getByRole('button', { name: 'Amal:' }).click()
    await page.locator('.disagreements .settled').waitFor()
    expect(faults).toEqual([])
    await context.close()
  }, 90_000)

  test('a publication is previewed, written and listed', async () => {
    const { page, context } = await app.open('/publish?claims=not-rejected&name=tested')
    await page.locator('.examples li').first().waitFor()
    await page.getByRole('button', { name: 'Write the publication' }).click()
    await page.locator('.written', { hasText: 'tested' }).waitFor()
    await context.close()
  })
})

describe.skipIf(missing !== null)("a base map of the user's own", () => {
  test('is drawn under the claims, and its makers are named as text', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'herodot-base-map-')), 'own.pmtiles')
    writeFileSync(file, tinyPmtiles())
    const app = await startApplication([EXAMPLE], ['--base-map', file])
    const { page, context, faults } = await app.open('/overview')
    const statuses: number[] = []
    page.on('response', (response) => response.url().endsWith('.pmtiles') && statuses.push(response.status()))
    await page.reload()
    await page.locator('.map-makers', { hasText: 'Own survey' }).waitFor({ timeout: 20_000 })
    await expect.poll(() => statuses.length).toBeGreaterThan(0)
    expect(new Set(statuses)).toEqual(new Set([206]))
    expect(await page.locator('.map-makers a').count()).toBe(0)
    await page.waitForTimeout(2000)
    expect(faults).toEqual([])
    await context.close()
    await app.close()
  }, 120_000)
})

describe.skipIf(missing !== null)('an empty record', () => {
  test('says what to do', async () => {
    const app = await startApplication([])
    for (const path of ['/overview', '/reader', '/review', '/incident', '/actors', '/sources', '/activity', '/double-coding']) {
      const { page, context, faults } = await app.open(path)
      await page.locator('.empty').first().waitFor()
      expect(await violations(page)).toEqual([])
      expect(faults).toEqual([])
      await context.close()
    }
    await app.close()
  }, 120_000)
})
