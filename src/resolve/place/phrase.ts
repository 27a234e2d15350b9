import type { Span } from '../../report.js'
import { toponymsOf } from './containment.js'
import { KINDS_OF_WORD, type Kind } from './kinds.js'
import { isNear, type Offset, offsetIn, partIn } from './offset.js'
import type { Piece } from './pieces.js'
import type { Toponym } from './senses.js'

/** What the words of a mention say, before any sense is chosen. */
export interface Phrase {
  /** The most specific name in it, and what it lies in; null for a plain description ("the city"). */
  readonly target: Toponym | null
  /** Countries named or implied in it, each once, in order. */
  readonly countries: readonly string[]
  /** Distance and direction from the target. */
  readonly offset: Offset | null
  /** By the target, not in it ("the outskirts of Mosul"). */
  readonly near: boolean
  /** Part of the target that is meant ("northern Syria"), as a bearing. */
  readonly part: number | 'central' | null
  /** It is the border of a country or between two. */
  readonly border: boolean
  /** It is the capital of the country or province named, or of the one the report is about. */
  readonly capital: 'national' | 'provincial' | null
  /** Kinds that the noun of a description without a name allows ("the Syrian city"); null for none such. */
  readonly head: readonly Kind[] | null
}

const PLAIN_HEAD =
  /\b(there|here|where|scene|site|city|town|village|capital|country|nation|homeland|province|region|state|area|district|camp|island|islands|enclave|territory|zone|neighbou?rhood|municipality|river|valley)\b/gi
const ANY_PLACE: readonly Kind[] = ['city', 'seat', 'capital', 'section', 'facility', 'admin1', 'admin2', 'region', 'mountain', 'island']

const headOf = (words: string): readonly Kind[] | null => {
  const noun = Array.from(words.matchAll(PLAIN_HEAD)).at(-1)?.[1]?.toLowerCase()
  if (noun === undefined) return null
  if (/^(?:there|here|where|scene|site|area|zone)$/.test(noun)) return ANY_PLACE
  const kinds = KINDS_OF_WORD[noun.replace(/bour/, 'bor')] ?? KINDS_OF_WORD[noun.replace(/s$/, '')] ?? ANY_PLACE
  return kinds[0] === 'country' ? kinds : kinds.filter((kind) => kind !== 'country')
}

/** "the North African state": a country, described by where it lies. */
const COUNTRY_HEAD = /\b(?:country|nation|state)$/i
const isPartOfWorld = ({ candidates }: Piece): boolean => candidates.some(({ kind }) => kind === 'continent')

const isCountry = (piece: Piece): boolean =>
  piece.demonym !== null || piece.candidates.some(({ kind, match }) => kind === 'country' && match !== 'sound')

/** Words after which the next name is what is meant ("Islamic State-held Raqqa", "the Iraqi city of Mosul"). */
const LEADS_ON = /^(?:-[\p{Ll}]+\s+(?:[\p{Ll}-]+\s+)*|\s+(?:group|militants?|fighters?|rebels?|forces?|troops?)\S*\s+(?:[\p{Ll}-]+\s+)*)$/u
const SAYS_WHERE = /^(?:,|\s+\(|\s+(?:[\p{Ll}-]+\s+){0,3}(?:in|of|at|near|from|on|outside|inside|between|along|around)\s)/u

const targetOf = (toponyms: readonly Toponym[], text: string): Toponym | null => {
  const named = toponyms.filter(({ piece }) => piece.demonym === null)
  for (let i = 0; i < named.length; i++) {
    const current = named[i] as Toponym
    const next = named[i + 1]
    if (next === undefined) return current
    const gap = text.slice(current.piece.end, next.piece.start)
    const known = next.piece.candidates.length > 0 || next.piece.inside.length > 0
    if (current.piece.possessive && /^['’]/.test(gap)) continue
    if (LEADS_ON.test(gap) && known) continue
    if (current.piece.candidates.length === 0 && current.piece.inside.length === 0 && known && !SAYS_WHERE.test(gap)) continue
    if (isCountry(current.piece) && !isCountry(next.piece) && known && !/^(?:,|\s+and\b|\s*[-–])/.test(gap)) continue
    return current
  }
  return null
}

const NOT_POLITICAL = /\b(?:financial|commercial|business|cultural|economic|tourist|industrial|spiritual)\s+capital\b/i

/** Reads the words of a mention. `pieces` are the names in it, by position in the report's text. */
export const readPhrase = (text: string, span: Span, pieces: readonly Piece[]): Phrase => {
  const words = text.slice(span.start, span.end)
  const toponyms = toponymsOf(pieces, text)
  const named = targetOf(toponyms, text)
  const target = named !== null && isPartOfWorld(named.piece) && COUNTRY_HEAD.test(words) ? null : named
  const before = target === null ? words : text.slice(span.start, target.piece.start)
  const after = target === null ? '' : text.slice(target.piece.end, span.end)
  const countries = new Set(
    pieces.flatMap(
      (piece) =>
        piece.demonym?.country ?? piece.candidates.find(({ kind, match }) => kind === 'country' && match !== 'sound')?.country ?? [],
    ),
  )
  const onlyCountries = pieces.length > 0 && pieces.every(isCountry)
  const capital = /\bcapital\b/i.test(words) && !NOT_POLITICAL.test(words)
  return {
    target,
    countries: [...countries],
    offset: offsetIn(before),
    near: isNear(before) || /^\s+(?:outskirts|area|vicinity)\b/i.test(after) || /^['’]s\s+(?:outskirts|edges?|vicinity)/i.test(after),
    part: partIn(before) ?? partIn(after),
    border: /\b(?:border|borders|frontier)\b/i.test(words) && (onlyCountries || pieces.length === 0),
    capital: capital ? (/\b(?:provincial|regional|state|departmental)\s+capital\b/i.test(words) ? 'provincial' : 'national') : null,
    head: target === null ? headOf(words) : null,
  }
}
