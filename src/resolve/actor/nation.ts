import type { CountryMention } from '../place/countries.js'
import type { Ground } from './ground.js'
import type { Role, Sector } from './knowledge.js'
import { isByOthers } from './parts.js'
import { NOTHING, type Reading } from './reading.js'
import { firstWordAt } from './words.js'

/** Words of a country inside a stretch that say whose the noun is; not those of "US-led" and "ethnic Albanians". */
export const nationsIn = (ground: Ground, first: number, end: number): CountryMention[] => {
  const from = ground.words[first]?.start ?? 0
  const to = ground.words[end - 1]?.end ?? 0
  const found: CountryMention[] = []
  for (let i = firstCountryAt(ground, from); i < ground.countries.length; i++) {
    const mention = ground.countries[i]!
    if (mention.span.end > to) break
    const other = /(?:\bethnic\s+|\b(?:pro|anti)-)$/i.test(ground.text.slice(Math.max(0, mention.span.start - 8), mention.span.start))
    if (!other && (mention.span.end === to || !isByOthers(ground, mention.span.end))) found.push(mention)
  }
  return found
}

const firstCountryAt = (ground: Ground, offset: number): number => {
  let low = 0
  let high = ground.countries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ground.countries[middle]!.span.start < offset) low = middle + 1
    else high = middle
  }
  return low
}

const FIGHTING =
  /^[\s-]*(?:(?:and|or)\s+\p{L}+\s+)?(?:(?:air|missile|drone|naval|military|cruise|artillery|ground|war|led|special|counterterrorism|security|coalition|army|counter)[\s-]+)*(?:air\s?strikes?|strikes?|airpower|attacks?|offensives?|operations?|bombings?|bombardments?|raids?|forces?|troops|war|shelling|assaults?|artillery|jets?|warplanes?|planes?|aircraft|commandos|soldiers|peshmerga|incursions?|advances?|missiles?|drones?|helicopters?|barrel bombs?|gunships?|positions?|intervention|military)\b/iu

/** True where the words after an offset make what stands before them an act of armed forces ("Russian | airstrikes"). */
export const fightsAfter = (ground: Ground, offset: number): boolean => FIGHTING.test(ground.text.slice(offset, offset + 60))

/** Reads a bare country: its name, adjective or people. Its government, or its forces where the words after it are of fighting. */
export const readNation = (ground: Ground, nation: CountryMention, first: number, end: number, begin = first): Reading => {
  const last = ground.words[end - 1]!
  const alsoAdjective = ground.countries.some((mention) => mention.span.start === nation.span.start && mention.form !== 'people')
  const before = ground.words[first - 1]
  const one = begin < first && before !== undefined && /^(?:a|an|one|another|old)$/.test(before.norm)
  const people = (nation.form === 'people' && (last.norm.endsWith('s') || !alsoAdjective)) || (nation.form !== 'name' && one)
  // "the Russians" of a report are seldom the people
  const collective = people && nation.form === 'people' && before?.norm === 'the' && end - first === 1
  const sector: Sector = people && !collective ? 'CVL' : fightsAfter(ground, last.end) ? 'MIL' : 'GOV'
  return {
    ...NOTHING,
    country: nation.country,
    sector,
    strength: 'weak',
    nation: true,
    kind: people && !collective ? 'person' : 'group',
    name: nation.form === 'name' ? { first: Math.max(first, firstWordAt(ground.words, nation.span.start)), end } : null,
  }
}

const KURDISH_FORCES: Readonly<Record<string, Sector>> = { IRQ: 'PRM', SYR: 'UAF', TUR: 'REB', IRN: 'REB' }
const UNDER_ARMS: readonly (Sector | null)[] = ['MIL', 'UAF', 'PRM']

/** Reads Kurds under arms: a militia of the state in Iraq, another force in Syria, rebels in Turkey and Iran. */
export const readKurdish = (ground: Ground, first: number, end: number, head: Role | null): Reading | null => {
  const named = ground.words.slice(first, end).some((word) => word.norm === 'kurdish' || word.norm === 'kurds')
  if (!named || !(end - first === 1 || (head && UNDER_ARMS.includes(head.sector)))) return null
  const own = nationsIn(ground, first, end)[0]?.country
  const likely = [...ground.weights].filter(([country]) => KURDISH_FORCES[country]).sort((a, b) => b[1] - a[1])[0]?.[0]
  const country = own && KURDISH_FORCES[own] ? own : likely
  return country ? { ...NOTHING, country, sector: KURDISH_FORCES[country]!, strength: 'strong', kind: 'group', role: head } : null
}
