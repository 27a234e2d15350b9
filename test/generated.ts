/** The same numbers from 0 to 1 for the same seed (mulberry32), so that a failing test fails again. */
export const randomOf = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

const PIECES = [
  'The army', 'shelled', 'the town', 'on Tuesday', 'Côte d’Ivoire', 'Nāṣirīyah', 'e\u0301tat', '😀', '👩‍👩‍👧', '\u202eabc\u202c', 'مدينة الموصل', '\u200f', '伊拉克',
  '\0', '\x07', '\x1b[31m', '\x92', '\u2028', '\ud800', '\udc00', '\ufeff', '\t', ' ', '\n', '\r\n', '\r', '\n\n', '. ', '“', '”', ' — ', '12,000', '\u00a0', '\ufffd',
] // biome-ignore format: a list of pieces

/** Text with everything in it that is hard on offsets. */
export const trickyText = (seed: number): string => {
  const random = randomOf(seed)
  const length = Math.floor(random() * 60)
  return Array.from({ length }, () => PIECES[Math.floor(random() * PIECES.length)]! + (random() < 0.5 ? ' ' : '')).join('')
}

export const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1)
