import type { Colours } from './layout.js'
import { printable } from './printable.js'

export interface Column<Row> {
  readonly title: string
  readonly value: (row: Row) => string | number | null
  /** Numbers stand to the right and, like what is `whole`, are never wrapped. */
  readonly right?: boolean
  readonly whole?: boolean
  /** Left out where the words of all columns have no room; the greatest number goes first. */
  readonly spare?: number | undefined
  /** Columns that no table for people needs; others stand in both. */
  readonly only?: 'csv' | 'table'
}

const GAP = '  '
const NARROWEST = 6

/** Rows under titles, the widest columns wrapped until all fit; foreign text is made safe. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[], width: number, colours: Colours): string => {
  const measured = columns
    .filter(({ only }) => only !== 'csv')
    .map((column) => measure(column, rows))
    .filter(({ cells }) => cells.some((text) => text !== ''))
  const shown = fitting(measured, width)
  const widths = fitted(shown, width - GAP.length * (shown.length - 1))
  const line = (texts: readonly string[], paint: (text: string) => string) => wrappedLine(texts, shown, widths, paint)
  const lines = [
    line(
      shown.map(({ title }) => title),
      colours.bold,
    ),
    ...rows.map((_, row) =>
      line(
        shown.map(({ cells }) => cells[row]!),
        (text) => text,
      ),
    ),
  ]
  return `${lines.join('\n')}\n`
}

interface Measured {
  readonly title: string
  readonly cells: readonly string[]
  readonly right: boolean
  readonly spare: number
  /** Width that the longest cell asks for, and the least at which no word is broken. */
  readonly natural: number
  readonly least: number
}

/** Words longer than this may be broken. */
const LONG_WORD = 18

const measure = <Row>({ title, value, right = false, whole = right, spare = 0 }: Column<Row>, rows: readonly Row[]): Measured => {
  const cells = rows.map((row) => cell(value(row)))
  const natural = Math.max(...[title, ...cells].map(length))
  const words = [title, ...cells].flatMap((text) => piecesOf(text).map((piece) => length(piece.trimEnd())))
  return { title, cells, right, spare, natural, least: whole ? natural : Math.min(LONG_WORD, Math.max(...words)) }
}

/** The columns without the most spare ones, as far as the words of the others need their room. */
const fitting = (columns: readonly Measured[], width: number): readonly Measured[] => {
  const needed = sum(columns.map(({ least }) => least)) + GAP.length * (columns.length - 1)
  const spare = Math.max(0, ...columns.map((column) => column.spare))
  return needed <= width || spare === 0
    ? columns
    : fitting(
        columns.filter((column) => column.spare !== spare),
        width,
      )
}

const cell = (value: string | number | null): string =>
  value === null ? '' : typeof value === 'number' ? value.toLocaleString('en') : printable(value).trim()

const segments = new Intl.Segmenter('en')
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u

/** Columns of a terminal. */
const length = (text: string): number => [...segments.segment(text)].reduce((sum, { segment }) => sum + (WIDE.test(segment) ? 2 : 1), 0)

/** Takes from the widest column until all fit, first what breaks no word. */
const fitted = (columns: readonly Measured[], room: number): readonly number[] => {
  const widths = columns.map(({ natural }) => natural)
  for (const least of [columns.map((column) => column.least), columns.map((column) => (column.right ? column.natural : NARROWEST))])
    for (let total = sum(widths); total > room; total--) {
      const spare = widths.map((width, i) => (width > least[i]! ? width : 0))
      const widest = spare.indexOf(Math.max(...spare))
      if (spare[widest] === 0) break
      widths[widest]!--
    }
  const used = columns.map(({ title, cells }, i) => Math.max(...[title, ...cells].flatMap((text) => wrap(text, widths[i]!).map(length))))
  // What wrapping leaves empty is of use to the column that asks for most.
  const asked = columns.map(({ natural }, i) => natural - used[i]!)
  const greediest = asked.indexOf(Math.max(...asked))
  return used.map((width, i) => (i === greediest ? Math.min(columns[i]!.natural, width + room - sum(used)) : width))
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

const wrappedLine = (
  texts: readonly string[],
  columns: readonly Measured[],
  widths: readonly number[],
  paint: (text: string) => string,
): string => {
  const parts = texts.map((text, i) => wrap(text, widths[i]!))
  const height = Math.max(...parts.map(({ length: lines }) => lines))
  return Array.from({ length: height }, (_, row) =>
    parts
      .map((lines, i) => {
        const text = lines[row] ?? ''
        const space = ' '.repeat(Math.max(0, widths[i]! - length(text)))
        return columns[i]!.right ? space + paint(text) : paint(text) + space
      })
      .join(GAP)
      .trimEnd(),
  ).join('\n')
}

/** What stands on one line: words with the space after them, `2016-11-01/` of a period, `ASSAULT/` of a type with its mode. */
const piecesOf = (text: string): readonly string[] => text.match(/[^\s/]*?(?:\.\.|\/)(?=\S)|[^\s/]+\s*|\/\s*|\s+/g) ?? []

/** Lines of at most a width; words that are longer are broken. */
const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text).flatMap((piece) => broken(piece, width))) {
    if (line !== '' && length(line + piece.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += piece
  }
  return [...lines, line.trimEnd()]
}

const broken = (piece: string, width: number): readonly string[] => {
  if (length(piece.trimEnd()) <= width) return [piece]
  const parts = ['']
  for (const { segment } of segments.segment(piece)) {
    if (length(parts.at(-1)! + segment.trimEnd()) > width) parts.push('')
    parts[parts.length - 1] += segment
  }
  return parts
}

/** Comma-separated values after RFC 4180; text that a spreadsheet would take for a formula gets an apostrophe before it. */
export const csvLine = (values: readonly (string | number | null)[]): string => `${values.map(csvCell).join(',')}\r\n`

const csvCell = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
