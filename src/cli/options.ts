import { parseArgs } from 'node:util'
import { isoDate } from '../ingest/published.js'
import { UsageError } from './command.js'

interface Options {
  readonly [name: string]: { readonly type: 'string' | 'boolean' }
}

type Values<O extends Options> = { readonly [name in keyof O]?: (O[name]['type'] extends 'boolean' ? boolean : string) | undefined }

/** Arguments after a command's name; a wrong option is a `UsageError`. */
export const parsed = <const O extends Options>(
  args: readonly string[],
  options: O,
): { readonly values: Values<O>; readonly positionals: readonly string[] } => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options }) as never
  } catch (error) {
    throw new UsageError((error as Error).message.split(/\.\s|\n/)[0])
  }
}

/** Undefined where the option was not given. */
export const number = (
  option: string,
  value: string | undefined,
  low: number,
  high: number,
  kind: 'whole' | 'any' = 'any',
): number | undefined => {
  if (value === undefined) return undefined
  const found = value.trim() === '' ? Number.NaN : Number(value)
  if (found >= low && found <= high && (kind === 'any' || Number.isInteger(found))) return found
  throw new UsageError(`${option} takes a ${kind === 'whole' ? 'whole ' : ''}number from ${low} to ${high}, not "${value}"`)
}

/** A date at the precision given. */
export const date = (option: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined
  const iso = isoDate(value)
  if (iso === null) throw new UsageError(`${option} takes a date such as 2016-11-03, not "${value}"`)
  return iso
}

export const address = (option: string, value: string | undefined): string | undefined => {
  if (value !== undefined && !URL.canParse(value))
    throw new UsageError(`${option} takes an address such as https://example.org/report, not "${value}"`)
  return value
}

/** One of several words. */
export const choice = <Word extends string>(option: string, value: string | undefined, words: readonly Word[]): Word | undefined => {
  if (value === undefined || (words as readonly string[]).includes(value)) return value as Word | undefined
  throw new UsageError(`${option} takes one of ${words.join(', ')}, not "${value}"`)
}

/** Several of several words, between commas. */
export const choices = <Word extends string>(
  option: string,
  value: string | undefined,
  words: readonly Word[],
): readonly Word[] | undefined => value?.split(',').map((word) => choice(option, word.trim(), words)!)

/** What was given, for options that must not be there as undefined. */
export const given = <Values extends object>(values: Values): { [key in keyof Values]?: Exclude<Values[key], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never
