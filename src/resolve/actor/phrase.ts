import type { CountryMention } from '../place/countries.js'
import { type Ground, isCountry, type KnownMention } from './ground.js'
import type { Role, Sector } from './knowledge.js'
import { type RoleMatch, rolesIn } from './roles.js'
import type { Word } from './words.js'

/** What the words of one noun phrase say of whom they name. */
export interface Reading {
  readonly country: string | null
  readonly sector: Sector | null
  /** How well the words carry the sector: a known name, a role word, a default of a weak word. */
  readonly strength: 'known' | 'strong' | 'weak' | 'none'
  /** The known actor that the phrase names, not one it merely mentions. */
  readonly known: KnownMention | null
  /** The known actor whose people or things the phrase names ("Taliban commanders", "FBI agents"). */
  readonly of: KnownMention | null
  /** The phrase's proper name: word indices, end exclusive; null for a plain description. */
  readonly name: { readonly first: number; readonly end: number } | null
  readonly kind: 'person' | 'group' | 'body' | 'thing' | 'event' | 'unknown'
  /** The head's role word, where it has one. */
  readonly role: Role | null
  /** True where the phrase joins unlike actors. */
  readonly mixed: boolean
}

const NOTHING: Reading = {
  ...{ country: null, sector: null, strength: 'none', known: null, of: null, name: null, kind: 'unknown', role: null, mixed: false },
}

const DETERMINERS = new Set([
  ...[
    'the',
    'a',
    'an',
    'this',
    'that',
    'these',
    'those',
    'some',
    'many',
    'several',
    'all',
    'both',
    'few',
    'any',
    'no',
    'each',
    'every',
    'other',
    'another',
    'most',
    'more',
    'much',
  ],
  ...[
    'his',
    'her',
    'its',
    'their',
    'our',
    'my',
    'your',
    'at',
    'least',
    'than',
    'about',
    'around',
    'nearly',
    'almost',
    'over',
    'up',
    'to',
    'as',
    'approximately',
    'only',
    'such',
    'so',
    'called',
    'what',
    'which',
  ],
  ...[
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'dozen',
    'hundred',
    'thousand',
    'million',
    'fifteen',
    'twenty',
    'thirty',
    'forty',
    'fifty',
    'first',
    'second',
    'third',
  ],
])
const PREPOSITIONS = new Set([
  ...[
    'of',
    'for',
    'from',
    'in',
    'with',
    'to',
    'against',
    'at',
    'on',
    'by',
    'under',
    'between',
    'behind',
    'over',
    'around',
    'among',
    'inside',
    'outside',
    'within',
    'near',
    'during',
    'after',
    'before',
  ],
  ...[
    'without',
    'through',
    'across',
    'as',
    'than',
    'via',
    'into',
    'about',
    'who',
    'whom',
    'whose',
    'which',
    'that',
    'where',
    'when',
    'including',
    'like',
  ],
])
/** Participles that open a complement of a noun ("forces loyal to", "men suspected of"). */
const OPENERS = new Set([
  'loyal',
  'belonging',
  'allied',
  'linked',
  'affiliated',
  'responsible',
  'accused',
  'suspected',
  'believed',
  'led',
  'backed',
  'supported',
  'fighting',
  'fleeing',
  'trapped',
  'living',
  'killed',
  'wounded',
  'held',
  'close',
  'opposed',
  'involved',
  'identified',
  'selected',
  'trained',
  'armed',
  'wearing',
  'carrying',
  'working',
  'seeking',
  'trying',
  'taking',
  'participating',
])
/** Words after a hyphen that make a country or a name the tool, not the nation, of the noun ("US-led", "Iranian-backed"). */
const BY_OTHERS = new Set([
  'led',
  'backed',
  'supported',
  'trained',
  'funded',
  'allied',
  'sponsored',
  'armed',
  'designated',
  'appointed',
  'born',
  'negotiated',
  'brokered',
  'supplied',
  'made',
  'aligned',
  'linked',
  'dominated',
  'controlled',
  'held',
  'based',
  'era',
  'mediated',
])

