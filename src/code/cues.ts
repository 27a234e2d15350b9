/** Tells whether a text holds any of some words. */
export type CueTest = (text: string) => boolean

const literal = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Cue words match whole words, without regard to case; a final `*` stands for any ending. No words match nothing. */
export const cueTest = (cues: readonly string[]): CueTest => {
  if (cues.length === 0) return () => false
  const forms = cues.map((cue) => (cue.endsWith('*') ? `${literal(cue.slice(0, -1))}\\p{L}*` : literal(cue)).replaceAll(' ', '\\s+'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'iu')
  return (text) => pattern.test(text)
}
