import type { Piece } from './pieces.js'
import type { Toponym } from './senses.js'

// "Mosul in northern Iraq", "the Gereshk district of Helmand province"
const WITHIN = /^(?:\s+[\p{Ll}-]+){0,2}\s+(?:in|of)\s+(?:[\p{Ll}\p{N}’'-]+\s+){0,4}$/u
// "Tal Afar, Iraq", "Aleppo (Syria)", "Mosul, in Iraq", "Dabiq, a town in northern Syria"
const COMMA = /^(?:,\s+|\s+\()(?:(?:(?:an?|the)\s+(?:[\p{Ll}-]+\s+){1,4})?(?:in|of)\s+(?:[\p{Ll}-]+\s+){0,2})?$/u
// "Iraq's second city, Mosul", "Nigeria's commercial capital Lagos"
const OWNED = /^['’]s?\s+(?:[\p{Ll}\p{N}-]+,?\s+){0,5}$/u
// "the Syrian town of Dabiq"
const ADJECTIVE = /^\s+(?:[\p{Ll}-]+\s+){0,3}(?:[\p{Ll}]+\s+(?:of\s+)?(?:the\s+)?)?$/u

/** The names in which the name at `index` is said to lie, by the words between it and its neighbours. */
const containersAt = (index: number, pieces: readonly Piece[], text: string): readonly Piece[] => {
  const piece = pieces[index] as Piece
  const containers: Piece[] = []
  for (let i = index; i + 1 < pieces.length && containers.length < 3; i++) {
    const next = pieces[i + 1] as Piece
    const gap = text.slice((pieces[i] as Piece).end, next.start)
    const container = COMMA.test(gap) ? asDivision(next) : WITHIN.test(gap) ? next : null
    if (container === null || next.demonym !== null || !isArea(container)) break
    if ((isCountry(piece) && isCountry(next)) || isAttributive(next, text)) break
    containers.push(container)
  }
  const previous = pieces[index - 1]
  if (previous !== undefined) {
    const gap = text.slice(previous.end, piece.start)
    if (
      previous.possessive
        ? OWNED.test(gap) && (previous.demonym !== null || previous.candidates.length > 0)
        : previous.demonym !== null && ADJECTIVE.test(gap)
    )
      containers.push(previous)
  }
  return containers
}

/** After a comma only a country or division holds what stands before it; towns make a list. */
const asDivision = (piece: Piece): Piece => ({ ...piece, candidates: piece.candidates.filter(({ kind }) => DIVISIONS.has(kind)) })

const DIVISIONS: ReadonlySet<string> = new Set(['country', 'admin1', 'admin2', 'region'])
const AREAS: ReadonlySet<string> = new Set(['country', 'admin1', 'admin2', 'region', 'island', 'capital', 'seat', 'city', 'mountain'])

const isCountry = (piece: Piece): boolean => piece.candidates.some(({ kind, match }) => kind === 'country' && match !== 'sound')

/** "In Moscow, U.S. officials said": the country's name is an adjective there. */
const isAttributive = ({ name, end }: Piece, text: string): boolean =>
  /^(?:U\.?S\.?A?\.?|U\.?K\.?)$/.test(name) &&
  /^\s+(?!(?:on|in|at|and|or|to|is|was|were|has|had|that|said|after|before|where|when|who|as|by|with|for)\b)[\p{L}]/u.test(
    text.slice(end, end + 20),
  )

const isArea = (piece: Piece): boolean => piece.candidates.some(({ kind, match }) => AREAS.has(kind) && match !== 'sound')

/** Every name with those it is said to lie in. */
export const toponymsOf = (pieces: readonly Piece[], text: string): readonly Toponym[] =>
  pieces.map((piece, index) => ({ piece, containers: piece.demonym === null ? containersAt(index, pieces, text) : [] }))