const isNumber = (word: Word): boolean => /^[\d,.]+$/.test(word.text) || /^\d/.test(word.text)

/** Country words inside a stretch that say whose the noun is. */
const nationsIn = (ground: Ground, first: number, end: number): CountryMention[] => {
  const from = ground.words[first]?.start ?? 0
  const to = ground.words[end - 1]?.end ?? 0
  return ground.countries.filter((mention) => mention.span.start >= from && mention.span.end <= to && !byOthers(ground, mention.span.end))
}

const byOthers = (ground: Ground, offset: number): boolean => {
  const after = /^-([A-Za-z]+)/.exec(ground.text.slice(offset, offset + 24))
  return after !== null && BY_OTHERS.has(after[1]!.toLowerCase())
}

const knownWithin = (ground: Ground, first: number, end: number): KnownMention[] => {
  const found: KnownMention[] = []
  for (let i = first; i < end; i++) {
    const mention = ground.known.get(i)
    if (mention && mention.end <= end && !byOthers(ground, ground.words[mention.end - 1]!.end)) found.push(mention)
  }
  return found
}

const inName = (known: readonly KnownMention[], index: number): boolean =>
  known.some((mention) => index >= mention.first && index < mention.end)

const codeOf = (reading: Reading): string => `${reading.country ?? ''}:${reading.sector ?? ''}`

/** First word from `first` that is no determiner, number or the like. */
const afterDeterminers = (ground: Ground, first: number, end: number): number => {
  let i = first
  while (i < end - 1 && (DETERMINERS.has(ground.words[i]!.norm) || isNumber(ground.words[i]!)) && !ground.known.has(i)) i++
  return i
}

interface Parts {
  readonly first: number
  /** End of the head noun phrase. */
  readonly end: number
  readonly opener: string | null
  readonly complement: { readonly first: number; readonly end: number } | null
}

const punctuationBefore = (ground: Ground, index: number): boolean => {
  const before = ground.text.slice(ground.words[index - 1]!.end, ground.words[index]!.start)
  return /[,;:—–()[\]]/.test(before)
}

const partsOf = (ground: Ground, first: number, end: number): Parts => {
  const { words } = ground
  const known = knownWithin(ground, first, end)
  for (let i = first + 1; i < end; i++) {
    if (inName(known, i) && inName(known, i - 1)) continue
    const norm = words[i]!.norm
    const opens = PREPOSITIONS.has(norm) || (OPENERS.has(norm) && text(ground, i - 1, i) !== '-')
    if (opens) {
      let from = i + 1
      if (OPENERS.has(norm) && from < end && PREPOSITIONS.has(words[from]!.norm)) from++
      return { first, end: i, opener: norm, complement: from < end ? { first: from, end } : null }
    }
    if (punctuationBefore(ground, i)) return { first, end: i, opener: ',', complement: { first: i, end } }
  }
  return { first, end, opener: null, complement: null }
}

/** What stands between two neighbouring words. */
const text = (ground: Ground, left: number, right: number): string => ground.text.slice(ground.words[left]!.end, ground.words[right]!.start)

const kindOf = (role: Role | null): Reading['kind'] =>
  role === null || role.kind === 'modifier' ? 'unknown' : (role.kind as Reading['kind'])

const ABSTRACT = /(?:[^s]tion|sion|ism|ness|ance|ence|ity|ing|cy|ship|age|al)s?$/
const ABSTRACT_MENT = /(?:ment)s?$/
const CONCRETE =
  /^(?:government|regiment|department|movement|settlement|element|establishment|detachment|parliament|building|being|wing|king|nation|station|federation|organi[sz]ation|delegation|association|institution|administration|population|coalition|corporation|foundation|plantation|garrison|generation|constitution|opposition|prosecution|mission|commission|division|alliance|intelligence|ambulance|resistance|audience|police|province|insurance|community|authority|university|minority|majority|city|facility|entity|security|charity|municipality|party|embassy|agency|constituency|emergency|presidency|insurgency|militancy|leadership|membership|dictatorship|ship|village|general|rival|individual|hospital|official|criminal|tribunal|national|principal|marshal|admiral|cardinal|professional|capital|journal|liberal|radical|intellectual|animal|pal|festival|terminal|arsenal|cabal|cartel|loyal|personality|celebrity|ally|deity|jury)s?$/

