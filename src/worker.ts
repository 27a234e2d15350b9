import { parentPort, workerData } from 'node:worker_threads'
import type { FromWorker, ToWorker, WorkerData } from './pool.js'
import type { OpenReader, Reader } from './reader.js'

const port = parentPort!
const tell = (message: FromWorker) => port.postMessage(message)
const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

const serve = (reader: Reader) => {
  port.on('message', async (message: ToWorker) => {
    if (message === 'close') {
      await reader.close()
      port.close()
      return
    }
    try {
      tell({ kind: 'read', result: await reader.read(message.report, message.options) })
    } catch (error) {
      tell({ kind: 'failed', message: words(error) })
    }
  })
  tell({ kind: 'ready', coder: reader.coder })
}

try {
  const { openReader } = (await import((workerData as WorkerData).pipeline)) as { openReader: OpenReader }
  serve(await openReader())
} catch (error) {
  tell({ kind: 'unable', message: words(error) })
}
