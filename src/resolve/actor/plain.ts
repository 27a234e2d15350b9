import type { Ground } from './ground.js'
import type { Role, Sector } from './knowledge.js'
import type { ProperRun } from './names.js'
import { fightsAfter, nationsIn, readKurdish, readNation } from './nation.js'
import { afterDeterminers, knownWithin } from './parts.js'
import { NOTHING, type Reading } from './reading.js'
import { isCountry, type KnownMention } from './recognise.js'
import { type RoleMatch, rolesIn } from './roles.js'
import { wordSet } from './word-sets.js'
import { firstWordAt } from './words.js'

const ABSTRACT = /(?:[^s]tion|sion|ism|ness|ance|ence|ity|ing|cy|ship|age|al|ment)s?$/
const CONCRETE =
  /^(?:government|regiment|department|movement|settlement|element|establishment|detachment|parliament|building|being|wing|king|nation|station|federation|organi[sz]ation|delegation|association|institution|administration|population|coalition|corporation|foundation|plantation|garrison|generation|constitution|opposition|prosecution|mission|commission|division|alliance|intelligence|ambulance|resistance|audience|police|province|insurance|community|authority|university|minority|majority|city|facility|entity|security|charity|municipality|party|embassy|agency|constituency|emergency|presidency|insurgency|militancy|leadership|membership|dictatorship|ship|village|general|rival|individual|hospital|official|criminal|tribunal|national|principal|marshal|admiral|cardinal|professional|capital|journal|liberal|radical|intellectual|animal|pal|festival|terminal|arsenal|cabal|cartel|loyal|personality|celebrity|ally|deity|jury)s?$/
const SHORTEST_ABSTRACT = 6

/** True for a noun that by its ending names no actor ("withdrawal", "extremism"). */
const isAbstract = (norm: string): boolean => norm.length >= SHORTEST_ABSTRACT && ABSTRACT.test(norm) && !CONCRETE.test(norm)

/** Sectors whose words yield to a known body before them ("Taliban soldiers", "FBI officials"). */
const YIELDING = new Set<Sector>(['UAF', 'MIL', 'REB', 'PRM', 'GOV', 'COP', 'JUD', 'JRN'])

type NameSpan = NonNullable<Reading['name']>

/** The unknown proper name at the end of a noun phrase, after any titles, nations and bodies. */
const nameAtEnd = (ground: Ground, first: number, end: number, roles: readonly RoleMatch[]): NameSpan | null => {
  const { words } = ground
  const run = ground.runs[lastRunBefore(ground, end)]
  if (!run) return null
  if (run.end < end) return nameBeforeNoun(ground, run, first, end, roles)
  let from = Math.max(run.first, first)
  for (const { first: start, end: stop, role } of roles)
    if (start >= from && stop < end && (role.kind === 'person' || role.kind === 'body')) from = stop
  const titled = from > Math.max(run.first, first) || roles.every((match) => match.end < end || !ORGANISED.has(match.role.kind))
  for (const { span, form } of nationsIn(ground, from, end)) {
    const after = firstWordAt(words, span.end)
    if (titled && form === 'adjective' && after > from && after < end) from = after
  }
  for (const mention of knownWithin(ground, from, end)) if (mention.end < end && !mention.actor.person) from = mention.end
  while (from < end - 1 && wordSet('titles').has(words[from]!.norm)) from++
  const last = roles.at(-1)
  if (from >= end || (last && last.end === end && last.first <= from)) return null
  return from === end - 1 && !words[from]!.capital ? null : { first: from, end }
}

/** A name with the noun that says what it is: "the Cape Argus newspaper". */
const nameBeforeNoun = (ground: Ground, run: ProperRun, first: number, end: number, roles: readonly RoleMatch[]): NameSpan | null => {
  const noun = roles.at(-1)
  if (
    !noun ||
    noun.end !== end ||
    noun.first !== run.end ||
    run.first < first ||
    !NAMED_KINDS.has(noun.role.kind) ||
    noun.role.strength !== 'strong'
  )
    return null
  const adjective =
    nationsIn(ground, run.first, run.end).length > 0 ||
    ground.words.slice(run.first, run.end).some((word) => wordSet('not-short-names').has(word.norm))
  return adjective ||
    roles.some((match) => match.first < run.end && match.end > run.first) ||
    knownWithin(ground, run.first, run.end).length > 0
    ? null
    : { first: run.first, end }
}

/** Index of the last run that starts before a word. */
const lastRunBefore = (ground: Ground, word: number): number => {
  let low = 0
  let high = ground.runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ground.runs[middle]!.first < word) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Kinds of role words that end a body's name ("Newark Police Department"). */
