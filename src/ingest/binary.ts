import { utf16 } from './encoding.js'

const ascii = (signature: string) => [...signature].map((character) => character.charCodeAt(0))

/** How files that are not text begin. */
const SIGNATURES: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [ascii('%PDF-'), 'a PDF document'],
  [ascii('PK\x03\x04'), 'a zip archive or an Office document'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an Office document'],
  [ascii('{\\rtf'), 'an RTF document'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [ascii('BZh'), 'a bzip2 archive'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz archive'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd archive'],
  [ascii("7z\xbc\xaf'\x1c"), 'a 7z archive'],
  [ascii('Rar!'), 'a rar archive'],
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG image'],
  [[0xff, 0xd8, 0xff], 'a JPEG image'],
  [ascii('GIF8'), 'a GIF image'],
  [ascii('RIFF'), 'an image, sound or video'],
  [ascii('ID3'), 'a sound'],
  [ascii('OggS'), 'a sound or video'],
  [ascii('SQLite format 3'), 'an SQLite database'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [ascii('MZ\x90'), 'a program'],
]

const SAMPLE = 2 ** 16

/** Tab, line feed, vertical tab, form feed, carriage return and escape occur in text. */
const inText = (byte: number) => (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b

/**
 * What kind of thing the bytes are where they are no text (`a PDF document`, or `binary data`), null where they are text.
 *
 * Text may hold stray control characters, so it takes many of them, or a good many among many bytes outside ASCII, to call it binary.
 */
export const binaryKind = (bytes: Uint8Array): string | null => {
  const signature = SIGNATURES.find(([begin]) => begin.every((byte, i) => bytes[i] === byte))
  if (signature) return signature[1]
  if (utf16(bytes) !== null) return null
  const sample = bytes.subarray(0, SAMPLE)
  let nul = 0
  let control = 0
  let high = 0
  for (const byte of sample) {
    if (byte === 0) nul++
    if (byte < 0x20 && !inText(byte)) control++
    if (byte >= 0x80) high++
  }
  const share = (count: number) => count / Math.max(sample.length, 1)
  return share(nul) > 0.1 || share(control) > 0.3 || (share(control) > 0.05 && share(high) > 0.2) ? 'binary data' : null
}
