import { timeline as binsOf } from '../record/query/timeline.js'
import type { Command } from './command.js'
import { FILTER_HELP, FILTER_OPTIONS, filtersOf } from './filters.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { choice, parsed } from './options.js'
import { writer } from './output.js'
import { csvLine } from './table.js'

const BAR = 40

/** `herodot timeline` */
export const timeline: Command = {
  summary: 'count claims by day, week or month',
  help: `Counts claims and incidents by the day, week (from Monday) or month in which they begin.

Usage: herodot timeline [FILTER]... [OPTION]...

${FILTER_HELP}
Options:

  --unit UNIT                 day, week or month (default: month)
  --json, --csv               print JSON or comma-separated values
${RECORD_HELP}
Exit code: 0 done, 1 the record could not be read, 2 wrong usage.
`,
  async run(args, { stdout, stderr, env }) {
    const { values } = parsed(args, {
      ...FILTER_OPTIONS,
      ...RECORD_OPTION,
      unit: { type: 'string' },
      json: { type: 'boolean' },
      csv: { type: 'boolean' },
    })
    const unit = choice('--unit', values.unit, ['day', 'week', 'month']) ?? 'month'
    const filters = filtersOf(values)
    const bins = await withRecord(recordPath(values.record, env), { readOnly: true }, (record) => binsOf(record, filters, unit))
    const most = Math.max(1, ...bins.filter(({ from }) => from !== null).map(({ claims }) => claims))
    const write = writer(stdout)
    if (values.json) await write(`${JSON.stringify(bins)}\n`)
    else if (values.csv)
      await write(
        `${csvLine(['from', 'claims', 'incidents'])}${bins.map(({ from, claims, incidents }) => csvLine([from, claims, incidents])).join('')}`,
      )
    else
      for (const { from, claims } of bins) {
        // What has no date is no part of the curve.
        const bar = '█'.repeat(from === null ? 0 : Math.ceil((BAR * claims) / most))
        const label = from === null ? 'no date' : unit === 'month' ? from.slice(0, -3) : from
        await write(`${label.padEnd(10)}  ${bar.padEnd(BAR)}  ${claims.toLocaleString('en').padStart(7)}\n`)
      }
    if (bins.length === 0 && !values.json && !values.csv) stderr.write('no claims found\n')
    return 0
  },
}
