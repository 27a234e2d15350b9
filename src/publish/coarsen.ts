import type { ActorFiller, Attribution, Claim, PlaceFiller } from '../claim.js'
import { isPublic } from '../record/public-actor.js'
import type { Profile } from './profile.js'

/** Is told of everything that is made coarser or withheld. */
export type Count = (cause: string) => void

/** The claim with its time, place, names and sources no more precise than the profile allows. */
export const coarsen = (claim: Claim, profile: Profile, count: Count): Claim => ({
  ...claim,
  time: time(claim.time, profile, count),
  place: places(claim.place, profile, count),
  actor: claim.actor.flatMap((actor) => named(actor, profile, count) ?? []),
  recipient: claim.recipient.flatMap((actor) => named(actor, profile, count) ?? []),
  attribution: sources(claim.attribution, profile, count),
})

const time = (value: Claim['time'], { time: wanted }: Profile, count: Count): Claim['time'] => {
  const none = { span: null, text: null, value: null, precision: 'unknown', how: 'withheld' } as const
  if (wanted === 'as-coded' || value.value === null) return wanted === 'as-coded' ? value : none
  if (wanted === 'withheld') {
    count('time withheld')
    return none
  }
  const coarse = coarseTime(value.value, wanted)
  if (coarse !== value.value) count(`time made coarser (${wanted})`)
  const precision = coarse === null ? 'unknown' : coarse.includes('/') ? 'interval' : coarse.length > 4 ? 'month' : 'year'
  return { ...none, value: coarse, precision, how: 'coarsened' }
}

/** An EDTF value to the month or year; null where that cannot be told. Seasons and quarters become years. */
export const coarseTime = (value: string, to: 'month' | 'year'): string | null => {
  const ends = value.split('/')
  const coarse = ends.map((end) => {
    if (end === '..' || end === '') return end
    const match = /^(\d{4})(?:-(\d\d))?/.exec(end)
    if (!match) return null
    return to === 'year' || match[2] === undefined || Number(match[2]) > 12 ? match[1]! : `${match[1]}-${match[2]}`
  })
  if (coarse.includes(null) || ends.length > 2) return null
  return coarse[0] === coarse[1] ? coarse[0]! : coarse.join('/')
}

const places = (list: readonly PlaceFiller[], { place: wanted }: Profile, count: Count): readonly PlaceFiller[] => {
  if (wanted === 'as-coded') return list
  if (list.length > 0) count(wanted === 'withheld' ? 'place withheld' : `place made coarser (${wanted})`)
  if (wanted === 'withheld') return []
  const coarse = list.map((place): PlaceFiller => {
    const admin1 = wanted === 'admin1' ? place.admin1 : null
    const nowhere = { geonameid: null, lat: null, lon: null, alternatives: [], span: { start: 0, end: 0 }, text: '', how: 'coarsened' }
    return { ...nowhere, name: admin1 ?? place.country ?? '', country: place.country, admin1, precision: admin1 ? 'province' : 'country' }
  })
  const seen = new Set<string>()
  return coarse.filter(({ name, country }) => name !== '' && !seen.has(`${name} ${country}`) && seen.add(`${name} ${country}`))
}

/** Null where nothing is left that may be told. */
const named = (filler: ActorFiller, { names: wanted }: Profile, count: Count): ActorFiller | null => {
  if (wanted === 'public' && isPublic(filler)) return filler
  count(wanted === 'public' ? 'name of a private person withheld' : 'name withheld')
  if (wanted === 'withheld' || filler.code === null) return null
  return { ...filler, text: '', name: filler.code, actor: null, wikidata: null }
}

const sources = (chain: readonly Attribution[], { sources: wanted }: Profile, count: Count): readonly Attribution[] => {
  if (wanted !== 'named') {
    if (chain.length > 0) count('source withheld')
    return []
  }
  return chain.map(({ source, cue }) => {
    if (source === null || isPublic({ ...source, actor: null })) return { source, cue }
    count('name of a private source withheld')
    return { source: null, cue: null }
  })
}
