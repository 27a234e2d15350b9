import { availableParallelism } from 'node:os'
import type { Coder, Reading } from './claim.js'
import type { Ingested } from './ingest/ingest.js'
import { ReaderPool } from './pool.js'
import type { OpenReader, ReadOptions, ReadResult } from './reader.js'
import type { Problem, Report } from './report.js'

export interface ReadReportsOptions extends ReadOptions {
  /** Processes that read; by default none of its own for a small run, one a core for others. The readings are the same. */
  readonly workers?: number | undefined
  /** Claims of less confidence are left out; 0 by default. */
  readonly minConfidence?: number | undefined
}

/** The reading of one report, or null where there is no report; and all there is to say about either. */
export interface Outcome {
  readonly file: string
  readonly reading: Reading | null
  readonly problems: readonly Problem[]
}

/** Where the code is that reads: tests have their own. */
export interface ReaderModules {
  /** A module with an `openReader`. */
  readonly pipeline: URL
  /** What a worker runs. */
  readonly worker: URL
}

/** The program's own. */
export const READER_MODULES: ReaderModules = {
  pipeline: new URL('./pipeline.js', import.meta.url),
  worker: new URL('./worker.js', import.meta.url),
}

/** UTF-16 code units of text that are read sooner by one reader than it takes to start several. */
const SMALL_RUN = 50_000
/** Reports under way for each worker: enough that none waits, few enough that memory does not grow. */
const AHEAD = 3

/** One or several readers. `read` rejects where that report cannot be read; `coder` where there is no reader at all. */
interface Desk {
  readonly coder: Promise<Coder>
  read(report: Report, options: ReadOptions): Promise<ReadResult>
  close(): Promise<void>
}

/**
 * Reads reports in the order in which they come, whatever the number of workers, with a bounded number of them in memory.
 *
 * A report on which the reader fails gets a reading without claims and the problem `read/internal`; the rest are read.
 * Throws only where no reader can be opened, for example because there is no model.
 */
export async function* readReports(
  ingested: AsyncIterable<Ingested>,
  { workers, minConfidence = 0, ...options }: ReadReportsOptions = {},
  modules: ReaderModules = READER_MODULES,
): AsyncGenerator<Outcome> {
  const { small, all } = workers === undefined ? await measure(ingested) : { small: false, all: ingested }
  const size = small ? 1 : (workers ?? availableParallelism())
  const desk = size === 1 ? sameProcess(modules.pipeline) : new ReaderPool(size, modules.pipeline, modules.worker)
  try {
    yield* inOrder(all, size === 1 ? 1 : size * AHEAD, (input) => outcome(input, desk, options, minConfidence))
  } finally {
    await desk.close()
  }
}

const outcome = async (input: Ingested, desk: Desk, options: ReadOptions, minConfidence: number): Promise<Outcome> => {
  const { file, report } = input
  if (report === null) return { file, reading: null, problems: input.problems }
  const coder = await desk.coder
  const { claims, problems: found, layers } = await desk.read(report, options).catch((error: Error) => failed(error))
  const problems = [...input.problems, ...found.map((problem) => ({ ...problem, file: problem.file ?? file }))]
  const sure = claims.filter(({ confidence }) => confidence >= minConfidence)
  const reading = { doc: report.doc, report, claims: sure, problems, coder, ...(layers && { layers }) }
  return { file, reading, problems }
}

const failed = ({ message }: Error): ReadResult => ({
  claims: [],
  problems: [
    {
      code: 'read/internal',
      message: `could not be read because of a fault in herodot: ${message}`,
      severity: 'error',
      file: null,
      span: null,
    },
  ],
})

/** A reader of this process, opened with the first report. */
const sameProcess = (pipeline: URL): Desk => {
  let opened: ReturnType<OpenReader> | undefined
  const open = () => {
    opened ??= import(pipeline.href).then(({ openReader }: { openReader: OpenReader }) => openReader())
    return opened
  }
  return {
    get coder() {
      return open().then(({ coder }) => coder)
    },
    read: async (report, options) => (await open()).read(report, options),
    close: async () => (await opened?.catch(() => undefined))?.close(),
  }
}

/** Looks at the beginning of a run: whether it is a small one, and all of it again. */
const measure = async (ingested: AsyncIterable<Ingested>): Promise<{ readonly small: boolean; readonly all: AsyncIterable<Ingested> }> => {
  const iterator = ingested[Symbol.asyncIterator]()
  const seen: Ingested[] = []
  let length = 0
  let end = false
  while (length <= SMALL_RUN && !end) {
    const next = await iterator.next()
    if (next.done) end = true
    else {
      seen.push(next.value)
      length += next.value.report?.text.length ?? 0
    }
  }
  const rest = { [Symbol.asyncIterator]: () => iterator }
  const all = (async function* () {
    yield* seen
    if (!end) yield* rest
  })()
  return { small: end, all }
}

/** Works on up to `width` items at once and gives the results in the order of the items. */
async function* inOrder<Item, Result>(
  items: AsyncIterable<Item>,
  width: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const underway: Promise<Result>[] = []
  for await (const item of items) {
    const result = work(item)
    result.catch(() => {})
    underway.push(result)
    if (underway.length >= width) yield await underway.shift()!
  }
  for (const result of underway) yield await result
}
