import type { Ground } from './ground.js'
import type { KnownRow } from './knowledge.js'
import { afterQuantity, conjunctionIn, gapAfter, isNumber, knownWithin, partsOf, possessorIn } from './parts.js'
import { readPlain } from './plain.js'
import { NOTHING, type Reading } from './reading.js'
import { isCountry } from './recognise.js'
import { rolesIn } from './roles.js'
import { wordSet } from './word-sets.js'

/** Reads a noun phrase that may have a possessor ("Iran's leaders"), but no complement. */
const readOwned = (ground: Ground, first: number, end: number): Reading => {
  const at = possessorIn(ground, first, end)
  if (!at) return readPlain(ground, first, end)
  const owner = readOwned(ground, first, at.ownerEnd)
  const own = readPlain(ground, at.ownedFirst, end)
  const ownerIsNation = owner.nation || owner.known?.row.kind === 'state'
  if (ownerIsNation && own.head !== null && !own.sector && wordSet('state-acts').has(own.head))
    return { ...own, country: owner.country, sector: 'GOV', strength: 'weak', kind: 'thing' }
  if (own.known || own.kind === 'event') return own
  if (ownerIsNation && isCountry(owner.country) && own.role?.sector === 'GOV' && own.country !== null && !isCountry(own.country))
    return { ...own, country: owner.country, sector: 'GOV', strength: 'strong' }
  const country = own.country ?? owner.country
  const tells = own.strength === 'known' || own.strength === 'strong'
  if (tells || ownerIsNation || owner.sector === null || (owner.sector === 'GOV' && own.sector !== null)) return { ...own, country }
  return { ...own, country, sector: owner.sector, strength: 'strong' }
}

/** Reads noun phrases joined by "and": one reading where they agree, `mixed` where they do not. */
const readJoined = (ground: Ground, first: number, end: number): Reading => {
  const at = conjunctionIn(ground, first, end)
  if (at < 0) return readOwned(ground, first, end)
  const left = readJoined(ground, first, at)
  const right = readJoined(ground, at + 1, end)
  // "former presidents NAME and NAME"
  if (left.name !== null && left.kind === 'person' && left.sector !== null && isBareName(right)) return left
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

const isBareName = ({ name, sector, country, role }: Reading): boolean =>
  name !== null && sector === null && country === null && role === null

/** Start of a name that ends a phrase after a comma ("the group's leader, NAME"), or null. */
const nameAfterComma = (ground: Ground, first: number, end: number): number | null => {
  for (const run of ground.runs) {
    if (run.first >= end) break
    if (run.first <= first || run.end < end || !/^,\s*$/.test(gapAfter(ground, run.first - 1))) continue
    return run.end - run.first > 1 || ground.known.get(run.first)?.actor.person ? run.first : null
  }
  return null
}

/** The last known body, not a state or person, that a stretch names. */
const lastBody = (ground: Ground, first: number, end: number): KnownRow | null =>
  knownWithin(ground, first, end).findLast(({ actor, row }) => !actor.person && row.kind !== 'state')?.row ?? null

const headsAnything = (ground: Ground, first: number, end: number): boolean => {
  const last = rolesIn(ground.words, first, end).at(-1)
  if (!last || last.end !== end) return false
  const words = ground.words.slice(last.first, end).map((word) => word.norm)
  return wordSet('heads-of-anything').has(words.join(' '))
}

/** "The two leaders": both parties to something, of no one code. */
const isBothParties = (ground: Ground, first: number, end: number): boolean =>
  end - first <= 4 &&
  /^(?:the|both|our|their)$/.test(ground.words[first]!.norm) &&
  ground.words.slice(first, end).some((word) => word.norm === 'two' || word.norm === 'both') &&
  wordSet('two-parties').has(ground.words[end - 1]!.norm)

const isDeterminer = (norm: string): boolean => wordSet('determiners').has(norm)

/** Reads a noun phrase: whose it is, what they are, and which known actor it names. Word indices, `end` exclusive. */
export const readPhrase = (ground: Ground, first: number, end: number): Reading => {
  if (first >= end) return NOTHING
  if (isBothParties(ground, first, end)) return { ...NOTHING, mixed: true }
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
  const heads = head.role !== null && headsAnything(ground, parts.first, parts.end)
  const yields = head.strength === 'weak' ? head.sector !== 'CVL' && (complement.sector !== 'GOV' || head.sector === 'GOV') : heads
  if (yields && tells && complement.sector !== null && complement.known?.row.kind !== 'state') {
    // a body across borders says whose they are, not the nation they work on
    const whose = complement.strength === 'known' && !isCountry(complement.country) ? complement.country : country
    return { ...head, country: whose, sector: complement.sector, strength: 'strong' }
  }
  const employer = head.strength === 'weak' || head.strength === 'none' ? lastBody(ground, rest.first, rest.end) : null
  if (employer && head.role?.kind === 'person' && complement.sector === null)
    return { ...head, country: employer.country, sector: employer.sector, strength: 'strong' }
  return { ...head, country }
}
