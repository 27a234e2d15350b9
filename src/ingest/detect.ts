import { binaryKind } from './binary.js'
import { decode } from './encoding.js'
import type { Format, Source } from './format.js'
import { FORMATS } from './formats.js'

const HEAD = 4096

/** The suffix of a file's name that a format goes by, `''` for none. */
export const knownSuffix = (name: string): string =>
  FORMATS.flatMap((format) => format.suffixes)
    .sort((a, b) => b.length - a.length)
    .find((suffix) => name.toLowerCase().endsWith(suffix) && name.length > suffix.length) ?? ''

/** The format of a source by its content, then by its name; or, as words, what else it is. */
export const detect = ({ file, bytes }: Source): Format | { readonly binary: string } => {
  const binary = binaryKind(bytes)
  if (binary !== null) return { binary }
  const suffix = knownSuffix(file)
  const named = FORMATS.find((format) => format.suffixes.includes(suffix))
  const head = decode(bytes.subarray(0, HEAD)).text.trimStart()
  return FORMATS.find((format) => format.looksLike(head)) ?? named ?? FORMATS.at(-1)!
}
