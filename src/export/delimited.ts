export type Cell = string | number | boolean | null

/** One line of comma-separated values (RFC 4180); null is an empty cell. Text that a spreadsheet would run as a formula gets an apostrophe. */
export const line = (cells: readonly Cell[]): string => `${cells.map(cell).join(',')}\r\n`

const cell = (value: Cell): string => {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table with its title row; columns say what stands in them. */
export function* table<Row, Name extends string>(
  columns: readonly Name[],
  rows: Iterable<Row>,
  cellsOf: (row: Row) => Readonly<Record<Name, Cell>> | null,
): Generator<string> {
  yield line(columns)
  for (const row of rows) {
    const cells = cellsOf(row)
    if (cells !== null) yield line(columns.map((column) => cells[column]))
  }
}
