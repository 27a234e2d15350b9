import { type Files, nodeFiles } from '../ingest/files.js'
import { READER_MODULES, type ReaderModules } from '../workers.js'

/** A stream that text is written to, and what a terminal tells of itself. */
export type Out = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }

/** All that the commands touch of the world. */
export interface Effects {
  readonly stdout: Out
  readonly stderr: Out
  readonly env: Readonly<Record<string, string | undefined>>
  readonly files: Files
  readonly modules: ReaderModules
  /** Milliseconds that only grow. */
  readonly now: () => number
}

export const processEffects: Effects = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  files: nodeFiles,
  modules: READER_MODULES,
  now: () => performance.now(),
}
