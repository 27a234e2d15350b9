import { readFile } from 'node:fs/promises'
import { type Command, type ExitCode, UsageError } from './command.js'
import { COMMANDS } from './commands.js'
import { type Effects, processEffects } from './effects.js'
import { printable } from './printable.js'

/** Runs the command that the arguments name. */
export const herodot = async (args: readonly string[], effects: Effects = processEffects): Promise<ExitCode> => {
  const [name, ...rest] = args
  const { stdout, stderr } = effects
  if (name === '--version') {
    stdout.write(`${await version()}\n`)
    return 0
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    stdout.write(await help())
    return 0
  }
  const load = COMMANDS.get(name ?? '')
  if (!load) {
    stderr.write(name === undefined ? await help() : `herodot: there is no command "${printable(name)}" (see herodot --help)\n`)
    return 2
  }
  return run(name!, await load(), rest, effects)
}

const run = async (name: string, command: Command, args: readonly string[], effects: Effects): Promise<ExitCode> => {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args
  if (options.includes('--help') || options.includes('-h')) {
    effects.stdout.write(command.help.split('\n').map(folded).join('\n'))
    return 0
  }
  try {
    return await command.run(args, effects)
  } catch (error) {
    const { message } = error as Error
    const usage = error instanceof UsageError
    effects.stderr.write(usage ? `herodot ${name}: ${message} (see herodot ${name} --help)\n` : `herodot: ${message}\n`)
    return usage ? 2 : 1
  }
}

const help = async (): Promise<string> => {
  const commands = await Promise.all([...COMMANDS].map(async ([name, load]) => ({ name, summary: (await load()).summary })))
  return `Reads news reports on armed conflict and political crisis into claims: who did what to whom,
where, when, how many, according to whom, and how surely.

Usage: herodot COMMAND [OPTION]...

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

  herodot COMMAND --help    how to use a command
  herodot --version         the program's version
`
}

const version = async (): Promise<string> => {
  const json = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(json) as { version: string }).version
}

/** Widest line of a help text. */
const HELP_WIDTH = 100

/** A line of help within the width; what runs over stands under the text of its second column. */
const folded = (line: string): string => {
  if (line.length <= HELP_WIDTH) return line
  const indent = /^ *(?:\S+(?: \S+)* {2,})?/.exec(line)![0].length
  const hang = ' '.repeat(indent < HELP_WIDTH / 2 ? indent : 4)
  const lines = [line.slice(0, hang.length)]
  for (const word of line.slice(hang.length).trimStart().split(' ')) {
    const last = lines.at(-1)!
    if (last.length === hang.length) lines[lines.length - 1] = last + word
    else if (last.length + 1 + word.length <= HELP_WIDTH) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(hang + word)
  }
  return lines.join('\n')
}
