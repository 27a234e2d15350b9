import { basename, join } from 'node:path'
import type { Problem } from '../report.js'
import { knownSuffix } from './detect.js'
import type { Files } from './files.js'
import { failure, warning } from './problem.js'

export const STANDARD_INPUT = '-'

/** A file to read, or a problem in its place. */
export type Step =
  | { readonly file: string; readonly size: number; readonly problem: null }
  | { readonly file: string; readonly problem: Problem }

/** Hidden files, codings and gold files of reports, and what is in a folder to explain it. */
const PASSED_OVER = /^\.|\.(?:claims|gold)\.json$|^(?:readme|licen[cs]e|copying)(?:\.\w+)?$/i
const SUFFIX = /\.[a-z][a-z0-9]{0,9}$/i

/**
 * The files that paths name, folders gone through in depth in the order of their names' code units, one at a time.
 * In a folder only files are taken whose suffix is known, or that have none; a path given by name is taken whatever it is.
 */
export async function* walk(paths: readonly string[], files: Files): AsyncGenerator<Step> {
  for (const path of paths) {
    if (path === STANDARD_INPUT) yield { file: path, size: 0, problem: null }
    else yield* visit(path, files, null)
  }
}

/** `above` holds the real paths of the folders around, null for a path that the user named. */
async function* visit(path: string, files: Files, above: readonly string[] | null): AsyncGenerator<Step> {
  try {
    const { kind, size } = await files.kind(path)
    if (kind === 'folder') yield* above === null ? named(path, files) : enter(path, files, above)
    else if (kind === 'file' || above === null) yield { file: path, size, problem: null }
  } catch (error) {
    yield { file: path, problem: fileProblem(path, error) }
  }
}

/** A folder that the user named: if there is nothing in it, that is worth a word. */
async function* named(folder: string, files: Files): AsyncGenerator<Step> {
  let empty = true
  for await (const step of enter(folder, files, [])) {
    empty = false
    yield step
  }
  if (empty) yield { file: folder, problem: warning(folder, 'empty-folder', 'holds no text, page or coded report') }
}

async function* enter(folder: string, files: Files, above: readonly string[]): AsyncGenerator<Step> {
  const real = await files.real(folder)
  if (above.includes(real)) return
  const names = (await files.list(folder)).filter((name) => !PASSED_OVER.test(name)).sort(byCodeUnit)
  for (const name of names) {
    const path = join(folder, name)
    for await (const step of visit(path, files, [...above, real])) {
      const skipped = step.problem === null && step.file === path && !isTaken(name)
      yield skipped ? { file: path, problem: warning(path, 'skipped', SKIPPED) } : step
    }
  }
}

const SKIPPED = 'was skipped: its name is not that of a text, page or coded report (name the file itself to have it read)'

/** JSON of every kind lies about in folders: there a coded report has to be named as one. */
const isTaken = (name: string): boolean => !SUFFIX.test(name) || !['', '.json'].includes(knownSuffix(name))

const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A failure of the file system, in words. */
export const fileProblem = (path: string, error: unknown): Problem => {
  const { code, message } = error as NodeJS.ErrnoException
  if (/^https?:\/\//.test(path))
    return failure(path, 'not-found', 'is an address, and nothing is fetched: save the page and give its address with --url')
  if (code === 'ENOENT' || code === 'ENOTDIR') return failure(path, 'not-found', 'does not exist')
  if (code === 'EACCES' || code === 'EPERM') return failure(path, 'unreadable', 'may not be read: check its permissions')
  return failure(path, 'unreadable', `cannot be read: ${message}`)
}

/** The name of a file without folders and known suffix, as the default name of its report. */
export const nameOf = (file: string): string => {
  if (file === STANDARD_INPUT) return 'stdin'
  const name = basename(file)
  return name.slice(0, name.length - knownSuffix(name).length)
}