const isAbstract = (norm: string): boolean => (ABSTRACT.test(norm) || ABSTRACT_MENT.test(norm)) && !CONCRETE.test(norm) && norm.length > 5

/** Where an unknown proper name stands at the end of a noun phrase, after any titles. */
const nameAtEnd = (
  ground: Ground,
  first: number,
  end: number,
  roleMatches: readonly RoleMatch[],
): { first: number; end: number } | null => {
  const run = ground.runs.find((candidate) => candidate.first < end && candidate.end >= end)
  if (!run) return null
  let from = Math.max(run.first, first)
  for (const match of roleMatches)
    if (match.first >= from && match.end < end && (match.role.kind === 'person' || match.role.kind === 'body')) from = match.end
  for (const mention of nationsIn(ground, from, end)) {
    const after = ground.words.findIndex((word) => word.start >= mention.span.end)
    if (mention.form === 'adjective' && after > from && after < end) from = after
  }
  for (const mention of knownWithin(ground, from, end)) if (mention.end < end && !mention.actor.person) from = mention.end
  while (from < end - 1 && TITLES.has(ground.words[from]!.norm)) from++
  if (from >= end) return null
  const last = roleMatches.at(-1)
  if (last && last.end === end && last.first <= from) return null
  if (from === end - 1 && !ground.words[from]!.capital) return null
  return { first: from, end }
}

const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'lord',
  'sen',
  'rep',
  'gen',
  'lt',
  'col',
  'maj',
  'capt',
  'sgt',
  'prof',
  'rev',
  'gov',
  'ret',
  'brig',
  'adm',
  'cmdr',
  'cpl',
  'msgr',
  'monsignor',
  'us',
  'un',
  'eu',
  'former',
  'then',
  'ex',
  'deputy',
  'navy',
  'army',
  'police',
  'acting',
  'senior',
  'retired',
  'chief',
])

