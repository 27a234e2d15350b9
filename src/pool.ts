import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Coder } from './claim.js'
import type { ReadOptions, ReadResult } from './reader.js'
import type { Report } from './report.js'

/** What a worker thread is started with, and what it and the pool tell each other. */
export interface WorkerData {
  /** Address of a module with an `openReader`. */
  readonly pipeline: string
}
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
  readonly worker: Worker
  ready: boolean
  job: Job | null
}

/**
 * Worker threads that each have a reader of their own and read one report at a time.
 * A thread that dies fails the report it was at and is replaced; one that cannot open its reader fails the whole pool.
 */
export class ReaderPool {
  /** Settles when the first reader is open. */
  readonly coder: Promise<Coder>
  readonly #entry: URL
  readonly #data: WorkerData
  readonly #waiting: Job[] = []
  readonly #seats = new Set<Seat>()
  #opened!: (coder: Coder) => void
  #unable!: (error: Error) => void
  #closed = false
  /** Why there is no thread left. */
  #broken: Error | null = null

  constructor(size: number, pipeline: URL, entry: URL) {
    this.#data = { pipeline: pipeline.href }
    this.#entry = entry
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

  /** Lets idle threads close their readers and ends busy ones. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all(
      [...this.#seats].map(async ({ worker, ready, job }) => {
        const exit = once(worker, 'exit')
        if (ready && job === null) worker.postMessage('close' satisfies ToWorker)
        else await worker.terminate()
        await exit
      }),
    )
  }

  #hire(): void {
    const seat: Seat = { worker: new Worker(this.#entry, { workerData: this.#data }), ready: false, job: null }
    this.#seats.add(seat)
    seat.worker.on('message', (message: FromWorker) => this.#hear(seat, message))
    seat.worker.on('error', (error) => this.#lose(seat, error))
    seat.worker.on('exit', (code) => this.#lose(seat, new Error(`the reading thread ended with code ${code}`)))
  }

  #assign(): void {
    for (const seat of this.#seats) {
      if (!seat.ready || seat.job !== null) continue
      const job = this.#waiting.shift()
      if (!job) return
      seat.job = job
      seat.worker.postMessage(job.message)
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
