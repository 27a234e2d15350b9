import { execFileSync, spawn } from 'node:child_process'
import { COMMAND } from '../components/read.js'

/** One run of the command line, by the clock. */
export interface Run {
  /** Milliseconds from the start to the first line and to the last. */
  readonly first: number
  readonly last: number
  readonly lines: number
  /** Resident memory in MiB, a few times a second, with how many lines had come. */
  readonly memory: readonly { readonly lines: number; readonly mebibytes: number }[]
}

const EVERY_MS = 250

/** Resident memory of a process in MiB; 0 where it has ended. */
const residentOf = (pid: number): number => {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024
  } catch {
    return 0
  }
}

/** Runs `herodot read --jsonl` and watches its output and, where asked, its memory. */
export const runCommand = async (files: readonly string[], workers: number, watched = false): Promise<Run> => {
  const start = performance.now()
  const child = spawn(process.execPath, [COMMAND, 'read', '--jsonl', '--quiet', '--workers', String(workers), ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let first = 0
  let last = 0
  let lines = 0
  const memory: { lines: number; mebibytes: number }[] = []
  const timer = watched ? setInterval(() => memory.push({ lines, mebibytes: residentOf(child.pid!) }), EVERY_MS) : undefined
  child.stdout.on('data', (data: Buffer) => {
    first ||= performance.now() - start
    last = performance.now() - start
    for (const byte of data) if (byte === 10) lines++
  })
  const code = await new Promise((ended) => child.on('close', ended))
  clearInterval(timer)
  if (code !== 0) throw new Error(`herodot read ended with ${code}`)
  return { first, last, lines, memory }
}
