import type { Problem } from '../report.js'
import { printable } from './printable.js'

/** A problem as a line for standard error. */
export const problemLine = ({ file, message, code }: Problem): string =>
  `herodot: ${printable(file === '-' ? 'standard input' : (file ?? ''))}: ${printable(message)} [${code}]\n`
