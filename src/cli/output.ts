import { once } from 'node:events'
import type { Out } from './effects.js'

/** Writes at the reader's pace; what comes back says whether there still is a reader (`| head` goes away early). */
export type Write = (text: string) => Promise<boolean>

const GONE = new Set(['EPIPE', 'ERR_STREAM_DESTROYED', 'ERR_STREAM_WRITE_AFTER_END'])

/** Rejects where writing fails for another reason than that nobody reads, such as a full disk. */
export const writer = (stream: Out): Write => {
  let failure: NodeJS.ErrnoException | null = null
  const fail = (error: NodeJS.ErrnoException) => {
    failure ??= error
  }
  stream.on('error', fail)
  const alive = () => {
    if (failure && !GONE.has(failure.code ?? '')) throw failure
    return failure === null
  }
  return async (text) => {
    if (!alive()) return false
    if (!stream.write(text)) await once(stream, 'drain').catch(fail)
    return alive()
  }
}
