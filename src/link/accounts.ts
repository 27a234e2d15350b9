import type { ActorFiller, Figure, PlaceFiller } from '../claim.js'
import { byCodeUnit } from './input.js'
import { byTelling, type Told } from './told.js'

/** What one origin says of an incident; where it said several things, the latest stands first. */
export interface Account {
  readonly origin: string
  /** Ids of its claims, in the order told, and of the reports they stand in. */
  readonly claims: readonly string[]
  readonly reports: readonly string[]
  readonly times: readonly string[]
  readonly places: readonly Pick<PlaceFiller, 'name' | 'country' | 'geonameid' | 'lat' | 'lon' | 'precision'>[]
  readonly actors: readonly Pick<ActorFiller, 'name' | 'code'>[]
  readonly recipients: readonly Pick<ActorFiller, 'name' | 'code'>[]
  readonly figures: readonly (Figure & { readonly claim: string })[]
  /** Whether it denies, or reports as denied, what others tell. */
  readonly denies: boolean
  readonly firstPublished: string | null
  readonly lastPublished: string | null
}

/** Each origin's account of an incident, the earliest told first. */
export const accountsOf = (incident: readonly Told[]): readonly Account[] => {
  const byOrigin = new Map<string, Told[]>()
  for (const told of [...incident].sort(byTelling)) {
    const said = byOrigin.get(told.origin)
    if (said) said.push(told)
    else byOrigin.set(told.origin, [told])
  }
  return [...byOrigin].map(([origin, said]) => {
    const latest = [...said].reverse()
    const dates = said.flatMap(({ published }) => published ?? []).sort(byCodeUnit)
    return {
      origin,
      claims: said.map(({ id }) => id),
      reports: [...new Set(said.map(({ report }) => report))],
      times: distinct(
        latest.flatMap(({ claim }) => claim.time.value ?? []),
        (time) => time,
      ),
      places: distinct(
        latest.flatMap(({ claim }) => claim.place),
        ({ name, country, geonameid }) => `${geonameid ?? name} ${country}`,
      ).map(({ name, country, geonameid, lat, lon, precision }) => ({ name, country, geonameid, lat, lon, precision })),
      actors: people(latest.flatMap(({ claim }) => claim.actor)),
      recipients: people(latest.flatMap(({ claim }) => claim.recipient)),
      figures: latest
        .filter(({ claim }) => !claim.negated)
        .flatMap(({ id, claim }) => claim.figures.map((figure) => ({ ...figure, claim: id }))),
      denies: said.some(({ claim }) => claim.negated),
      firstPublished: dates[0] ?? null,
      lastPublished: dates.at(-1) ?? null,
    }
  })
}

const people = (fillers: readonly ActorFiller[]) =>
  distinct(fillers, ({ name, code }) => `${name} ${code}`).map(({ name, code }) => ({ name, code }))

const distinct = <T>(items: readonly T[], key: (item: T) => string): readonly T[] =>
  [...new Map([...items].reverse().map((item) => [key(item), item])).values()].reverse()
