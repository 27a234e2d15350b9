import type { ActorFiller, ClaimType, PlaceFiller } from '../claim.js'
import { kilometresBetween } from '../resolve/place/distance.js'
import { likeActors } from './compare.js'
import { canBothHold } from './figures.js'
import { byCodeUnit, type LinkReason } from './input.js'
import { dayOfIso, gapBetween, type Interval, intervalOf } from './interval.js'
import { byTelling, isAsserted, type Told } from './told.js'
import { lemmaOf, RADIUS } from './traits.js'

export const CONTRADICTED = ['figures', 'actor', 'negated', 'place', 'time'] as const
export type ContradictedField = (typeof CONTRADICTED)[number]

/** Two claims that cannot both hold: one of each side. */
export interface Contradiction {
  readonly field: ContradictedField
  /** The smaller id first. */
  readonly claims: readonly [string, string]
  /** What each side says, in its words. */
  readonly reasons: readonly LinkReason[]
}

/** A later claim by the same origin that takes the place of what it said before. */
export interface Update {
  readonly field: ContradictedField
  readonly before: string
  readonly after: string
}

export interface Disagreements {
  readonly contradictions: readonly Contradiction[]
  readonly updates: readonly Update[]
}

/** How one field of two claims is judged: null where both can hold, else the words of each that cannot. */
type Judge = (a: Told, b: Told) => readonly [string, string] | null

/** Claims of one origin that are looked at in one incident: its latest. */
const LATEST = 4
/** Pairs of one field that are kept of an incident, between different origins first. */
const KEPT = 20

/** Where the claims of one incident disagree. What an origin said before and changed later is an update, not a contradiction. */
export const disagreements = (incident: readonly Told[]): Disagreements => judged(incident, [figures, perpetrators, signs, places, days])

const judged = (
  claims: readonly Told[],
  judges: readonly (readonly [ContradictedField, (told: Told) => boolean, Judge])[],
): Disagreements => {
  const contradictions: Contradiction[] = []
  const updates: Update[] = []
  const asserted = claims.filter(isAsserted).sort(byTelling)
  for (const [field, concerned, judge] of judges) {
    const standing = new Map<string, Told[]>()
    for (const told of asserted.filter(concerned)) {
      const said = standing.get(told.origin) ?? []
      const replaced = said.filter(
        (before) => before.report !== told.report && before.published !== told.published && judge(before, told) !== null,
      )
      for (const before of replaced) updates.push({ field, before: before.id, after: told.id })
      standing.set(told.origin, [...said.filter((before) => !replaced.includes(before)), told].slice(-LATEST))
    }
    const sides = [...standing.values()].flat().sort((a, b) => byCodeUnit(a.id, b.id))
    const found: { readonly contradiction: Contradiction; readonly across: boolean }[] = []
    for (let i = 0; i < sides.length; i++)
      for (let j = i + 1; j < sides.length; j++) {
        const [a, b] = [sides[i]!, sides[j]!]
        const words = judge(a, b)
        if (words === null) continue
        const across = a.origin !== b.origin
        found.push({
          contradiction: {
            field,
            claims: [a.id, b.id],
            reasons: words.map((said) => ({ rule: `${field}-differ`, weight: null, words: said })),
          },
          across,
        })
      }
    const kept = [...found.filter(({ across }) => across), ...found.filter(({ across }) => !across)].slice(0, KEPT)
    contradictions.push(...kept.map(({ contradiction }) => contradiction))
  }
  return { contradictions, updates }
}

/** Whether both name the act alike, so that what they say of it can be held against each other. */
const sameAct = ({ claim: a }: Told, { claim: b }: Told): boolean =>
  a.type === b.type && (lemmaOf(a.trigger.text) === lemmaOf(b.trigger.text) || (a.mode !== null && a.mode === b.mode))

const FORCE = new Set<ClaimType>(['ASSAULT', 'COERCE', 'TOLL', 'DISPLACE', 'PROTEST'])

