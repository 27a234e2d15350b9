import pc from 'picocolors'
import type { Filters, Found, Page } from '../record/query/filters.js'
import type { Record } from '../record/record.js'
import { type Command, UsageError } from './command.js'
import type { Effects } from './effects.js'
import { FILTER_HELP, FILTER_OPTIONS, filtersOf } from './filters.js'
import { hasColour } from './layout.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { choice, number, parsed } from './options.js'
import { type Write, writer } from './output.js'
import { type Column, csvLine, table } from './table.js'

/** A kind of thing that can be listed. */
export interface Listing<Row> {
  readonly name: string
  readonly summary: string
  /** What the list is of, in a sentence or two. */
  readonly about: string
  readonly orders: readonly ('newest' | 'oldest' | 'least-certain')[]
  readonly find: (record: Record, filters: Filters, page: Page) => Found<Row>
  readonly columns: readonly Column<Row>[]
}

const MOST = 1000

/** A command that lists things of a record as a table, as JSON or as CSV. */
export const listCommand = <Row>(listing: Listing<Row>): Command => ({
  summary: listing.summary,
  help: `${listing.about}

Usage: herodot ${listing.name} [FILTER]... [OPTION]...

${FILTER_HELP}
Options:

  --json                      print {"items": [...], "next": cursor}
  --csv                       print comma-separated values
  --limit N                   how many (default 50, at most ${MOST})
  --all                       all of them
  --cursor CURSOR             go on where a page ended
${listing.orders.length > 1 ? `  --order ORDER               ${listing.orders.join(', ')}\n` : ''}${RECORD_HELP}
Exit code: 0 done, 1 the record could not be read, 2 wrong usage.
`,
  async run(args, effects) {
    const { values, positionals } = parsed(args, {
      ...FILTER_OPTIONS,
      ...RECORD_OPTION,
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
      limit: { type: 'string' },
      all: { type: 'boolean' },
      cursor: { type: 'string' },
      order: { type: 'string' },
    })
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is no option: filters begin with --`)
    if (values.json && values.csv) throw new UsageError('--json and --csv exclude each other')
    const filters = filtersOf(values)
    const page: Page = {
      limit: values.all ? MOST : number('--limit', values.limit, 1, MOST, 'whole'),
      cursor: values.cursor,
      order: choice('--order', values.order, listing.orders),
    }
    const print = values.json ? printJson : values.csv ? printCsv : printTable
    await withRecord(recordPath(values.record, effects.env), { readOnly: true }, (record) =>
      print(listing, pages(record, listing, filters, page, values.all ?? false), writer(effects.stdout), effects),
    )
    return 0
  },
})

function* pages<Row>(record: Record, { find }: Listing<Row>, filters: Filters, page: Page, all: boolean): Generator<Found<Row>> {
  let cursor = page.cursor
  do {
    const found = find(record, filters, { ...page, cursor })
    yield found
    cursor = found.next ?? undefined
  } while (all && cursor !== undefined)
}

type Print = <Row>(listing: Listing<Row>, pages: Iterable<Found<Row>>, write: Write, effects: Effects) => Promise<void>

const printJson: Print = async (_, pages, write) => {
  let first = true
  let next: string | null = null
  await write('{"items":[')
  for (const found of pages) {
    next = found.next
    const items = found.items.map((item) => `\n${JSON.stringify(item)}`).join(',')
    if (items !== '' && !(await write(first ? items : `,${items}`))) return
    first &&= items === ''
  }
  await write(`\n],"next":${JSON.stringify(next)}}\n`)
}

const printCsv: Print = async ({ columns }, pages, write) => {
  const shown = columns.filter(({ only }) => only !== 'table')
  await write(csvLine(shown.map(({ title }) => title.toLowerCase().replaceAll(' ', '_'))))
  for (const { items } of pages) if (!(await write(items.map((row) => csvLine(shown.map(({ value }) => value(row)))).join('')))) return
}

const printTable: Print = async ({ columns, name }, pages, write, { stdout, stderr, env }) => {
  const colours = pc.createColors(hasColour(stdout, env))
  const width = tableWidth(stdout.columns)
  for (const { items, next } of pages) {
    if (items.length === 0) {
      stderr.write(`no ${name} found\n`)
      return
    }
    if (!(await write(table(columns, items, width, colours)))) return
    if (next !== null) stderr.write(`more: --cursor ${next}\n`)
  }
}

const USUAL = 120
const WIDEST = 200
const NARROWEST = 60

/** A table may fill a wide terminal, unlike prose. */
export const tableWidth = (columns: number | undefined): number => Math.max(NARROWEST, Math.min(WIDEST, columns || USUAL))
