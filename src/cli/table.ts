import wrapAnsi from 'wrap-ansi'
import type { Colours } from './layout.js'
import { printable } from './printable.js'

export interface Column<Row> {
  readonly title: string
  readonly value: (row: Row) => string | number | null
  /** Numbers stand to the right and, like what is `whole`, are never wrapped. */
  readonly right?: boolean
  readonly whole?: boolean
  /** Columns that no table for people needs; others stand in both. */
  readonly only?: 'csv' | 'table'
}

const GAP = '  '
const NARROWEST = 6

/** Rows under titles, the widest columns wrapped until all fit; foreign text is made safe. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number, colours: Colours): string => {
  const shown = columns.filter(({ only }) => only !== 'csv')
  const cells = rows.map((row) => shown.map((column) => cell(column.value(row))))
  const filled = shown.map((_, i) => i).filter((i) => cells.some((row) => row[i] !== ''))
  const natural = filled.map((i) => Math.max(length(shown[i]!.title), ...cells.map((row) => length(row[i]!))))
  const right = filled.map((i) => shown[i]!.right === true)
  const fixed = filled.map((i) => (shown[i]!.right ?? shown[i]!.whole) === true)
  const widths = fitted(natural, fixed, width - GAP.length * (filled.length - 1))
  const line = (texts: readonly string[], paint: (text: string) => string) => wrappedLine(texts, widths, right, paint)
  const head = line(
    filled.map((i) => shown[i]!.title),
    colours.bold,
  )
  return `${[
    head,
    ...cells.map((row) =>
      line(
        filled.map((i) => row[i]!),
        (text) => text,
      ),
    ),
  ].join('\n')}\n`
}

const cell = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? value.toLocaleString('en') : printable(value).trim()

const segments = new Intl.Segmenter('en')
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

/** Columns of a terminal. */
const length = (text: string): number => [...segments.segment(text)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0)

/** Takes from the widest column that may be wrapped until all fit. */
const fitted = (natural: readonly number[], fixed: readonly boolean[], room: number): readonly number[] => {
  const widths = [...natural]
  for (let total = sum(widths); total > room; total--) {
    const wrappable = widths.map((width, i) => (fixed[i] ? 0 : width))
    const widest = wrappable.indexOf(Math.max(...wrappable))
    if (wrappable[widest]! <= NARROWEST) break
    widths[widest]!--
  }
  return widths
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const wrappedLine = (
  texts: readonly string[],
  widths: readonly number[],
  right: readonly boolean[],
  paint: (text: string) => string,
): string => {
  const parts = texts.map((text, i) => wrapAnsi(text, widths[i]!, { hard: true }).split('\n'))
  const height = Math.max(...parts.map(({ length: lines }) => lines))
  return Array.from({ length: height }, (_, row) =>
    parts
      .map((lines, i) => {
        const text = lines[row] ?? ''
        const space = ' '.repeat(Math.max(0, widths[i]! - length(text)))
        return right[i] ? space + paint(text) : paint(text) + space
      })
      .join(GAP)
      .trimEnd(),
  ).join('\n')
}

/** Comma-separated values after RFC 4180; text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(csvCell).join(',')}\r\n`

const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
