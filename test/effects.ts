import { Writable } from 'node:stream'
import type { Effects, Out } from '../src/cli/effects.js'
import type { Files } from '../src/ingest/files.js'
import type { ReaderModules } from '../src/workers.js'

/** A slow stream that keeps what is written to it, or fails with the code of an error once it has kept `room` characters. */
export const keep = (
  terminal: { isTTY?: boolean; columns?: number } = {},
  room = Number.POSITIVE_INFINITY,
  code = 'EPIPE',
): Out & { text: string } =>
  Object.assign(
    new Writable({
      decodeStrings: false,
      highWaterMark: 100,
      write(chunk: string, _, done) {
        const out = this as unknown as { text: string }
        if (out.text.length + chunk.length > room) return done(Object.assign(new Error(code), { code }))
        out.text += chunk
        setImmediate(done)
      },
    }),
    { text: '', ...terminal },
  )

export interface Captured extends Effects {
  readonly stdout: Out & { text: string }
  readonly stderr: Out & { text: string }
}

export const captured = (files: Files, modules: ReaderModules, changes: Partial<Captured> = {}): Captured => ({
  stdout: keep(),
  stderr: keep(),
  env: {},
  files,
  modules,
  now: () => 0,
  ...changes,
})

/** Waits until the streams have kept all that was written to them. */
export const flushed = async ({ stdout, stderr }: Captured): Promise<void> => {
  await Promise.all([stdout, stderr].map((stream) => new Promise<void>((done) => stream.end('', () => done()))))
}
