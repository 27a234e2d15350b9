import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from './database.js'

test('opening a database says nothing on the terminal', async () => {
  const warned = vi.fn()
  process.on('warning', warned)
  onTestFinished(() => {
    process.off('warning', warned)
  })
  openDatabase(':memory:', false).close()
  await setImmediate()
  expect(warned).not.toHaveBeenCalled()
})
