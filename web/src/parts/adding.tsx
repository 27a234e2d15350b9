import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { type ApiError, ask, refresh } from '../api/client.js'
import type { Job } from '../api/types.js'
import { announce } from './announce.js'

let jobs: readonly Job[] = []
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const ended = ({ state }: Job) => state !== 'waiting' && state !== 'running'

/** A job that the server told of. */
export const jobsChanged = (job: Job): void => {
  const before = jobs.find(({ id }) => id === job.id)
  jobs = before ? jobs.map((one) => (one.id === job.id ? { ...job, reports: one.reports } : one)) : [job, ...jobs]
  if (ended(job) && before && !ended(before)) {
    announce(endOf(job))
    refresh()
  }
  for (const listener of listeners) listener()
}

const endOf = ({ state, counts, error }: Job): string => {
  if (state === 'failed') return `Reading failed: ${error}`
  const parts = [
    `${counts.new} new`,
    counts.version && `${counts.version} new versions`,
    counts.unchanged && `${counts.unchanged} known already`,
  ]
  const said = parts.filter(Boolean).join(', ')
  return `${state === 'stopped' ? 'Stopped' : 'Read'}: ${said}${counts.problems ? `; ${counts.problems} problems` : ''}`
}

interface Entry {
  readonly isFile: boolean
  readonly fullPath: string
  file(done: (file: File) => void, failed: (error: unknown) => void): void
  createReader(): { readEntries(done: (entries: Entry[]) => void, failed: (error: unknown) => void): void }
}

const filesOf = async (entry: Entry): Promise<readonly (readonly [File, string])[]> => {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => entry.file(done, failed))
    return [[file, entry.fullPath.replace(/^\//, '')]]
  }
  const reader = entry.createReader()
  const found: (readonly [File, string])[] = []
  for (;;) {
    const batch = await new Promise<Entry[]>((done, failed) => reader.readEntries(done, failed))
    if (batch.length === 0) return found
    for (const one of batch) found.push(...(await filesOf(one)))
  }
}

/** Sends dropped or chosen files and folders to be read. */
export const addFiles = async (from: DataTransfer | FileList): Promise<void> => {
  const entries = 'items' in from ? [...from.items].flatMap((item) => (item.webkitGetAsEntry() as Entry | null) ?? []) : []
  const plain = 'items' in from ? [...from.files] : [...from]
  const files =
    entries.length > 0
      ? (await Promise.all(entries.map(filesOf))).flat()
      : plain.map((file) => [file, file.webkitRelativePath || file.name] as const)
  if (files.length === 0) return
  try {
    for (let start = 0; start < files.length; start += 500) {
      const form = new FormData()
      for (const [file, name] of files.slice(start, start + 500)) form.append('files', file, name)
      jobsChanged(await ask<Job>('/reports', { method: 'POST', body: form }))
    }
    announce(`${files.length === 1 ? '1 file is' : `${files.length} files are`} being read`)
  } catch (error) {
    announce(`Nothing was added: ${(error as ApiError).message}`)
  }
}

const stop = (id: string) => ask<Job>(`/jobs/${id}`, { method: 'DELETE' }).then(jobsChanged, (error: ApiError) => announce(error.message))

/** The button that adds reports, and how far the reading is. */
export const Adding = () => {
  const list = useSyncExternalStore(subscribe, () => jobs)
  const [open, setOpen] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLDivElement>(null)
  const running = list.filter((job) => !ended(job))
  useEffect(() => {
    if (running.length === 0) return
    const timer = setInterval(() => {
      for (const { id } of running) ask<Job>(`/jobs/${id}`).then(jobsChanged, () => {})
    }, 1000)
    return () => clearInterval(timer)
  }, [running])
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', away)
    addEventListener('keydown', away)
    return () => {
      removeEventListener('pointerdown', away)
      removeEventListener('keydown', away)
    }
  }, [open])
  const chosen = (element: HTMLInputElement) => {
    if (element.files?.length) void addFiles(element.files)
    element.value = ''
  }
  return (
    <div className="adding" ref={box}>
      <button type="button" className="primary" aria-expanded={open} onClick={() => setOpen(!open)}>
        {running.length > 0 ? <Progress job={running[0]!} /> : 'Add reports'}
      </button>
      <input ref={input} type="file" multiple hidden onChange={(event) => chosen(event.currentTarget)} />
      <input ref={folder} type="file" multiple hidden {...{ webkitdirectory: '' }} onChange={(event) => chosen(event.currentTarget)} />
      {open && (
        <div className="popover adding-box">
          <p>Drop files or a folder anywhere on this window, or choose them. They are read on this machine and nowhere else.</p>
          <div className="row">
            <button type="button" onClick={() => input.current?.click()}>
              Choose files…
            </button>
            <button type="button" onClick={() => folder.current?.click()}>
              Choose a folder…
            </button>
          </div>
          {list.length > 0 && (
            <ul className="jobs">
              {list.slice(0, 6).map((job) => (
                <li key={job.id}>
                  {ended(job) ? <span>{endOf(job)}</span> : <Progress job={job} />}
                  {!ended(job) && (
                    <button type="button" onClick={() => void stop(job.id)}>
                      Stop
                    </button>
                  )}
                  {job.problems.length > 0 && (
                    <details>
                      <summary>Problems</summary>
                      <ul>
                        {job.problems.map(({ code, message, file }) => (
                          <li key={`${code}${file}${message}`}>
                            {file}: {message}
                          </li>
                        ))}
                      </ul>
                    </details>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}

const Progress = ({ job: { done, files } }: { readonly job: Job }) => (
  <span className="progress">
    <progress max={files} value={Math.min(done, files)} aria-label="Reading reports" /> {done} of {files}
  </span>
)
