import type { ClaimType } from '../../src/claim.js'
import type { Chance } from './random.js'
import type { Side, Town, War } from './world.js'

/** What truly happened. */
export interface Happening {
  readonly id: string
  readonly war: War
  readonly kind: Kind
  /** Days since 1970-01-01. */
  readonly day: number
  readonly town: Town
  readonly actor: Side
  readonly recipient: Side | null
  readonly killed: number
  readonly injured: number
  /** What early reports gave. */
  readonly killedFirst: number
  readonly doctor: string
}

export interface Kind {
  readonly name: string
  readonly type: ClaimType
  readonly mode: string | null
  /** Verbs in the past tense with the actor as subject, and nouns for it. */
  readonly verbs: readonly string[]
  readonly nouns: readonly string[]
  readonly objects: readonly string[]
  readonly deadly: boolean
  readonly weight: number
}

const kind = (name: string, type: ClaimType, mode: string | null, verbs: string, nouns: string, objects: string, deadly: boolean, weight: number): Kind => ({
  name, type, mode, verbs: verbs.split('|'), nouns: nouns.split('|'), objects: objects.split('|'), deadly, weight,
}) // biome-ignore format: one line a kind

export const KINDS: readonly Kind[] = [
  kind('shelling', 'ASSAULT', 'heavy-weapons', 'shelled|bombarded|pounded|fired rockets at', 'shelling|bombardment|barrage', 'a residential district of|positions in|a market in|the outskirts of', true, 5),
  kind('air-strike', 'ASSAULT', 'aerial', 'bombed|struck|hit', 'air strike|bombing|raid', 'a school in|a fuel depot in|a convoy near|a hospital in', true, 5),
  kind('clash', 'ASSAULT', 'clash', 'fought|battled|clashed with', 'clash|fighting|battle|firefight', '', true, 5),
  kind('bomb', 'ASSAULT', 'explosives', 'attacked|targeted', 'explosion|blast|car bomb', 'a checkpoint in|a police post in|a bus in', true, 3),
  kind('massacre', 'ASSAULT', 'massacre', 'massacred|slaughtered|killed', 'massacre|killings', 'villagers in|displaced families in', true, 1),
  kind('abduction', 'ASSAULT', 'abduct', 'abducted|kidnapped|seized', 'abduction|kidnapping', 'aid workers in|students in|traders near', false, 2),
  kind('capture', 'COERCE', 'seize', 'captured|seized|took|overran', 'capture|fall|seizure', '', false, 3),
  kind('arrests', 'COERCE', 'arrest', 'arrested|detained|rounded up', 'arrests|detentions', 'activists in|suspects in|journalists in', false, 2),
  kind('withdrawal', 'RETREAT', 'withdraw', 'withdrew from|pulled out of|abandoned', 'withdrawal|retreat|pullout', '', false, 2),
  kind('advance', 'MOBILIZE', 'troops', 'advanced on|moved towards|massed near|sent reinforcements to', 'advance|deployment|push', '', false, 2),
  kind('flight', 'DISPLACE', null, '', 'exodus|flight|displacement', '', false, 2),
  kind('protest', 'PROTEST', 'demo', '', 'demonstration|rally|protest|march', '', false, 2),
] // biome-ignore format: one line a kind

const TOTAL = KINDS.reduce((sum, { weight }) => sum + weight, 0)

const pickKind = (chance: Chance): Kind => {
  let at = chance.next() * TOTAL
  for (const one of KINDS) {
    at -= one.weight
    if (at < 0) return one
  }
  return KINDS[0]!
}

/** What happens in a war on one day; some towns see much more than others. */
export const happeningsOn = (chance: Chance, war: War, day: number, count: number): readonly Happening[] => {
  const scene = war.towns[Math.floor(war.towns.length * chance.next() ** 2)]!
  return Array.from({ length: count }, (_, n) => {
    const found = pickKind(chance)
    const [actor, recipient] = chance.some(war.sides, 2)
    const killed = found.deadly ? 1 + Math.floor(3 * Math.exp(2.2 * chance.next() * chance.next() * 2)) : 0
    return {
      id: `${war.country}-${day}-${n}`,
      war,
      kind: found,
      day,
      // On many days one town sees several things.
      town: n > 0 && chance.happens(0.35) ? scene : war.towns[Math.floor(war.towns.length * chance.next() ** 2)]!,
      actor: actor!,
      recipient: found.mode === 'clash' ? recipient! : null,
      killed,
      injured: found.deadly && chance.happens(0.7) ? killed * 2 + chance.below(9) : 0,
      killedFirst: killed > 3 && chance.happens(0.5) ? Math.max(1, Math.round(killed * (0.4 + 0.5 * chance.next()))) : killed,
      doctor: chance.pick(war.people),
    }
  })
}
