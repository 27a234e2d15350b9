import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Coder, Reading } from '../src/claim.js'
import type { Ingested } from '../src/ingest/ingest.js'
import { Record } from '../src/record/record.js'
import { storeReading } from '../src/record/store.js'
import type { Report } from '../src/report.js'
import type { ReaderModules } from '../src/workers.js'
import { fakeClaims } from './fake-pipeline.js'

export const FAKE: ReaderModules = {
  pipeline: new URL('./fake-pipeline.ts', import.meta.url),
  worker: new URL('../src/worker.ts', import.meta.url),
}

export const temporary = (): string => mkdtempSync(join(tmpdir(), 'herodot-'))

export const reportWith = (text: string, about: Partial<Report> = {}): Report => ({
  doc: 'test',
  publisher: null,
  url: null,
  title: null,
  byline: null,
  published: '2016-11-03',
  language: 'eng',
  text,
  sha256: { raw: sha(`raw ${text}`), text: sha(text) },
  ...about,
})

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

export const FIRST: Coder = { name: 'fake', version: '1', model: 'none' }
export const SECOND: Coder = { name: 'fake', version: '2', model: 'none' }

export const readingOf = (report: Report, coder: Coder = FIRST): Reading => ({
  doc: report.doc,
  report,
  claims: fakeClaims(report, coder),
  problems: [],
  coder,
})

/** A record in memory with reports, each given by its text or as a whole; those given by text have names of their own. */
export const recordOf = (reports: readonly (string | Report)[], path = ':memory:'): Record => {
  const record = Record.open(path, { create: true })
  reports.forEach((report, number) => {
    const whole = typeof report === 'string' ? reportWith(report, { doc: `report-${number}` }) : report
    storeReading(record, readingOf(whole), null, () => Date.parse('2017-01-01T00:00Z') + number)
  })
  return record
}

export async function* ingested(reports: readonly Report[]): AsyncGenerator<Ingested> {
  for (const report of reports) yield { file: report.doc, report, problems: [] }
}

/** All rows of the tables, without what depends on the moment, to compare records. */
export const contents = (record: Record): string =>
  JSON.stringify(
    ['report', 'claim', 'filler', 'figure', 'attribution', 'actor', 'place', 'reading', 'incident', 'decision'].map((table) => [
      table,
      record.all<object>(`SELECT * FROM ${table}`).map((row) => ({ ...row, added: 0, at: 0 })),
    ]),
  )

/** Reports of several claims each, every fifth a new text under the address of the one before. */
export const manyReports = (number: number): readonly Report[] =>
  Array.from({ length: number }, (_, i) => {
    const lines = Array.from(
      { length: 5 },
      (_, n) => `the army attacked rebels in Mosul on 2016-11-${String(((i + n) % 28) + 1).padStart(2, '0')} killing ${i + n + 1}`,
    )
    const url = `https://example.org/${i % 5 === 4 ? i - 1 : i}`
    return reportWith(lines.join('\n'), { doc: `${i}`, url, published: `2016-12-${String((i % 28) + 1).padStart(2, '0')}` })
  })
