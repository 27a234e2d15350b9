import type { Span } from '../report.js'

/** A piece of the encoder's vocabulary with the words' own offsets; `word` counts the words of the text given. */
export interface Piece {
  readonly id: number
  readonly span: Span
  readonly word: number
}

export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>
  readonly unknown: number
  readonly cls: number
  readonly sep: number
  readonly pad: number
}

/** Reads a BERT `vocab.txt`: one piece a line, its number the line's. */
export function readVocabulary(text: string): Vocabulary {
  const ids = new Map(
    text
      .replace(/\n$/, '')
      .split('\n')
      .map((piece, i) => [piece, i]),
  )
  const id = (piece: string) => {
    const found = ids.get(piece)
    if (found === undefined) throw new RangeError(`the vocabulary has no ${piece}: is it a BERT vocab.txt?`)
    return found
  }
  return { ids, unknown: id('[UNK]'), cls: id('[CLS]'), sep: id('[SEP]'), pad: id('[PAD]') }
}

const LONGEST_WORD = 100
const MARK = /\p{Mn}/u
const PUNCTUATION = /[!-/:-@[-`{-~]|\p{P}/u
const SPACE = /\s/u
const CONTROL = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}]/u
const IDEOGRAPH = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2a6df}\u{2a700}-\u{2ceaf}\u{2f800}-\u{2fa1f}]/u

/** One word of the text: its normalised characters, each with the offsets of the character it came from. */
interface Word {
  readonly letters: string[]
  readonly starts: number[]
  readonly ends: number[]
}

/** Splits as BERT's basic tokenizer does: at white space, around each mark of punctuation and each ideograph. */
function words(text: string): Word[] {
  const found: Word[] = []
  let open: Word | null = null
  const add = (word: Word, letter: string, start: number, end: number) => {
    word.letters.push(letter)
    word.starts.push(start)
    word.ends.push(end)
  }
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at)
    // plain letters and digits, by far the most
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 65 && code <= 90)) {
      if (!open) {
        open = { letters: [], starts: [], ends: [] }
        found.push(open)
      }
      add(open, code <= 90 && code >= 65 ? String.fromCharCode(code + 32) : text[at]!, at, at + 1)
      at++
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at)!)
    const start = at
    at += character.length
    if (SPACE.test(character)) {
      open = null
      continue
    }
    if (code === 0 || code === 0xfffd || CONTROL.test(character)) continue
    if (PUNCTUATION.test(character) || IDEOGRAPH.test(character)) {
      found.push({ letters: [character], starts: [start], ends: [at] })
      open = null
      continue
    }
    for (const part of character.normalize('NFD')) {
      if (MARK.test(part)) continue
      for (const letter of part.toLowerCase()) {
        if (MARK.test(letter)) continue
        if (!open) {
          open = { letters: [], starts: [], ends: [] }
          found.push(open)
        }
        add(open, letter, start, at)
      }
    }
  }
  return found
}

/**
 * Greedy longest-match word pieces (Schuster and Nakajima 2012; BERT's uncased variant) with offsets into the text given.
 * Equal to the `tokenizers` package's BertNormalizer, BertPreTokenizer and WordPiece without special tokens.
 */
export function wordPieces(text: string, vocabulary: Vocabulary): Piece[] {
  const pieces: Piece[] = []
  words(text).forEach((word, number) => {
    const { letters, starts, ends } = word
    const first = pieces.length
    const whole = { start: starts[0]!, end: ends.at(-1)! }
    if (letters.length > LONGEST_WORD) {
      pieces.push({ id: vocabulary.unknown, span: whole, word: number })
      return
    }
    for (let from = 0; from < letters.length; ) {
      let to = letters.length
      let id: number | undefined
      for (; to > from; to--) {
        id = vocabulary.ids.get((from > 0 ? '##' : '') + letters.slice(from, to).join(''))
        if (id !== undefined) break
      }
      if (id === undefined) {
        pieces.length = first
        pieces.push({ id: vocabulary.unknown, span: whole, word: number })
        return
      }
      pieces.push({ id, span: { start: starts[from]!, end: ends[to - 1]! }, word: number })
      from = to
    }
  })
  return pieces
}
