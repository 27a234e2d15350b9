import { readFileSync } from 'node:fs'

/**
 * Reads a hand-kept table of `knowledge/`: tab-separated, a header line naming exactly `columns`, every line full.
 * A malformed table is a broken installation and throws, with the line.
 */
export const readTable = <Column extends string>(name: string, columns: readonly Column[]): readonly Readonly<Record<Column, string>>[] => {
  const url = new URL(`../../../knowledge/${name}.tsv`, import.meta.url)
  const [header, ...lines] = readFileSync(url, 'utf8').trimEnd().split('\n')
  if (header !== columns.join('\t')) throw new Error(`knowledge/${name}.tsv: expected the columns ${columns.join(', ')}`)
  return lines.map((line, index) => {
    const cells = line.split('\t')
    if (cells.length !== columns.length || cells.some((cell) => cell === ''))
      throw new Error(`knowledge/${name}.tsv:${index + 2}: expected ${columns.length} cells, got "${line}"`)
    return Object.fromEntries(columns.map((column, at) => [column, cells[at]])) as Record<Column, string>
  })
}
