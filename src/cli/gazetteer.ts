import type { Files } from '../ingest/files.js'
import { type PlacesRead, readPlaces } from '../resolve/place/add/places.js'
import { storePlaces } from '../resolve/place/add/store-places.js'
import { readCodes } from '../resolve/place/sources.js'
import { type Command, type ExitCode, UsageError } from './command.js'
import type { Effects } from './effects.js'
import { parsed } from './options.js'
import { printable } from './printable.js'
import { problemLine } from './problem-line.js'

/** Faults told one by one; a file that is wrong throughout is not told a million times. */
const MOST_TOLD = 20

/** The places of a file, or why it could not be read. */
const reading = async (file: string, files: Files): Promise<PlacesRead | string> => {
  try {
    return await readPlaces(file === '-' ? files.standardInput() : files.open(file), readCodes())
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`
  }
}

const add = async (file: string, { files, stderr, env }: Effects): Promise<ExitCode> => {
  const tell = (code: string, message: string): void =>
    void stderr.write(problemLine({ code, message, severity: 'error', file, span: null }))
  const read = await reading(file, files)
  if (typeof read === 'string') {
    tell('gazetteer/unreadable', read)
    return 1
  }
  for (const { line, message, code } of read.faults.slice(0, MOST_TOLD)) tell(code, `line ${line}: ${message}`)
  if (read.faults.length > MOST_TOLD) stderr.write(`herodot: and ${read.faults.length - MOST_TOLD} more lines\n`)
  if (read.places.length > 0) {
    const { added, renewed, total, file: store } = storePlaces(read.places, env)
    const left = read.leftOut === 0 ? '' : `, ${read.leftOut} features of other kinds left out`
    stderr.write(`${added} places added, ${renewed} brought up to date${left}; ${total} of your own in ${printable(store)}\n`)
  }
  return read.faults.length === 0 ? 0 : 1
}

/** `herodot gazetteer` */
export const gazetteer: Command = {
  summary: 'add places of your own or of a GeoNames dump',
  help: `Adds places to those the program knows. They stay on this machine, in $HERODOT_HOME or, where that
is not set, in the data folder of your account, and are used from the next run on.

Usage: herodot gazetteer add FILE

FILE is one of
  a GeoNames dump, unpacked (for example IQ.txt from download.geonames.org/export/dump)
  a table with commas, semicolons or tabs between columns, the first line naming them:
  name, lat, lon, and where known country, admin1, type, names (other names, with | between)

Exit code: 0 done, 1 some lines could not be read (each named; the others are added),
2 wrong usage.
`,
  async run(args, effects) {
    const { positionals } = parsed(args, {})
    const [action, file, ...rest] = positionals
    if (action !== 'add' || file === undefined || rest.length > 0) throw new UsageError('write "gazetteer add" and one file')
    return add(file, effects)
  },
}