const figures = [
  'figures',
  ({ claim }: Told) => !claim.negated && claim.figures.length > 0,
  (a: Told, b: Told) => {
    for (const x of a.claim.figures) {
      const same = b.claim.figures.filter(({ kind }) => kind === x.kind)
      if (
        x.kind === 'other' ||
        same.length === 0 ||
        a.claim.figures.filter(({ kind }) => kind === x.kind).length !== 1 ||
        same.length !== 1
      )
        continue
      if (!canBothHold(x, same[0]!)) return [`${x.text} ${x.of ?? x.kind}`, `${same[0]!.text} ${same[0]!.of ?? same[0]!.kind}`] as const
    }
    return null
  },
] as const

/** In a clash both sides act, so that differing actors are no contradiction. */
const perpetrators = [
  'actor',
  ({ claim }: Told) => !claim.negated && claim.actor.length > 0 && FORCE.has(claim.type) && claim.type !== 'TOLL' && claim.mode !== 'clash',
  (a: Told, b: Told) =>
    !sameAct(a, b) || mayMeanTheSame(a.claim.actor, b.claim.actor) ? null : [wordsOfActors(a.claim.actor), wordsOfActors(b.claim.actor)],
] as const satisfies readonly [ContradictedField, (told: Told) => boolean, Judge]

const signs = [
  'negated',
  () => true,
  (a: Told, b: Told) =>
    a.claim.negated === b.claim.negated || !sameAct(a, b) || !actorsMayAgree(a, b) ? null : [signWords(a), signWords(b)],
] as const satisfies readonly [ContradictedField, (told: Told) => boolean, Judge]

/** Towns and finer whose coordinates lie further apart than this are different places, in kilometres. */
const APART = 30

const places = [
  'place',
  ({ claim }: Told) => !claim.negated && claim.place.some(isPoint),
  (a: Told, b: Told) => {
    const mine = a.claim.place.filter(isPoint)
    const theirs = b.claim.place.filter(isPoint)
    if (!sameAct(a, b) || mine.some((x) => theirs.some((y) => !liesApart(x, y)))) return null
    return [mine.map(({ text }) => text).join(', '), theirs.map(({ text }) => text).join(', ')]
  },
] as const satisfies readonly [ContradictedField, (told: Told) => boolean, Judge]

const days = [
  'time',
  ({ claim }: Told) => !claim.negated && claim.type !== 'TOLL' && isShort(intervalOf(claim.time.value)),
  (a: Told, b: Told) =>
    !sameAct(a, b) || gapBetween(intervalOf(a.claim.time.value)!, intervalOf(b.claim.time.value)!) === 0
      ? null
      : [a.claim.time.value!, b.claim.time.value!],
] as const satisfies readonly [ContradictedField, (told: Told) => boolean, Judge]

const isShort = (interval: Interval | null): boolean => interval !== null && interval.to - interval.from <= 1

const isPoint = ({ lat, precision }: PlaceFiller): boolean => lat !== null && RADIUS[precision] <= RADIUS.town

const liesApart = (a: PlaceFiller, b: PlaceFiller): boolean =>
  a.geonameid !== null && a.geonameid === b.geonameid
    ? false
    : kilometresBetween({ lat: a.lat!, lon: a.lon! }, { lat: b.lat!, lon: b.lon! }) > APART

const traitOf = ({ name, code, actor, text }: ActorFiller) => ({
  key: actor ?? name.toLowerCase(),
  code,
  named: actor !== null || (/^\p{Lu}/u.test(name) && name !== text) || /^\p{Lu}/u.test(text),
})

const mayMeanTheSame = (a: readonly ActorFiller[], b: readonly ActorFiller[]): boolean => {
  for (const x of a.map(traitOf))
    for (const y of b.map(traitOf)) {
      if (likeActors(x, y)) return true
      // Two names of one code may be a body and a part of it.
      if (x.code !== null && x.code === y.code) return true
    }
  return false
}

const actorsMayAgree = (a: Told, b: Told): boolean =>
  (a.claim.actor.length === 0 || b.claim.actor.length === 0 || mayMeanTheSame(a.claim.actor, b.claim.actor)) &&
  (a.claim.recipient.length === 0 || b.claim.recipient.length === 0 || mayMeanTheSame(a.claim.recipient, b.claim.recipient))

const wordsOfActors = (actors: readonly ActorFiller[]): string => actors.map(({ text }) => text).join(', ')
const signWords = ({ claim }: Told): string => `${claim.negated ? 'denied: ' : ''}${claim.trigger.text}`

