import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Coder } from './claim.js'
import type { ReadOptions, ReadResult } from './reader.js'
import type { Report } from './report.js'

/** What a worker and the pool tell each other. */
export type ToWorker = { readonly report: Report; readonly options: ReadOptions } | 'close'
export type FromWorker =
  | { readonly kind: 'ready'; readonly coder: Coder }
  | { readonly kind: 'unable'; readonly message: string }
  | { readonly kind: 'read'; readonly result: ReadResult }
  | { readonly kind: 'failed'; readonly message: string }

interface Job {
  readonly message: ToWorker
  readonly done: (result: ReadResult) => void
  readonly failed: (error: Error) => void
}

interface Seat {
  readonly worker: ChildProcess
  ready: boolean
  job: Job | null
}

/**
 * Processes that each have a reader of their own and read one report at a time.
 * A process that dies, even of a fault in native code, fails the report it was at and is replaced; one that cannot open its reader
 * fails the whole pool.
 */
export class ReaderPool {
  /** Settles when the first reader is open. */
  readonly coder: Promise<Coder>
  readonly #entry: string
  readonly #pipeline: string
  readonly #waiting: Job[] = []
  readonly #seats = new Set<Seat>()
  #opened!: (coder: Coder) => void
  #unable!: (error: Error) => void
  #closed = false
  /** Why there is no process left. */
  #broken: Error | null = null

  constructor(size: number, pipeline: URL, entry: URL) {
    this.#pipeline = pipeline.href
    this.#entry = fileURLToPath(entry)
    this.coder = new Promise((opened, unable) => {
      this.#opened = opened
      this.#unable = unable
    })
    this.coder.catch(() => {})
    for (let i = 0; i < size; i++) this.#hire()
  }

  /** Rejects where the report cannot be read; other reports are not affected. */
  read(report: Report, options: ReadOptions): Promise<ReadResult> {
    return new Promise((done, failed) => {
      if (this.#broken) return failed(this.#broken)
      this.#waiting.push({ message: { report, options }, done, failed })
      this.#assign()
    })
  }

  /** Lets idle processes close their readers and ends busy ones. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(
      [...this.#seats].map(async ({ worker, ready, job }) => {
        const exit = once(worker, 'exit')
        if (ready && job === null) worker.send('close' satisfies ToWorker)
        else worker.kill('SIGKILL')
        await exit
      }),
    )
  }

  #hire(): void {
    const worker = fork(this.#entry, [this.#pipeline], {
      serialization: 'advanced',
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const seat: Seat = { worker, ready: false, job: null }
    this.#seats.add(seat)
    worker.on('message', (message: FromWorker) => this.#hear(seat, message))
    worker.on('error', (error) => this.#lose(seat, error))
    worker.on('exit', (code, signal) => this.#lose(seat, new Error(`the reading process ended with ${signal ?? `code ${code}`}`)))
  }

  #assign(): void {
    for (const seat of this.#seats) {
      if (!seat.ready || seat.job !== null) continue
      const job = this.#waiting.shift()
      if (!job) return
      seat.job = job
      seat.worker.send(job.message)
    }
  }

  #hear(seat: Seat, message: FromWorker): void {
    if (message.kind === 'unable') this.#lose(seat, new Error(message.message))
    else if (message.kind === 'ready') {
      seat.ready = true
      this.#opened(message.coder)
    } else {
      const job = seat.job!
      seat.job = null
      if (message.kind === 'read') job.done(message.result)
      else job.failed(new Error(message.message))
    }
    this.#assign()
  }

  #lose(seat: Seat, error: Error): void {
    if (!this.#seats.delete(seat) || this.#closed) return
    if (seat.ready) {
      seat.job?.failed(error)
      this.#hire()
    } else {
      this.#unable(error)
      if (this.#seats.size > 0) return
      this.#broken = error
      for (const job of this.#waiting.splice(0)) job.failed(error)
    }
  }
}
