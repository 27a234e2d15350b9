import { UsageError } from './command.js'
import type { Effects } from './effects.js'

/** Who decides. */
export const authorOf = (given: string | undefined, env: Effects['env']): string => {
  const author = (given ?? env.HERODOT_AUTHOR ?? env.USER ?? env.USERNAME ?? '').trim()
  if (author === '') throw new UsageError('--author says who decides')
  return author
}
