import { RecordError } from '../record/errors.js'
import { Record, type RecordOptions } from '../record/record.js'
import { UsageError } from './command.js'
import type { Effects } from './effects.js'

export const RECORD_OPTION = { record: { type: 'string' } } as const
export const RECORD_HELP = `  --record FILE               the record (default: $HERODOT_RECORD or herodot.db)
`

const DEFAULT = 'herodot.db'

export const recordPath = (given: string | undefined, env: Effects['env']): string => given ?? (env.HERODOT_RECORD || DEFAULT)

/** Opens a record for as long as the work takes. What a user asked for wrongly is wrong usage. */
export const withRecord = async <Result>(
  path: string,
  options: RecordOptions,
  work: (record: Record) => Promise<Result> | Result,
): Promise<Result> => {
  const record = Record.open(path, options)
  try {
    return await work(record)
  } catch (error) {
    if (error instanceof RecordError && error.code === 'record/bad-query') throw new UsageError(error.message)
    throw error
  } finally {
    record.close()
  }
}
