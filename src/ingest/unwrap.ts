/** Lines of more than this many code units are paragraphs, not lines of a wrapped one. */
const WIDEST = 120
const NARROWEST = 40

/**
 * Joins the lines of a text that was wrapped at a fixed width (mail, telex): each such line break becomes a space, so every offset stays.
 *
 * A break was made by wrapping where the next word would not have fitted into the width of the widest line.
 * Where that does not explain nearly all the breaks inside paragraphs, the text was not wrapped and stays as it is.
 */
export const unwrap = (text: string): string => {
  const lines = text.split('\n')
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0)
  if (width < NARROWEST || width > WIDEST) return text
  const inside = lines.slice(0, -1).map((line, i) => line.trim() !== '' && lines[i + 1]!.trim() !== '')
  const wrapped = inside.map((within, i) => within && line(lines[i]!) + 1 + firstWord(lines[i + 1]!) > width)
  const breaks = inside.filter(Boolean).length
  if (breaks < 2 || wrapped.filter(Boolean).length < 0.8 * breaks) return text
  return lines.map((line, i) => line + (i === lines.length - 1 ? '' : wrapped[i] ? ' ' : '\n')).join('')
}

const line = (text: string) => text.trimEnd().length
const firstWord = (text: string) => /^\S*/.exec(text)![0].length