const NAMED_KINDS = new Set<Role['kind']>(['group', 'body'])
const ORGANISED = new Set<Role['kind']>(['group', 'body', 'person'])

const kindOf = (role: Role | null): Reading['kind'] => (role === null || role.kind === 'modifier' ? 'unknown' : role.kind)

const spells = (ground: Ground, first: number, end: number, set: 'no-one-country' | 'diplomats'): boolean => {
  const words = wordSet(set)
  for (let i = first; i < end; i++) {
    if (words.has(ground.words[i]!.norm)) return true
    if (i + 1 < end && words.has(`${ground.words[i]!.norm} ${ground.words[i + 1]!.norm}`)) return true
  }
  return false
}

/** Prefixes of warships' names. */
const SHIPS: Readonly<Record<string, string>> = { USS: 'USA', HMS: 'GBR', HMAS: 'AUS', HMCS: 'CAN', INS: 'IND', TCG: 'TUR' }

/** A known name at the end of the phrase. */
const readKnown = ({ actor, row, first, end }: KnownMention, mention: KnownMention): Reading => ({
  ...NOTHING,
  country: row.country,
  sector: row.sector,
  strength: 'known',
  known: mention,
  name: { first, end },
  kind: actor.person ? 'person' : 'group',
})

/** Reads a noun phrase with no possessor, complement or coordination: its nation, its role words, the known bodies in it. */
export const readPlain = (ground: Ground, begin: number, end: number): Reading => {
  const { words } = ground
  const first = afterDeterminers(ground, begin, end)
  const known = knownWithin(ground, begin, end)
  const last = known.at(-1)
  if (last && last.end === end) return readKnown(last, last)
  const covers = (mention: KnownMention, match: RoleMatch): boolean => match.first >= mention.first && match.end <= mention.end
  const roles = rolesIn(words, first, end).filter((match) => !known.some((mention) => covers(mention, match) && !mention.actor.person))
  const nations = nationsIn(ground, first, end)
  const displaced = roles.some(({ role }) => role.sector === 'REF' && role.strength === 'dominant')
  const nation = displaced ? undefined : nations.find((mention) => mention.span.end === words[end - 1]!.end)
  if (nation && (nation.form !== 'adjective' || end - first === 1 || /^an?$/.test(words[begin]!.norm)))
    return readNation(ground, nation, first, end, begin)
  const ship = SHIPS[words[first]!.text]
  if (ship) return { ...NOTHING, country: ship, sector: 'MIL', strength: 'strong', kind: 'thing', name: { first, end } }
  const name = nameAtEnd(ground, first, end, roles)
  return readNoun(ground, { first, end, known, roles, name, countries: [...new Set(nations.map(({ country }) => country))] })
}

interface Noun {
  readonly first: number
  readonly end: number
  readonly known: readonly KnownMention[]
  readonly roles: readonly RoleMatch[]
  readonly name: NameSpan | null
  readonly countries: readonly string[]
}

