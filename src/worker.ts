import type { FromWorker, ToWorker } from './pool.js'
import type { OpenReader, Reader } from './reader.js'

// Run by the pool as a process of its own, with the address of a module that has an `openReader`.

const tell = (message: FromWorker) => process.connected && process.send!(message)
const words = (error: unknown) => (error instanceof Error ? error.message : String(error))

const serve = (reader: Reader) => {
  process.on('message', async (message: ToWorker) => {
    if (message === 'close') {
      await reader.close()
      process.disconnect()
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

// Ctrl-C reaches every process of the terminal: when to stop is for the one that the user started
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit())

try {
  const { openReader } = (await import(process.argv[2]!)) as { openReader: OpenReader }
  serve(await openReader())
} catch (error) {
  tell({ kind: 'unable', message: words(error) })
  process.disconnect()
}
