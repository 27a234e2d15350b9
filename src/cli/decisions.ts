import { createReadStream, createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import pc from 'picocolors'
import type { Decision } from '../record/decision.js'
import { exportDecisions, importDecisions, listDecisions, pendingDecisions } from '../record/decisions.js'
import type { Record } from '../record/record.js'
import { DECISION_COLUMNS } from './changes.js'
import { type Command, UsageError } from './command.js'
import type { Effects } from './effects.js'
import { jsonLines } from './json-lines.js'
import { hasColour } from './layout.js'
import { tableWidth } from './listing.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'
import { writer } from './output.js'
import { table } from './table.js'

/** `herodot decisions` */
export const decisions: Command = {
  summary: "list people's decisions, or move them between records",
  help: `Lists what people decided, or moves it between copies of a record. Decisions are only ever added: importing the same file twice,
or files of two people into one record, loses nothing and doubles nothing.

Usage: herodot decisions [list | pending | export FILE | import FILE] [OPTION]...

  list            every decision, newest first
  pending         those whose claim the present coding does not have
  export FILE     write all as JSON Lines (- for standard output)
  import FILE     take in those of another copy (- for standard input)

  --json          print JSON Lines
${RECORD_HELP}
Exit code: 0 done, 1 a file or record could not be read, 2 wrong usage.
`,
  async run(args, effects) {
    const { values, positionals } = parsed(args, { ...RECORD_OPTION, json: { type: 'boolean' } })
    const [what = 'list', file, ...rest] = positionals
    const needsFile = what === 'export' || what === 'import'
    if (!['list', 'pending', 'export', 'import'].includes(what))
      throw new UsageError(`there is list, pending, export and import, not "${what}"`)
    if (rest.length > 0 || needsFile !== (file !== undefined))
      throw new UsageError(needsFile ? 'name one file, or -' : `${what} takes no file`)
    const path = recordPath(values.record, effects.env)
    await withRecord(path, { readOnly: what !== 'import' }, (record) => {
      if (what === 'export') return exportTo(record, file!, effects)
      if (what === 'import') return importFrom(record, file!, effects)
      return list(record, what === 'pending', values.json ?? false, effects)
    })
    return 0
  },
}

const exportTo = async (record: Record, file: string, { stdout }: Effects): Promise<void> => {
  const own = file === '-' ? null : createWriteStream(file, { flags: 'wx' })
  const write = writer(own ?? stdout)
  for (const decision of exportDecisions(record)) if (!(await write(`${JSON.stringify(decision)}\n`))) return
  if (own) await finished(own.end())
}

const importFrom = async (record: Record, file: string, { files, stderr }: Effects): Promise<void> => {
  const given: unknown[] = []
  for await (const value of jsonLines(file === '-' ? files.standardInput() : createReadStream(file))) given.push(value)
  const { added, known } = importDecisions(record, given)
  stderr.write(`${added} taken in, ${known} known already\n`)
}

const list = async (record: Record, pending: boolean, json: boolean, { stdout, env }: Effects): Promise<void> => {
  const write = writer(stdout)
  const colours = pc.createColors(hasColour(stdout, env))
  const show = (rows: readonly Decision[]) =>
    write(
      json ? rows.map((row) => `${JSON.stringify(row)}\n`).join('') : table(DECISION_COLUMNS, rows, tableWidth(stdout.columns), colours),
    )
  if (pending) {
    const found = pendingDecisions(record)
    if (json) await write(found.map((one) => `${JSON.stringify(one)}\n`).join(''))
    else if (found.length > 0) await show(found.map(({ decision }) => decision))
    else await write('none\n')
    return
  }
  let cursor: string | undefined
  do {
    const { items, next } = listDecisions(record, {}, { limit: 1000, cursor })
    if (items.length > 0 ? !(await show(items)) : !json && !(await write('none\n'))) return
    cursor = next ?? undefined
  } while (cursor !== undefined)
}
