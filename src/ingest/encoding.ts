import { analyse } from 'chardet'
import type { Problem } from '../report.js'
import { warning } from './problem.js'

export interface Decoded {
  /** Without the byte order mark. */
  readonly text: string
  /** Label of the WHATWG Encoding Standard, in lower case. */
  readonly encoding: string
  /** How the encoding is known: the bytes tell (`utf-8`, a byte order mark), a page declares it, or it is a guess. */
  readonly how: 'bytes' | 'declared' | 'guess'
  /** How many pieces were no valid characters and are U+FFFD in the text. */
  readonly damaged: number
}

/** Below this share of bytes outside ASCII, a text is in Latin letters for the most part. */
const LATIN = 0.08
const SAMPLE = 2 ** 16

/** What Windows-1252 has at 0x80 to 0x9F; where it has nothing, the control character of the same number. */
export const WINDOWS_1252_C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** `utf-16le` or `utf-16be` by the byte order mark, or by zero bytes in every second place only; else null. */
export const utf16 = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [i, byte] of sample.entries()) if (byte === 0) zeros[i % 2]!++
  const [even = 0, odd = 0] = zeros.map((count) => count / Math.max(1, sample.length / 2))
  if (odd > 0.4 && even < 0.02) return 'utf-16le'
  if (even > 0.4 && odd < 0.02) return 'utf-16be'
  return null
}

const supported = (label: string): boolean => {
  try {
    new TextDecoder(label)
    return true
  } catch {
    return false
  }
}

const decodeAs = (bytes: Uint8Array, encoding: string, how: Decoded['how']): Decoded => {
  const decoder = new TextDecoder(encoding)
  const decoded = decoder.decode(bytes)
  // Some releases of Node decode Windows-1252 as Latin-1.
  const text =
    decoder.encoding === 'windows-1252'
      ? decoded.replace(/\p{Cc}/gu, (character) => WINDOWS_1252_C1[character.charCodeAt(0) - 0x80] ?? character)
      : decoded
  return { text, encoding: decoder.encoding, how, damaged: how === 'guess' ? 0 : count(text, /\ufffd/g) }
}

/** The text of valid UTF-8, else null. */
const strictUtf8 = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const count = (text: string, pattern: RegExp): number => {
  let found = 0
  for (const _ of text.matchAll(pattern)) found++
  return found
}

const highShare = (bytes: Uint8Array): number => {
  let high = 0
  for (const byte of bytes) if (byte >= 0x80) high++
  return high / Math.max(1, bytes.length)
}

/** Single-byte and East Asian encodings cannot be told for sure: a text mostly in Latin letters is taken for Windows-1252. */
const guess = (bytes: Uint8Array): string => {
  if (highShare(bytes) < LATIN) return 'windows-1252'
  return analyse(bytes.subarray(0, SAMPLE)).find((match) => supported(match.name))?.name ?? 'windows-1252'
}

/**
 * Bytes to text: by a byte order mark, as UTF-8 where they are valid UTF-8 or nearly so,
 * as the page `declared` it, else by a guess. Never fails.
 */
export const decode = (bytes: Uint8Array, declared: string | null = null): Decoded => {
  const wide = utf16(bytes)
  if (wide !== null) return decodeAs(bytes, wide, 'bytes')
  const valid = strictUtf8(bytes)
  if (valid !== null) return { text: valid, encoding: 'utf-8', how: 'bytes', damaged: 0 }
  const utf8 = decodeAs(bytes, 'utf-8', 'bytes')
  // A damaged or truncated text in UTF-8 has far more valid than invalid sequences; one in another encoding has hardly any.
  if (count(utf8.text, /[^\p{ASCII}\ufffd]/gu) >= utf8.damaged) return utf8
  if (declared !== null && supported(declared)) return decodeAs(bytes, declared, 'declared')
  return decodeAs(bytes, guess(bytes), 'guess')
}

/** What there is to say to the user about how a file was decoded. */
export const decodingProblems = (file: string, { encoding, how, damaged }: Decoded): readonly Problem[] => {
  const name = encoding.startsWith('windows') ? encoding.replace('w', 'W') : encoding.toUpperCase()
  const known = how === 'guess' ? 'is not UTF-8 and was taken for' : 'is encoded as'
  return [
    ...(encoding === 'utf-8' || how === 'declared'
      ? []
      : [warning(file, 'encoding', `${known} ${name}; where letters look wrong, save it as UTF-8`)]),
    ...(damaged === 0
      ? []
      : [
          warning(
            file,
            'damaged-text',
            `has ${damaged} damaged ${damaged === 1 ? 'character' : 'characters'}, replaced by U+FFFD; it was read as ${name}`,
          ),
        ]),
  ]
}