/** Reads a common noun, or a name with its titles, by role words and the bodies and nations before it. */
const readNoun = (ground: Ground, { first, end, known, roles, name, countries }: Noun): Reading => {
  const { words } = ground
  const headEnd = name ? name.first : end
  const before = name ? roles.filter((match) => match.first < name.first) : roles
  const tail = name
    ? roles.find(
        (match) =>
          match.end === end &&
          match.first >= name.first &&
          match.first > first &&
          ORGANISED.has(match.role.kind) &&
          match.role.sector !== null,
      )
    : undefined
  const titles = name ? before.filter((match) => words[match.first]!.norm !== 'dr') : []
  const head = tail ?? titles.at(-1) ?? before.find((match) => match.end === headEnd) ?? (name ? before.at(-1) : undefined) ?? null
  const body = known.filter((mention) => mention.row.kind !== 'state' && mention.end <= headEnd).at(-1) ?? null
  const nearest = before.findLast((match) => match !== head && match.role.sector !== null && isTelling(match)) ?? null
  const label = [...before, ...(tail ? [tail] : [])].map((match) => match.role.country).find((country) => country !== null) ?? null
  const nation = countries.length === 1 ? countries[0]! : null
  const own = nation ?? body?.row.country ?? null
  const kind = kindOf(head?.role ?? null)
  const noun = words[headEnd - 1]?.norm ?? ''
  const result = (sector: Sector | null, strength: Reading['strength'], country: string | null): Reading => ({
    ...NOTHING,
    country,
    sector,
    strength: sector === null ? 'none' : strength,
    of: body,
    name,
    kind: name && (kind === 'thing' || kind === 'event') ? 'unknown' : kind,
    role: head?.role ?? null,
    head: name ? null : words[end - 1]!.norm,
    mixed: countries.length > 1 || (own === null && label === null && !name && spells(ground, first, head?.first ?? end, 'no-one-country')),
  })
  if (head && wordSet('experts').has(noun)) return result(name && nation ? 'CVL' : null, 'strong', nation)
  if (nation && !head?.role.sector && wordSet('state-acts').has(noun) && !name) return result('GOV', 'weak', nation)
  if (!name && (kind === 'event' || (!head && isAbstract(noun)))) return { ...result(null, 'none', null), kind: 'event' }
  const kurdish = readKurdish(ground, first, end, head?.role ?? null)
  if (kurdish) return { ...kurdish, name }
  if (!name && /^(?:government|regime|state)$/.test(noun) && fightsAfter(ground, words[end - 1]!.end)) return result('MIL', 'strong', own)
  const dominant = before.find((match) => match.role.strength === 'dominant')
  if (dominant && body?.row.kind === 'group') return result(body.row.sector, 'known', body.row.country)
  if (dominant) return result(dominant.role.sector, 'strong', body && !isCountry(body.row.country) ? body.row.country : own)
  if (head?.role.sector === 'MIL' && head.role.kind === 'person' && before.some((match) => match.role.sector === 'COP'))
    return result('COP', 'strong', label ?? own)
  if (name && head && /^(?:Representative|Deputy)$/.test(words[head.end - 1]!.text) && head.end === name.first)
    return result('LEG', 'strong', label ?? own)
  if (head && head.role.strength === 'strong' && head.role.sector !== null) {
    const diplomat = spells(ground, head.first, head.end, 'diplomats')
    if (body && YIELDING.has(head.role.sector) && head.role.country === null && !diplomat) {
      // "EU troops": forces of a civil body keep their own sector
      const ownSector = body.row.sector === 'GOV' && head.role.sector !== 'GOV'
      return result(ownSector ? head.role.sector : body.row.sector, 'known', body.row.country)
    }
    if (isHeadOfAnything(ground, head) && nearest && nearest.role.sector !== 'GOV')
      return result(nearest.role.sector, 'strong', label ?? nation)
    if (isHeadOfAnything(ground, head) && nation === null && isUnknownBody(ground, head.first - 1)) return result(null, 'none', null)
    if (isOutOfOffice(ground, first, head)) return result('ELI', 'strong', label ?? nation)
    return result(head.role.sector, 'strong', label ?? own)
  }
  if (body) {
    const forces = body.row.sector === 'GOV' && head?.role.kind === 'group' && head.role.sector !== null
    return result(forces ? head.role.sector : body.row.sector, 'known', body.row.country)
  }
  if (nearest) return result(nearest.role.sector, 'strong', label ?? own)
  if (head && head.role.sector === null && words.slice(first, head.first).some((word) => word.norm === 'official'))
    return result('GOV', 'strong', label ?? own)
  return result(head?.role.sector ?? null, 'weak', label ?? own)
}
/** A body or an office of several words before the head tells what it is ("city council members"), a lone title does not. */
const isTelling = ({ first, end, role }: RoleMatch): boolean => role.kind !== 'person' || end - first > 1

const isHeadOfAnything = (ground: Ground, { first, end }: RoleMatch): boolean =>
  wordSet('heads-of-anything').has(
    ground.words
      .slice(first, end)
      .map((word) => word.norm)
      .join(' '),
  )

/** True for an acronym that names some body not known here ("NAACP President"). */
const isUnknownBody = (ground: Ground, index: number): boolean => {
  const word = ground.words[index]
  return word?.acronym === true && word.text.length > 2 && !ground.known.has(index)
}

/** True for "former ambassador" and the like, not for former heads of state or soldiers. */
const isOutOfOffice = (ground: Ground, first: number, head: RoleMatch): boolean => {
  const { words } = ground
  if (head.role.kind !== 'person' || (head.role.sector !== 'GOV' && head.role.sector !== 'SPY')) return false
  const office = words
    .slice(head.first, head.end)
    .map((word) => word.norm)
    .join(' ')
  if (wordSet('heads-of-state').has(office) || office === 'governor') return false
  for (let i = first; i < head.first; i++) if (words[i]!.norm === 'former' || words[i]!.norm === 'ex') return true
  return false
}
