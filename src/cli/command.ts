import type { Effects } from './effects.js'

/** 0: all was done; 1: some could not be done, each named on standard error; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** One line for the list of commands, without a full stop. */
  readonly summary: string
  /** What `--help` prints. */
  readonly help: string
  /** Throws `UsageError` where the arguments, those after the command's name, are wrong. */
  readonly run: (args: readonly string[], effects: Effects) => Promise<ExitCode>
}

/** The user called the command in a way it does not know; the message says what to do. */
export class UsageError extends Error {}
