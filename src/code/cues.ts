/** Tells whether a text holds any of some words. */
export type CueTest = (text: string) => boolean

/** Cue words match whole words, without regard to case; a final `*` stands for any ending. No words match nothing. */
export const cueTest = (cues: readonly string[]): CueTest => {
  const forms = cues.map((cue) => ({ words: cue.replace(/\*$/, '').toLowerCase(), open: cue.endsWith('*') }))
  return (text) => {
    const plain = text.toLowerCase().replace(/\s+/g, ' ')
    return forms.some(({ words, open }) => holds(plain, words, open))
  }
}

// by search, not by one expression of all cues: to compile those takes longer than to read a report
const holds = (text: string, words: string, open: boolean): boolean => {
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1))
    if (!inWord(text[start - 1]) && (open || !inWord(text[start + words.length]))) return true
  return false
}

const LETTER = /[\p{L}\p{N}]/u
const inWord = (character: string | undefined): boolean => character !== undefined && LETTER.test(character)
