import { type Ground, isCountry } from './ground.js'
import { afterQuantity, conjunctionIn, gapAfter, isNumber, partsOf, possessorIn } from './parts.js'
import { readPlain } from './plain.js'
import { NOTHING, type Reading } from './reading.js'
import { wordSet } from './word-sets.js'

/** Reads a noun phrase that may have a possessor ("Iran's leaders"), but no complement. */
const readOwned = (ground: Ground, first: number, end: number): Reading => {
  const at = possessorIn(ground, first, end)
  if (!at) return readPlain(ground, first, end)
  const owner = readOwned(ground, first, at.ownerEnd)
  const own = readPlain(ground, at.ownedFirst, end)
  if (own.known || own.kind === 'event') return own
  const ownerIsNation = owner.nation || owner.known?.row.kind === 'state'
  if (ownerIsNation && isCountry(owner.country) && own.role?.sector === 'GOV' && own.country !== null && !isCountry(own.country))
    return { ...own, country: owner.country, sector: 'GOV', strength: 'strong' }
  const country = own.country ?? owner.country
  const tells = own.strength === 'known' || own.strength === 'strong'
  if (tells || ownerIsNation || owner.sector === null) return { ...own, country }
  return { ...own, country, sector: owner.sector, strength: 'strong' }
}

/** Reads noun phrases joined by "and": one reading where they agree, `mixed` where they do not. */
const readJoined = (ground: Ground, first: number, end: number): Reading => {
  const at = conjunctionIn(ground, first, end)
  if (at < 0) return readOwned(ground, first, end)
  const left = readJoined(ground, first, at)
  const right = readJoined(ground, at + 1, end)
  const countriesDiffer = left.country !== null && right.country !== null && left.country !== right.country
  if (left.sector === null) return { ...right, mixed: right.mixed || countriesDiffer }
  const adjective = left.nation && left.kind === 'group'
  const alike = left.country === right.country && left.sector === right.sector
  return {
    ...right,
    country: right.country ?? left.country,
    known: alike ? right.known : null,
    mixed: right.mixed || countriesDiffer || (left.sector !== right.sector && !adjective),
  }
}

/** Start of a name that ends a phrase after a comma ("the group's leader, NAME"), or null. */
const nameAfterComma = (ground: Ground, first: number, end: number): number | null => {
  for (const run of ground.runs) {
    if (run.first >= end) break
    if (run.first <= first || run.end < end || !/^,\s*$/.test(gapAfter(ground, run.first - 1))) continue
    return run.end - run.first > 1 || ground.known.get(run.first)?.actor.person ? run.first : null
  }
  return null
}

const isDeterminer = (norm: string): boolean => wordSet('determiners').has(norm)

/** Reads a noun phrase: whose it is, what they are, and which known actor it names. Word indices, `end` exclusive. */
export const readPhrase = (ground: Ground, first: number, end: number): Reading => {
  if (first >= end) return NOTHING
  const apposed = nameAfterComma(ground, first, end)
  if (apposed !== null) {
    const name = readPhrase(ground, apposed, end)
    if (name.known) return name
    const description = readPhrase(ground, first, apposed)
    return { ...description, known: null, kind: 'person', name: { first: apposed, end } }
  }
  const parts = partsOf(ground, afterQuantity(ground, first, end), end)
  const head = readJoined(ground, parts.first, parts.end)
  const { opener, complement: rest } = parts
  if (!rest || opener === null || head.known || head.kind === 'event' || !wordSet('owning').has(opener)) return head
  const complement = readPhrase(ground, rest.first, rest.end)
  // "U.S., German and Canadian companies"
  if (opener === ',' && head.nation && complement.country !== null && complement.country !== head.country)
    return { ...complement, mixed: true }
  if (complement.mixed && head.country === null) return { ...head, mixed: true }
  const locates = opener !== 'to' && opener !== 'against' && opener !== 'opposed'
  const country = head.country ?? (locates ? complement.country : null)
  if (!wordSet('sectoral').has(opener)) return { ...head, country }
  const last = ground.words[parts.end - 1]!
  // "hundreds of soldiers", "members of the army": the complement says who they are
  if (head.sector === null && (head.role !== null || isDeterminer(last.norm) || isNumber(last))) {
    if (head.head !== null && wordSet('relational').has(head.head) && complement.sector === 'GOV')
      return { ...head, country: null, mixed: true }
    const member = head.role?.kind === 'person' && complement.known && !complement.known.actor.person
    return {
      ...complement,
      country,
      kind: head.role?.kind === 'thing' ? 'thing' : complement.kind,
      known: member ? complement.known : null,
      name: head.name,
    }
  }
  const tells = complement.strength === 'known' || complement.strength === 'strong'
  if (head.strength === 'weak' && head.sector !== 'CVL' && tells && complement.sector !== null && complement.known?.row.kind !== 'state')
    return { ...head, country, sector: complement.sector, strength: 'strong' }
  return { ...head, country }
}
