import { countFiles, ingest } from '../ingest/ingest.js'
import { type AddEvent, addReports, ingestWithBytes } from '../record/add.js'
import { type Command, type ExitCode, UsageError } from './command.js'
import type { Effects } from './effects.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { address, date, given, number, parsed } from './options.js'
import { problemLine } from './problem-line.js'
import { noProgress, showProgress } from './progress.js'

/** `herodot add`: reports into a record. */
export const add: Command = {
  summary: 'read reports into a record',
  help: `Reads reports into a record, which is made where there is none. What the record has is not read again; a new text under
a known address becomes a new version, and the old one stays. Can be stopped at any moment and run again.

Usage: herodot add PATH... [OPTION]...

PATH is a file or a folder as for "herodot read", or - for standard input.

  --keep-raw        keep the bytes of the files too (hashes are always kept)
  --published DATE  when the reports were published (YYYY-MM-DD)
  --publisher NAME  who published them
  --title TITLE     their title
  --url URL         their address
  --workers N       how many processes read
  --quiet           no progress bar, no warnings, no summary
${RECORD_HELP}
Exit code: 0 all was read, 1 some could not be read (named on standard error), 2 wrong usage.
`,
  async run(args, effects) {
    const { values, positionals: paths } = parsed(args, {
      ...RECORD_OPTION,
      'keep-raw': { type: 'boolean' },
      published: { type: 'string' },
      publisher: { type: 'string' },
      title: { type: 'string' },
      url: { type: 'string' },
      workers: { type: 'string' },
      quiet: { type: 'boolean' },
    })
    if (paths.length === 0) throw new UsageError('name a file or a folder to add, or - for standard input')
    const overrides = given({
      title: values.title,
      publisher: values.publisher,
      url: address('--url', values.url),
      published: date('--published', values.published),
    })
    const workers = number('--workers', values.workers, 1, 256, 'whole')
    const quiet = values.quiet ?? false
    const total = () => countFiles(paths, effects.files)
    return withRecord(recordPath(values.record, effects.env), { create: true }, (record) => {
      const source = values['keep-raw']
        ? ingestWithBytes(paths, overrides, effects.files)
        : { reports: ingest(paths, overrides, effects.files), raw: undefined }
      return follow(addReports(record, source.reports, { workers, raw: source.raw, modules: effects.modules }), { quiet, total, effects })
    })
  },
}

interface Following {
  readonly quiet: boolean
  readonly total: () => Promise<number>
  readonly effects: Effects
}

/** Tells of what is added as it comes, and at the end how much it was. */
export const follow = async (events: AsyncIterable<AddEvent>, { quiet, total, effects }: Following): Promise<ExitCode> => {
  const { stderr } = effects
  const progress = quiet || !stderr.isTTY ? noProgress : showProgress(stderr, total(), effects.now)
  const counts = { new: 0, version: 0, recoded: 0, unchanged: 0 }
  let errors = 0
  let warnings = 0
  try {
    for await (const { stored, problems } of events) {
      if (stored) counts[stored.outcome]++
      if (problems.length > 0) progress.hide()
      for (const problem of problems) {
        if (problem.severity === 'error') errors++
        else warnings++
        if (problem.severity === 'error' || !quiet) stderr.write(problemLine(problem))
      }
      progress.step()
    }
  } finally {
    progress.end()
  }
  if (!quiet) {
    const parts = [
      `${counts.new + counts.version + counts.recoded} read`,
      `${counts.unchanged} unchanged`,
      `${counts.version} new ${counts.version === 1 ? 'version' : 'versions'}`,
      `${errors + warnings} ${errors + warnings === 1 ? 'problem' : 'problems'}`,
    ]
    stderr.write(`${parts.join(', ')}\n`)
  }
  return errors > 0 ? 1 : 0
}
