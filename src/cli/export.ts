import { createWriteStream } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { acled, claimsOf, csv, eventsOf, ged, geojson, incidentsOf, jsonl, originCount, parquet, plover } from '../export/index.js'
import { ESTIMATE_RULES, type EstimateRule } from '../link/estimates.js'
import type { Filters } from '../record/query/filters.js'
import type { Record } from '../record/record.js'
import { type Command, UsageError } from './command.js'
import { FILTER_HELP, FILTER_OPTIONS, filtersOf } from './filters.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { choice, parsed } from './options.js'
import { writer } from './output.js'

type Text = (record: Record, filters: Filters, rule: EstimateRule) => Iterable<string>

const TEXTS = {
  csv: (record, filters) => csv(claimsOf(record, filters), originCount(record)),
  acled: (record, filters, rule) => acled(eventsOf(record, filters, rule)),
  ged: (record, filters, rule) => ged(eventsOf(record, filters, rule)),
  plover: (record, filters) => plover(claimsOf(record, filters), originCount(record)),
  geojson: (record, filters, rule) => geojson(eventsOf(record, filters, rule)),
  jsonl: (record) => jsonl(record),
} satisfies { readonly [format: string]: Text }

const FORMATS = [...(Object.keys(TEXTS) as (keyof typeof TEXTS)[]), 'parquet'] as const

/** `herodot export` */
export const exportCommand: Command = {
  summary: 'write claims and incidents for other programs',
  help: `Writes claims or incidents of a record in a format that other programs read.

Usage: herodot export --format FORMAT [FILTER]... [OPTION]...

  --format csv        claims as CSV, with HXL tags in the second row
  --format acled      incidents as CSV in the 31 columns of ACLED's export
  --format ged        incidents with deaths as CSV in the 49 columns of the UCDP GED
  --format plover     claims as PLOVER events, one JSON object a line
  --format geojson    incidents with a coordinate as a GeoJSON feature collection
  --format parquet    claims, fillers and incidents as Parquet files, into the folder --out
  --format jsonl      everything that the record was told, for "herodot import"; takes no filters

  --out FILE          write there, never over an existing file (default: standard output)
  --rule RULE         how deaths are estimated: ${ESTIMATE_RULES.join(', ')} (default: ged)

${FILTER_HELP}
Options:

${RECORD_HELP}
Exit code: 0 done, 1 the record could not be read or the file not written, 2 wrong usage.
`,
  async run(args, { stdout, env }) {
    const options = {
      ...FILTER_OPTIONS,
      ...RECORD_OPTION,
      format: { type: 'string' },
      out: { type: 'string' },
      rule: { type: 'string' },
    } as const
    const { values, positionals } = parsed(args, options)
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is no option: filters begin with --`)
    const format = choice('--format', values.format as (typeof FORMATS)[number] | undefined, FORMATS)
    if (format === undefined) throw new UsageError(`--format takes one of ${FORMATS.join(', ')}`)
    const rule = choice('--rule', values.rule as EstimateRule | undefined, ESTIMATE_RULES) ?? 'ged'
    const filters = filtersOf(values)
    if (format === 'jsonl' && Object.values(filters).some((value) => value !== undefined))
      throw new UsageError('--format jsonl takes no filters')
    const { out } = values
    await withRecord(recordPath(values.record, env), { readOnly: true }, async (record) => {
      if (format === 'parquet') {
        if (out === undefined) throw new UsageError('--format parquet needs --out FOLDER')
        await mkdir(out, { recursive: true })
        const files = parquet(claimsOf(record, filters), incidentsOf(record, filters), originCount(record))
        for (const [name, bytes] of Object.entries(files)) await writeFile(join(out, name), bytes, { flag: 'wx' })
        return
      }
      const file = out === undefined ? null : createWriteStream(out, { flags: 'wx' })
      const write = writer(file ?? stdout)
      for (const text of TEXTS[format](record, filters, rule)) if (!(await write(text))) return
      if (file) await finished(file.end())
    })
    return 0
  },
}