/** Reads a noun phrase with no possessor, preposition or coordination. */
const readPlain = (ground: Ground, begin: number, end: number): Reading => {
  const first = afterDeterminers(ground, begin, end)
  const { words } = ground
  const known = knownWithin(ground, begin, end)
  const last = known.at(-1)
  const nations = nationsIn(ground, first, end)
  const countries = [...new Set(nations.map((mention) => mention.country))]
  const country = countries.length === 1 ? countries[0]! : null
  const matches = rolesIn(words, first, end).filter(
    (match) =>
      !known.some((mention) => match.first >= mention.first && match.end <= mention.end && !(mention.end < end && mention.actor.person)),
  )
  if (last && last.end === end) {
    const { row } = last
    return {
      ...{
        country: row.country,
        sector: row.sector,
        strength: 'known',
        known: last,
        of: null,
        name: { first: last.first, end },
        role: null,
        mixed: false,
      },
      kind: last.actor.person ? 'person' : 'group',
    }
  }
  const whole = nations.find((mention) => mention.span.end === words[end - 1]!.end)
  if (whole && (whole.form === 'people' || whole.form === 'name' || end - first === 1)) {
    const people =
      whole.form === 'people' &&
      !(
        whole.form === 'people' &&
        end - first === 1 &&
        !/s$/.test(words[end - 1]!.text) &&
        ground.countries.some((mention) => mention.span.start === whole.span.start && mention.form !== 'people')
      )
    const plural = /s$/.test(words[end - 1]!.text) || whole.form === 'people'
    return {
      ...NOTHING,
      country: whole.country,
      sector: people && plural ? 'CVL' : 'GOV',
      strength: 'weak',
      kind: people ? 'person' : 'group',
      name: { first: end - 1, end },
    }
  }
  const name = nameAtEnd(ground, first, end, matches)
  const headMatches = name ? matches.filter((match) => match.end <= name.first || match.first < name.first) : matches
  const headEnd = name ? name.first : end
  const premodifier = known.filter((mention) => mention.row.kind !== 'state' && mention.end <= headEnd).at(-1) ?? null
  const head = headMatches.find((match) => match.end === headEnd) ?? (name ? headMatches.at(-1) : undefined) ?? null
  const dominant = headMatches.find((match) => match.role.strength === 'dominant')
  const nearest = [...headMatches].reverse().find((match) => match !== head && match.role.sector !== null) ?? null
  const overridden = headMatches.map((match) => match.role.country).find((label) => label !== null) ?? null
  const ownCountry = country ?? (premodifier && premodifier.row.country) ?? null
  const base = { known: null, of: premodifier, name, role: head?.role ?? null, mixed: countries.length > 1 } as const
  const kind = name && !head ? 'unknown' : kindOf(head?.role ?? null)
  const result = (sector: Sector | null, strength: Reading['strength'], own: string | null): Reading => ({
    ...base,
    country: own,
    sector,
    strength: sector === null ? 'none' : strength,
    kind: name && kind === 'unknown' ? 'unknown' : name && (kind === 'thing' || kind === 'event') ? 'unknown' : kind,
  })
  if (!name && kind === 'event') return { ...base, country: null, sector: null, strength: 'none', kind: 'event' }
  if (dominant && kind !== 'event')
    return result(dominant.role.sector, 'strong', premodifier && !isCountry(premodifier.row.country) ? premodifier.row.country : ownCountry)
  if (head && head.role.strength === 'strong' && head.role.sector !== null) {
    if (premodifier && UNIFORMED.has(head.role.sector) && premodifier.row.country !== head.role.country && !isCivilBody(premodifier))
      return result(premodifier.row.sector, 'known', premodifier.row.country)
    return result(head.role.sector, 'strong', overridden ?? ownCountry)
  }
  if (premodifier && (head || !isAbstract(words[headEnd - 1]!.norm)))
    return result(premodifier.row.sector, 'known', premodifier.row.country)
  if (head) {
    if (nearest) return result(nearest.role.sector, 'strong', overridden ?? ownCountry)
    return result(head.role.sector, 'weak', overridden ?? ownCountry)
  }
  if (!name && isAbstract(words[end - 1]!.norm)) return { ...base, country: null, sector: null, strength: 'none', kind: 'event' }
  if (nearest) return result(nearest.role.sector, 'strong', overridden ?? ownCountry)
  return result(null, 'none', ownCountry)
}

const UNIFORMED = new Set<Sector>(['UAF', 'MIL', 'REB', 'PRM', 'GOV', 'COP', 'JUD', 'JRN'])
const isCivilBody = (mention: KnownMention): boolean => mention.row.kind === 'state'

