import type { Out } from './effects.js'

const BAR = 24
const EVERY = 100
/** Milliseconds before the bar shows: short work needs none. */
const PATIENCE = 1500

/** Progress of long work, on one line of a terminal. */
export interface Progress {
  /** One more is done. */
  readonly step: () => void
  /** Call before anything else is written to the same terminal. */
  readonly hide: () => void
  /** The work is over; leaves nothing behind. */
  readonly end: () => void
}

export const noProgress: Progress = { step: () => {}, hide: () => {}, end: () => {} }

/** `total` may come later than the work begins; until then there is a count instead of a bar. */
export const showProgress = (stream: Out, total: Promise<number>, now: () => number): Progress => {
  const start = now()
  let done = 0
  let all: number | null = null
  let shown = false
  total.then(
    (count) => {
      all = count
    },
    () => {},
  )
  const hide = () => {
    if (shown) stream.write('\r\x1b[K')
    shown = false
  }
  const draw = () => {
    const elapsed = now() - start
    if (elapsed < PATIENCE) return
    stream.write(`\r${progressLine(done, all, elapsed)}\x1b[K`)
    shown = true
  }
  const timer = setInterval(draw, EVERY)
  timer.unref()
  return {
    step: () => {
      done++
    },
    hide,
    end: () => {
      clearInterval(timer)
      hide()
    },
  }
}

/** `██████░░░░ 60 of 100 files, 12 s left`; `elapsed` in milliseconds. */
export const progressLine = (done: number, total: number | null, elapsed: number): string => {
  if (total === null || total === 0) return `${done} files read`
  const filled = Math.round((BAR * Math.min(done, total)) / total)
  const left = done > 0 && done < total ? `, ${duration((elapsed / done) * (total - done))} left` : ''
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${done} of ${total} ${total === 1 ? 'file' : 'files'}${left}`
}

const duration = (milliseconds: number): string => {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  return seconds < 100 ? `${seconds} s` : `${Math.round(seconds / 60)} min`
}
