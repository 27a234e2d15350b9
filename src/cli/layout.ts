import { stripVTControlCharacters } from 'node:util'
import type pc from 'picocolors'
import wrapAnsi from 'wrap-ansi'
import type { Effects, Out } from './effects.js'

export interface Layout {
  /** Columns. */
  readonly width: number
  readonly colour: boolean
}

export type Colours = ReturnType<typeof pc.createColors>

const WIDEST = 100
const NARROWEST = 40
const USUAL = 80

/** Wide lines are hard to read, so the page does not fill a wide terminal. */
export const pageWidth = ({ columns }: Out): number => Math.max(NARROWEST, Math.min(WIDEST, columns || USUAL))

/** Colour where the output is a terminal that has it; `NO_COLOR` and `FORCE_COLOR` (see no-color.org) overrule. */
export const hasColour = ({ isTTY }: Out, env: Effects['env']): boolean => {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0'
  return isTTY === true && env.TERM !== 'dumb'
}

/** Wraps styled text to a width, with `first` before its first line and `rest` before the others. */
export const wrapped = (text: string, width: number, first = '', rest = first): string => {
  const room = width - Math.max(length(first), length(rest))
  return wrapAnsi(text, room, { hard: true })
    .split('\n')
    .map((line, i) => (i === 0 ? first : rest) + line)
    .join('\n')
}

const length = (prefix: string) => stripVTControlCharacters(prefix).length