const possessiveAt = (ground: Ground, first: number, end: number): number => {
  for (let i = end - 2; i > first; i--)
    if (ground.words[i]!.norm === "'s" && ![...knownWithin(ground, first, end)].some((mention) => i > mention.first && i < mention.end))
      return i
  for (let i = end - 2; i >= first; i--)
    if (/^['’]\s/.test(ground.text.slice(ground.words[i]!.end)) && /s$/.test(ground.words[i]!.text)) return i + 0.5
  return -1
}

/** Reads a noun phrase that may have a possessor ("Iran's leaders"), but no complement. */
const readHead = (ground: Ground, first: number, end: number): Reading => {
  const at = possessiveAt(ground, first, end)
  if (at < 0) return readPlain(ground, first, end)
  const ownerEnd = Math.ceil(at)
  const owner = readHead(ground, first, ownerEnd)
  const own = readPlain(ground, Math.floor(at) + 1, end)
  if (own.strength === 'known') return own
  if (own.kind === 'event') return own
  const country = own.country ?? owner.country
  if (own.sector !== null && own.strength === 'strong') return { ...own, country }
  const ownerIsNation = owner.strength === 'weak' || owner.known?.row.kind === 'state'
  if (ownerIsNation || owner.sector === null) return { ...own, country }
  return { ...own, country, sector: owner.sector, strength: 'strong' }
}

const conjunctionIn = (ground: Ground, first: number, end: number): number => {
  const known = knownWithin(ground, first, end)
  for (let i = first + 1; i < end - 1; i++)
    if (
      (ground.words[i]!.norm === 'and' || ground.words[i]!.norm === 'or' || text(ground, i - 1, i).trim() === '&') &&
      !(inName(known, i) && inName(known, i - 1)) &&
      !nationsIn(ground, first, end).some(
        (mention) => mention.span.start < ground.words[i]!.start && mention.span.end > ground.words[i]!.start,
      )
    )
      return i
  return -1
}

const readJoined = (ground: Ground, first: number, end: number): Reading => {
  const at = conjunctionIn(ground, first, end)
  if (at < 0) return readHead(ground, first, end)
  const left = readJoined(ground, first, at)
  const right = readJoined(ground, at + 1, end)
  if (left.sector === null || left.strength === 'none')
    return { ...right, mixed: left.country !== null && right.country !== null && left.country !== right.country }
  const leftIsAdjective = left.strength === 'weak' && left.kind === 'group' && left.known === null
  const differs =
    (left.country !== right.country && left.country !== null && right.country !== null) ||
    (left.sector !== right.sector && !leftIsAdjective)
  return { ...right, country: right.country ?? left.country, mixed: differs, ...(codeOf(left) === codeOf(right) ? {} : { known: null }) }
}

/** Prepositions whose noun says whose or where the head is. */
const OWNING = new Set([
  'of',
  'from',
  'in',
  'loyal',
  'belonging',
  'allied',
  'linked',
  'affiliated',
  'with',
  'for',
  ',',
  'at',
  'on',
  'to',
  'against',
  'opposed',
  'inside',
  'around',
])
const SECTORAL = new Set(['of', 'from', 'loyal', 'belonging', 'with', 'for', ',', 'affiliated', 'at'])

/** Reads a noun phrase: whose it is, what they are, and which known actor it names. */
export const readPhrase = (ground: Ground, first: number, end: number): Reading => {
  if (first >= end) return NOTHING
  const parts = partsOf(ground, first, end)
  const head = readJoined(ground, parts.first, parts.end)
  if (!parts.complement || parts.opener === null || head.strength === 'known' || head.kind === 'event') return head
  if (!OWNING.has(parts.opener)) return head
  const complement = readPhrase(ground, parts.complement.first, parts.complement.end)
  const transparent =
    head.sector === null &&
    (head.role !== null || DETERMINERS.has(ground.words[parts.end - 1]!.norm) || isNumber(ground.words[parts.end - 1]!))
  if (parts.opener === ',' && complement.strength === 'known' && complement.known?.actor.person) return complement
  const takesCountry = head.country === null && parts.opener !== 'to' && parts.opener !== 'against'
  const country = takesCountry ? complement.country : head.country
  if (!SECTORAL.has(parts.opener)) return { ...head, country }
  if (transparent) {
    const same = head.role?.kind === 'thing' ? head.kind : complement.kind
    return {
      ...complement,
      country: head.country ?? complement.country,
      kind: same,
      known: head.role?.kind === 'person' && complement.known && !complement.known.actor.person ? complement.known : null,
      name: head.name,
    }
  }
  const yields =
    head.strength === 'weak' &&
    head.sector !== 'CVL' &&
    (complement.strength === 'known' || complement.strength === 'strong') &&
    complement.known?.row.kind !== 'state'
  if (yields && complement.sector !== null) return { ...head, country, sector: complement.sector, strength: 'strong' }
  return { ...head, country }
}