/** Days before publication for which a state without a time is taken to hold. */
const HOLDS = 3
/** States of one subject that one is compared with: the next ones in time. */
export const WINDOW = 12

/** A claim of a state: what it is of, and when it holds. */
export interface Standing {
  readonly told: Told
  readonly at: Interval
  readonly subjects: readonly string[]
}

/** Null for a claim of no state, or that says of nobody and no time, or that asserts nothing. */
export const standingOf = (told: Told): Standing | null => {
  const subjects = subjectsOf(told)
  const at = subjects.length === 0 || !isAsserted(told) ? null : heldAt(told)
  return at === null ? null : { told, at, subjects }
}

/** States in the order in which each is compared with those that follow. */
export const byStanding = (a: Standing, b: Standing): number => a.at.from - b.at.from || byCodeUnit(a.told.id, b.told.id)

/** Where claims of states disagree: who holds a place, how many fighters there are, where somebody is, at overlapping times. */
export const stateDisagreements = (claims: readonly Told[]): Disagreements => {
  const bySubject = new Map<string, Standing[]>()
  for (const standing of claims.flatMap((told) => standingOf(told) ?? []).sort(byStanding))
    for (const subject of standing.subjects) {
      const group = bySubject.get(subject)
      if (group) group.push(standing)
      else bySubject.set(subject, [standing])
    }
  const found = [...bySubject.keys()]
    .sort()
    .flatMap((subject) => bySubject.get(subject)!.map((one, i, group) => disagreementsWith(one, group.slice(i + 1, i + 1 + WINDOW))))
  return distinct(found)
}

/** Where a state disagrees with others of its subject that follow it. */
export const disagreementsWith = (one: Standing, next: readonly Standing[]): Disagreements =>
  distinct(
    next.flatMap((other) => {
      if (gapBetween(one.at, other.at) > 0) return []
      const pair = [one.told, other.told].sort((a, b) => byCodeUnit(a.id, b.id))
      return [judged(pair, STATE_JUDGES[one.told.claim.type as State])]
    }),
  )

/** Each once, although claims may share several subjects. */
const distinct = (found: readonly Disagreements[]): Disagreements => ({
  contradictions: [
    ...new Map(found.flatMap(({ contradictions }) => contradictions).map((one) => [`${one.field} ${one.claims}`, one])).values(),
  ],
  updates: [...new Map(found.flatMap(({ updates }) => updates).map((one) => [`${one.field} ${one.before} ${one.after}`, one])).values()],
})

type State = 'CONTROL' | 'STRENGTH' | 'WHEREABOUTS'

const holders = [
  'actor',
  ({ claim }: Told) => !claim.negated && claim.actor.length > 0,
  (a: Told, b: Told) =>
    mayMeanTheSame(a.claim.actor, b.claim.actor) ? null : [wordsOfActors(a.claim.actor), wordsOfActors(b.claim.actor)],
] as const satisfies readonly [ContradictedField, (told: Told) => boolean, Judge]

const STATE_JUDGES = { CONTROL: [holders, signs], STRENGTH: [figures], WHEREABOUTS: [places, signs] } as const

const heldAt = ({ claim, published }: Told): Interval | null => {
  const stated = intervalOf(claim.time.value)
  if (stated) return stated
  const day = claim.background ? null : dayOfIso(published)
  return day === null ? null : { from: day - HOLDS, to: day }
}

/** What a state is of: the place held, the force counted (at a place, if told), the one who is somewhere. */
const subjectsOf = ({ claim }: Told): readonly string[] => {
  const place = ({ geonameid, name }: PlaceFiller) => `${geonameid ?? name.toLowerCase()}`
  const who = ({ actor, name }: ActorFiller) => actor ?? name.toLowerCase()
  switch (claim.type) {
    case 'CONTROL':
      return claim.place.filter(({ precision }) => precision !== 'country').map((one) => `CONTROL|${place(one)}`)
    case 'STRENGTH':
      return claim.actor.map((one) => `STRENGTH|${who(one)}|${claim.place.map(place).sort()[0] ?? ''}`)
    case 'WHEREABOUTS':
      return claim.actor.map((one) => `WHEREABOUTS|${who(one)}`)
    default:
      return []
  }
}
