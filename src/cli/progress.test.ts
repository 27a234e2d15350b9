import { expect, test, vi } from 'vitest'
import { keep } from '../../test/effects.js'
import { progressLine, showProgress } from './progress.js'

test.each([
  [0, null, '0 files read'],
  [12, null, '12 files read'],
  [0, 1, '░░░░░░░░░░░░░░░░░░░░░░░░ 0 of 1 file'],
  [25, 100, '██████░░░░░░░░░░░░░░░░░░ 25 of 100 files, 30 s left'],
  [1, 1000, '░░░░░░░░░░░░░░░░░░░░░░░░ 1 of 1000 files, 167 min left'],
  [100, 100, '████████████████████████ 100 of 100 files'],
  [120, 100, '████████████████████████ 120 of 100 files'],
])('%i of %o', (done, total, line) => expect(progressLine(done, total, 10_000)).toBe(line))

test('short work shows nothing, long work a line that is gone at the end', async () => {
  vi.useFakeTimers()
  const stream = keep()
  let time = 0
  const progress = showProgress(stream, Promise.resolve(2), () => time)
  await vi.advanceTimersByTimeAsync(500)
  expect(stream.text).toBe('')
  time = 10_000
  progress.step()
  await vi.advanceTimersByTimeAsync(100)
  expect(stream.text).toBe('\r████████████░░░░░░░░░░░░ 1 of 2 files, 10 s left\x1b[K')
  progress.end()
  await vi.advanceTimersByTimeAsync(1000)
  expect(stream.text.endsWith(' left\x1b[K\r\x1b[K')).toBe(true)
  vi.useRealTimers()
})
