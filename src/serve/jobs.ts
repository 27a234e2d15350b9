import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type Ingested, type IngestOptions, ingest } from '../ingest/ingest.js'
import { addReports, type Record } from '../record/index.js'
import type { ReaderModules } from '../workers.js'
import type { Job } from './answers.js'
import type { Events } from './events.js'
import type { UploadedFiles } from './upload.js'

export interface JobOptions {
  readonly modules?: ReaderModules | undefined
  readonly now?: (() => number) | undefined
}

interface Work {
  readonly files: UploadedFiles
  readonly options: IngestOptions
  stopped: boolean
}

const KEPT = 50
const WAITING = 20
const REPORTS = 1000
const PROBLEMS = 100

/** Files being read into the record, one job after another. */
export class Jobs {
  readonly #jobs = new Map<string, Job>()
  readonly #work = new Map<string, Work>()
  #running: Promise<void> = Promise.resolve()

  constructor(
    private readonly record: Record,
    private readonly events: Events,
    private readonly options: JobOptions = {},
  ) {}

  /** Null where too many wait already. */
  add(files: UploadedFiles, options: IngestOptions, by: string): Job | null {
    if (this.#work.size >= WAITING) return null
    const started = new Date((this.options.now ?? Date.now)()).toISOString()
    const counts = { new: 0, version: 0, recoded: 0, unchanged: 0, problems: 0 }
    const id = randomUUID()
    const job: Job = {
      id,
      state: 'waiting',
      by,
      started,
      files: files.paths.length,
      done: 0,
      counts,
      reports: [],
      problems: [],
      error: null,
    }
    this.#jobs.set(id, job)
    this.#forget()
    this.#work.set(id, { files, options, stopped: false })
    this.#running = this.#running.then(() => this.#run(id))
    return job
  }

  find(id: string): Job | null {
    return this.#jobs.get(id) ?? null
  }

  /** The newest first. */
  list(): Job[] {
    return [...this.#jobs.values()].reverse()
  }

  /** Stops a job that is there, at the next report. */
  stop(id: string): Job {
    const work = this.#work.get(id)
    if (!work) return this.#jobs.get(id)!
    work.stopped = true
    return this.#update(id, { state: 'stopped' })
  }

  /** Stops all and waits until nothing is written any more. */
  async close(): Promise<void> {
    for (const id of this.#work.keys()) this.stop(id)
    await this.#running
  }

  async #run(id: string): Promise<void> {
    const work = this.#work.get(id)!
    try {
      if (!work.stopped) await this.#read(id, work)
    } catch (error) {
      this.#update(id, { state: 'failed', error: (error as Error).message })
    } finally {
      this.#work.delete(id)
      if (this.#jobs.get(id)?.state === 'running') this.#update(id, { state: 'done' })
      this.events.tell({ kind: 'changed', what: 'reports', ids: this.#jobs.get(id)?.reports ?? [] })
    }
  }

  async #read(id: string, work: Work): Promise<void> {
    this.#update(id, { state: 'running' })
    const reports = untilStopped(ingest(work.files.paths, work.options, work.files), () => work.stopped)
    for await (const { stored, problems } of addReports(this.record, reports, { modules: this.options.modules, now: this.options.now })) {
      const job = this.#jobs.get(id)!
      const counts = { ...job.counts, problems: job.counts.problems + problems.length }
      if (stored) counts[stored.outcome]++
      const kept = stored && job.reports.length < REPORTS ? [...job.reports, stored.report] : job.reports
      this.#update(id, { done: job.done + 1, counts, reports: kept, problems: [...job.problems, ...problems].slice(0, PROBLEMS) })
    }
  }

  #update(id: string, change: Partial<Job>): Job {
    const job = { ...this.#jobs.get(id)!, ...change }
    this.#jobs.set(id, job)
    this.events.tell({ kind: 'job', job: { ...job, reports: job.reports.slice(-1) } })
    return job
  }

  #forget(): void {
    for (const id of this.#jobs.keys()) {
      if (this.#jobs.size <= KEPT) return
      if (!this.#work.has(id)) this.#jobs.delete(id)
    }
  }
}

async function* untilStopped(reports: AsyncIterable<Ingested>, stopped: () => boolean): AsyncGenerator<Ingested> {
  for await (const report of reports) {
    // Whoever asks meanwhile, perhaps to stop this, gets a turn.
    await setImmediate()
    if (stopped()) return
    yield report
  }
}
