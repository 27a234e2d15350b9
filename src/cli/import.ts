import { importLines } from '../export/jsonl.js'
import { relink } from '../record/relink.js'
import { type Command, UsageError } from './command.js'
import { jsonLines } from './json-lines.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'

/** `herodot import` */
export const importCommand: Command = {
  summary: 'take in what "herodot export --format jsonl" wrote',
  help: `Takes an export of a record into another: its reports with all their codings, and people's decisions. What is there already
changes nothing, so that two records can be brought together, and an import that was broken off can be run again.

Usage: herodot import FILE [OPTION]...

FILE is JSON Lines as written by "herodot export --format jsonl", or - for standard input.

${RECORD_HELP}
Exit code: 0 done, 1 the file could not be read (what came before stays), 2 wrong usage.
`,
  async run(args, { files, stderr, env }) {
    const { values, positionals } = parsed(args, RECORD_OPTION)
    const [file, ...rest] = positionals
    if (file === undefined || rest.length > 0) throw new UsageError('name one file to import, or - for standard input')
    await withRecord(recordPath(values.record, env), { create: true }, async (record) => {
      const found = await importLines(record, jsonLines(file === '-' ? files.standardInput() : files.open(file)))
      relink(record)
      stderr.write(`${found.readings} codings and ${found.decisions} decisions taken in, ${found.unchanged} codings known already\n`)
    })
    return 0
  },
}
