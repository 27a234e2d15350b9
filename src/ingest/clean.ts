import { WINDOWS_1252_C1 } from './encoding.js'

const CONTROL = /[^\P{Cc}\t\n]|[\u2028\u2029]/gu

/**
 * Makes decoded text fit to be stored: lines end in a line feed, every other control character is a space,
 * a lone surrogate is U+FFFD, and what programs wrote as control characters for the quotes and dashes of Windows-1252 are quotes and dashes.
 * Not normalised otherwise: the letters stay as the source has them. Idempotent.
 */
export const clean = (text: string): string =>
  text
    .replace(/^\ufeff+/, '')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROL, control)
    .replace(/\p{Surrogate}/gu, '\ufffd')

const control = (character: string): string => {
  if (/[\v\f\u2028\u2029]/.test(character)) return '\n'
  const meant = WINDOWS_1252_C1[character.charCodeAt(0) - 0x80]
  return meant === undefined || meant === character ? ' ' : meant
}
