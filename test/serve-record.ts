import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The program as built. */
export const PROGRAM = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** The program as built, serving a record in a process of its own. */
export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

/** Rejects where the program ends before it serves, for example because it has not been built. */
export const serveRecord = async (record: string, options: readonly string[] = []): Promise<Served> => {
  const server = spawn(process.execPath, [PROGRAM, 'serve', '--record', record, '--port', '0', '--no-open', ...options], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const url = await addressOf(server)
  return {
    url,
    close: () =>
      new Promise((done) => {
        server.once('exit', () => done())
        server.kill('SIGTERM')
      }),
  }
}

const addressOf = (server: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    let said = ''
    server.stderr!.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const [, url] = /Herodot is at (http:\/\/\S+?)\/?\s/.exec(said) ?? []
      if (url) found(url)
    })
    server.once('exit', () => failed(new Error(`the server ended: ${said}`)))
  })
