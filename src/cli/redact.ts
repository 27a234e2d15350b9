import { thingOf } from '../record/query/show.js'
import { redact as redactWords } from '../record/redact.js'
import { authorOf } from './author.js'
import { type Command, UsageError } from './command.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'

/** `herodot redact` */
export const redact: Command = {
  summary: 'remove words of a report for good',
  help: `Removes words from the record for good: from the report, its claims, names and decisions, the search indexes, the kept bytes
and the log of the file. As many █ take their place. This cannot be undone; that it was done, by whom and why, is kept.

Usage: herodot redact REPORT START-END --reason TEXT [OPTION]...

START and END count UTF-16 code units of the report's text; END is the first that stays.

  --reason TEXT   why
  --author NAME   who (default: $HERODOT_AUTHOR or the user's name)
${RECORD_HELP}
Exit code: 0 done, 1 there is no such report, 2 wrong usage.
`,
  async run(args, { stderr, env }) {
    const { values, positionals } = parsed(args, { ...RECORD_OPTION, reason: { type: 'string' }, author: { type: 'string' } })
    const [report, range, ...rest] = positionals
    const [, start, end] = /^(\d+)-(\d+)$/.exec(range ?? '') ?? []
    if (report === undefined || start === undefined || rest.length > 0)
      throw new UsageError('name a report and a range of its text such as 120-131')
    const { reason } = values
    if (reason === undefined || reason.trim() === '') throw new UsageError('--reason says why')
    const author = authorOf(values.author, env)
    await withRecord(recordPath(values.record, env), {}, (record) => {
      const { kind, id } = thingOf(record, report)
      if (kind !== 'report') throw new UsageError(`${id} is no report but one ${kind}`)
      const { alsoIn } = redactWords(record, { report: id, span: { start: Number(start), end: Number(end) }, author, reason })
      stderr.write(`removed ${Number(end) - Number(start)} characters\n`)
      if (alsoIn.length > 0) stderr.write(`the same words stand in ${alsoIn.length} more: ${alsoIn.slice(0, 10).join(', ')}\n`)
    })
    return 0
  },
}
