import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Row } from './component.js'

const COLUMNS = ['component', 'data', 'n', 'metric', 'figure', 'reference'] as const

/** Rows as a Markdown table. */
export const table = (rows: readonly Row[]): string =>
  [
    '| component | data | n | metric | Herodot (95% interval) | reference |',
    '|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${COLUMNS.map((column) => row[column]).join(' | ')} |`),
  ].join('\n')

/** The rows of other components that a section of bench/RESULTS.md has. */
export const keptRows = (section: string, component: string): Row[] => {
  const text = readFileSync(resolve(import.meta.dirname, '../RESULTS.md'), 'utf8')
  const body = text.split(`<!-- ${section} -->`)[1]?.split(`<!-- /${section} -->`)[0] ?? ''
  return body
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| component '))
    .map((line) => line.slice(2, -2).split(' | '))
    .map((cells) => Object.fromEntries(COLUMNS.map((column, i) => [column, cells[i] ?? ''])) as unknown as Row)
    .filter((row) => row.component !== component)
}
