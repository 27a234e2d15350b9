/** A distance and direction from a named place ("30 km south of Kirkuk"). */
export interface Offset {
  readonly kilometres: number
  /** Degrees clockwise from north; null where no direction is given ("40 kilometers from Mosul"). */
  readonly bearing: number | null
}

const KILOMETRES: Readonly<Record<string, number>> = { k: 1, m: 1.609344, n: 1.852 }

const BEARINGS: Readonly<Record<string, number>> = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
}

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, i) => [word, i + 1]),
)

// "30 km (19 miles) south-east of", "about 20 miles to the north of", "forty kilometres from", "a dozen miles west of"
const PATTERN = new RegExp(
  String.raw`\b(\d[\d,.]*|a dozen|a|${Object.keys(NUMBERS).join('|')}|thirty|forty|fifty)(?:\s+|-)?` +
    String.raw`(km|kms|kilomet(?:er|re)s?|mi|miles?|nautical miles?)\b(?:\s*\([^)]*\))?` +
    String.raw`(?:\s+(?:away|off|outside))?(?:\s+to\s+the)?(?:\s+(?:due\s+)?(north|south|east|west)(?:[- ]?(east|west))?)?\s*(of|from)\b`,
  'i',
)

const numberOf = (words: string): number => {
  const lower = words.toLowerCase()
  const tens: Readonly<Record<string, number>> = { thirty: 30, forty: 40, fifty: 50, a: 1, 'a dozen': 12 }
  return tens[lower] ?? NUMBERS[lower] ?? Number(lower.replace(/,/g, ''))
}

/** The offset in the words before a place's name; null where there is none. */
export const offsetIn = (words: string): Offset | null => {
  const match = PATTERN.exec(words)
  const unit = match?.[2]?.[0]?.toLowerCase()
  if (!match?.[1] || unit === undefined) return null
  // "30 km of road" is a length, "within 30 km of" a distance
  if (match[5]?.toLowerCase() === 'of' && !match[3] && !/\bwithin\b/i.test(words.slice(0, match.index))) return null
  const kilometres = numberOf(match[1]) * (KILOMETRES[unit] ?? 1)
  if (!Number.isFinite(kilometres)) return null
  return { kilometres, bearing: BEARINGS[`${match[3] ?? ''}${match[4] ?? ''}`.toLowerCase()] ?? null }
}

const NEAR =
  /\b(?:near|nearby|outside|around|outskirts|edges?|limits|vicinity|environs|surroundings|approaches|close to|off|gates|(?:north|south|east|west)(?:[- ]?(?:east|west))? of|towards?|villages? (?:near|outside|around)|between)\b/i

/** True where the words place something by a named place, not in it ("the outskirts of", "south of"). */
export const isNear = (words: string): boolean => NEAR.test(words)

const DIRECTIONS = /\b(north|south|east|west)[- ]?(east|west)?(?:ern|ernmost)?\b|\b(central)\b/i

/** The part of a place that the words pick ("northern", "south-eastern", "central"), as a bearing, `central`, or null. */
export const partIn = (words: string): number | 'central' | null => {
  const match = DIRECTIONS.exec(words)
  if (!match) return null
  return match[3] ? 'central' : (BEARINGS[`${match[1] ?? ''}${match[2] ?? ''}`.toLowerCase()] ?? null)
}
