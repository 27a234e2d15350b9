import { KINDS_OF_WORD, type Kind } from './kinds.js'

/** Kinds that a word of type allows, likeliest first, in singular or plural; null for another word. */
export const kindsOfWord = (word: string | undefined): readonly Kind[] | null => {
  const lower = word?.toLowerCase() ?? ''
  const singular = lower.endsWith('ies') ? `${lower.slice(0, -3)}y` : lower.replace(/s$/, '')
  const known = [lower, singular].find((form) => Object.hasOwn(KINDS_OF_WORD, form))
  return known === undefined ? null : (KINDS_OF_WORD[known] ?? null)
}

/** "New York Gov. X", "Kentucky State Police": the name is a state's. */
const STATE_AFTER =
  /^ (?:Gov(?:ernor)?|Sen(?:ator)?|Lt|State (?:Police|Troopers?|University|Legislature|Senate|Assembly)|Attorney General|Legislature)\b/
/** Words of type that as often speak of a part or a body of the place as of the place ("the Mosul area", "the Idlib base"). */
const LOOSE_AFTER = /^(?:area|site|base|range|port|capital|airport|airfield|camp|prison|dam|crossing|community)s?$|^islands$/
const TYPE_BEFORE = /([\p{L}]+),?(?:\s+of)?(?:\s+the)?\s+$/u
const WINDOW = 40

/** Kinds that the words beside a name allow ("the town of X", "X province"); null where they say nothing. */
export const kindsBeside = (text: string, start: number, end: number): readonly Kind[] | null => {
  const next = text.slice(end, end + WINDOW)
  if (STATE_AFTER.test(next)) return ['admin1']
  const after = /^[ \u00a0]+([\p{L}]+)/u.exec(next)?.[1]
  const kindsAfter = after === undefined || LOOSE_AFTER.test(after) ? null : kindsOfWord(after)
  return kindsAfter ?? kindsOfWord(TYPE_BEFORE.exec(text.slice(Math.max(0, start - WINDOW), start))?.[1])
}
