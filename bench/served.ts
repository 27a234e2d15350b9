import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** The program as built, serving a record in a process of its own. */
export interface Served {
  readonly url: string
  readonly close: () => Promise<void>
}

export const serveRecord = async (record: string): Promise<Served> => {
  if (!existsSync(PROGRAM)) throw new Error('npm run build first: what is measured is the program as built')
  const server = spawn(process.execPath, [PROGRAM, 'serve', '--record', record, '--port', '0', '--no-open'], {
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
