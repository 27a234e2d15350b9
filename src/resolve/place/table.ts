import { readFileSync } from 'node:fs'

/** One row of a table of `knowledge/`, by column name. Absent cells are empty strings. */
export type Row<Column extends string> = Readonly<Record<Column, string>>

/** Splits a cell that holds several values (`a|b`); an empty cell holds none. */
export const valuesOf = (cell: string): readonly string[] => (cell === '' ? [] : cell.split('|'))

/** Reads tab-separated text whose first line names the columns. Blank lines and lines that start with `#` are skipped. */
export const parseTable = <Column extends string>(text: string): readonly Row<Column>[] => {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  const columns = (lines[0] ?? '').split('\t')
  return lines.slice(1).map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) as Row<Column>
  })
}

/** Reads a table of the `knowledge/` folder, which lies beside `src/` and `dist/` alike. */
export const readKnowledge = <Column extends string>(file: string): readonly Row<Column>[] =>
  parseTable<Column>(readFileSync(new URL(`../../../knowledge/${file}`, import.meta.url), 'utf8'))
