import type { Running, serve as start } from '../serve/serve.js'
import { type Command, UsageError } from './command.js'
import { RECORD_HELP, RECORD_OPTION, recordPath } from './open-record.js'
import { number, parsed } from './options.js'
import { printable } from './printable.js'

/** What the command touches of the world besides streams. */
export interface ServeWorld {
  /** Opens an address in the user's browser. */
  readonly browse: (url: string) => Promise<unknown>
  /** Resolves when the user wants the server to stop. */
  readonly stopped: () => Promise<void>
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const processWorld: ServeWorld = {
  browse: async (url) => (await import('open')).default(url),
  stopped: () =>
    new Promise((resolve) => {
      for (const signal of SIGNALS) process.once(signal, () => resolve())
    }),
}

/** `herodot serve` */
export const serveCommand = ({ browse, stopped }: ServeWorld = processWorld): Command => ({
  summary: 'look at a record in the browser, judge it, and answer programs',
  help: `Serves a record as an application in the browser and as an HTTP API, on this machine alone.
The record is made where there is none.

Usage: herodot serve [OPTION]...

  --port N          port (default: 4747; 0 for any that is free)
  --no-open         do not open the browser
  --host H          address to listen on (default: 127.0.0.1); one that others can reach needs
                    --token or --users
  --token T         let only those in who know T (16 characters or more)
  --origin URL      where people reach it through a proxy, such as https://herodot.example.org;
                    needs --token or --users
  --base-map FILE   a PMTiles file of your own to draw under the claims
  --users           accounts for a team: the link for the first administrator is printed
${RECORD_HELP}
Stop it with Ctrl-C.

Exit code: 0 stopped, 1 could not start, 2 wrong usage.
`,
  async run(args, effects) {
    const { values, positionals } = parsed(args, {
      ...RECORD_OPTION,
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      host: { type: 'string' },
      token: { type: 'string' },
      origin: { type: 'string' },
      'base-map': { type: 'string' },
      users: { type: 'boolean' },
    })
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is no option; --record FILE names the record`)
    if (values.token !== undefined && !/^[\w.~-]{16,}$/.test(values.token))
      throw new UsageError('--token takes 16 letters, digits, dots, hyphens or underscores, or more')
    if (values.token !== undefined && values.users) throw new UsageError('--token and --users do not go together: accounts need no token')
    const running = await started({
      record: recordPath(values.record, effects.env),
      host: values.host,
      port: number('--port', values.port, 0, 65_535, 'whole'),
      token: values.token,
      origin: originOf(values.origin),
      baseMap: values['base-map'],
      users: values.users,
      modules: effects.modules,
      fault: (error) => effects.stderr.write(`herodot: ${printable((error as Error).stack ?? String(error))}\n`),
    })
    const ended = stopped()
    effects.stderr.write(`Herodot is at ${running.url}\n`)
    if (values.origin !== undefined) effects.stderr.write(`The proxy finds it at ${running.listening}\n`)
    if (running.setup) effects.stderr.write(`To set up the first administrator, open once: ${running.setup}\n`)
    if (!values['no-open'])
      await browse(running.setup ?? running.url).catch(() => effects.stderr.write('The browser could not be opened.\n'))
    await ended
    effects.stderr.write('Stopping.\n')
    await running.close()
    return 0
  },
})

export const serve = serveCommand()

/** Scheme, name and port, and nothing else: pages are asked for at the root. */
const originOf = (value: string | undefined): URL | undefined => {
  if (value === undefined) return undefined
  const url = URL.parse(value)
  if (url === null || !/^https?:$/.test(url.protocol) || url.origin !== value.replace(/\/$/, '').toLowerCase())
    throw new UsageError('--origin takes the address of the proxy without a path, such as https://herodot.example.org')
  return url
}

const started = async (options: Parameters<typeof start>[0]): Promise<Running> => {
  // the server's parts are loaded when one is asked for: other commands start without them
  const { serve, UnsafeHost } = await import('../serve/serve.js')
  try {
    return await serve(options)
  } catch (error) {
    if (error instanceof UnsafeHost) throw new UsageError(error.message)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new Error(`port ${options.port ?? 4747} is in use: another one with --port N, any free one with --port 0`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Error(`${options.host} is no address of this machine`)
    if (code === 'EACCES') throw new Error(`port ${options.port} needs more rights than you have: another one with --port N`)
    throw error
  }
}
