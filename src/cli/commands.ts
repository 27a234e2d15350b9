import type { Command } from './command.js'
import { read } from './read.js'

/** Every command, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([['read', read]])
