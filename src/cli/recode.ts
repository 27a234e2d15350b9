import { pendingDecisions } from '../record/decisions.js'
import { thingOf } from '../record/query/show.js'
import { countStale, recodeReports } from '../record/recode.js'
import { follow } from './add.js'
import type { Command } from './command.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { number, parsed } from './options.js'

/** `herodot recode` */
export const recode: Command = {
  summary: 'read the reports of a record again with the present model',
  help: `Reads again the reports that another version of the program or of its model read. The earlier results stay ("herodot diff" compares
them, and an earlier version of the program goes back to its own without reading), and so do people's decisions; those whose claim is no longer found are listed by "herodot decisions pending".

Usage: herodot recode [REPORT]... [OPTION]...

REPORT is a report's id; all by default.

  --workers N   how many processes read
  --quiet       no progress bar, no warnings, no summary
${RECORD_HELP}
Exit code: 0 all was read, 1 some could not be read, 2 wrong usage.
`,
  async run(args, effects) {
    const { values, positionals } = parsed(args, { ...RECORD_OPTION, workers: { type: 'string' }, quiet: { type: 'boolean' } })
    const quiet = values.quiet ?? false
    return withRecord(recordPath(values.record, effects.env), {}, async (record) => {
      const reports = positionals.length === 0 ? undefined : positionals.map((id) => thingOf(record, id).id)
      const options = { workers: number('--workers', values.workers, 1, 256, 'whole'), modules: effects.modules, reports }
      const code = await follow(recodeReports(record, options), { quiet, total: () => countStale(record, options), effects })
      const pending = pendingDecisions(record).length
      if (pending > 0 && !quiet) effects.stderr.write(`${pending} in need of a look: herodot decisions pending\n`)
      return code
    })
  },
}
