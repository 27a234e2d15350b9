import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Kind } from './kinds.js'
import { ARTICLE_COUNTRIES, keyOf, SOUND, soundKeyOf, withoutArticle } from './names.js'
import { decodeStore, type Entry, MATCHES, type Match, type Store } from './store.js'
import { userGazetteerFile } from './user-gazetteer.js'

/** A place that a name can mean. */
export interface Candidate extends Entry {
  /** How the name belongs to the place. */
  readonly match: Match
  /** The same for the same place within one gazetteer. */
  readonly place: number
}

/** The places of the world by name, with those a user added. */
export interface Gazetteer {
  /** Every place that bears the name, best match first, then by population. Nothing found is an empty list. */
  readonly lookup: (name: string) => readonly Candidate[]
  /** The same without likenesses of sound. */
  readonly named: (name: string) => readonly Candidate[]
  /** The state or territory of an ISO 3166-1 alpha-3 code; null for an unknown code. */
  readonly country: (alpha3: string) => Candidate | null
  /** Its capital city, null where there is none. */
  readonly capital: (alpha3: string) => Candidate | null
  /** Chief town of a first-level division, by the English names of both. */
  readonly seat: (alpha3: string, admin1: string) => Candidate | null
  /** First-level divisions of a state. */
  readonly divisions: (alpha3: string) => readonly Candidate[]
}

/** What `npm run build` writes: beside the compiled program, or in `dist/` when run from source. */
const builtFile = (): string => fileURLToPath(new URL('../../../dist/gazetteer.bin', import.meta.url))

/** Places of one store are numbered from a multiple of this, so that numbers of two stores never meet. */
const STORE_STEP = 2 ** 28

const groupBy = <T>(items: readonly T[], keyFor: (item: T) => string | null): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyFor(item)
    if (key === null) continue
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

const lazily = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const mostPeople = (candidates: readonly Candidate[] | undefined): Candidate | null =>
  candidates?.reduce((best, candidate) => (candidate.population > best.population ? candidate : best)) ?? null

/** A division comes after the town that it is named after. */
const weightOf = ({ kind, population }: Candidate): number => (kind === 'admin1' ? population / 20 : population)

/** Each place once, by its best match, though two stores hold it; best match first, then by population. */
const ranked = (found: readonly Candidate[]): readonly Candidate[] => {
  const best = new Map<number, Candidate>()
  for (const candidate of found) {
    // ids are told from place numbers by their sign
    const identity = candidate.geonameid === null ? candidate.place : -candidate.geonameid
    const known = best.get(identity)
    if (!known || MATCHES.indexOf(candidate.match) < MATCHES.indexOf(known.match)) best.set(identity, candidate)
  }
  return [...best.values()].sort(
    (a, b) => MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match) || weightOf(b) - weightOf(a) || a.place - b.place,
  )
}

/** A gazetteer over stores, the first the built one. */
export const gazetteerOf = (stores: readonly Store[]): Gazetteer => {
  const candidateAt = (store: number, index: number, match: Match): Candidate => ({
    ...(stores[store] as Store).entryAt(index),
    match,
    place: store * STORE_STEP + index,
  })
  const allOf = (kind: Kind): Candidate[] =>
    stores.flatMap((store, number) => store.indicesOf(kind).map((index) => candidateAt(number, index, 'name')))

  const under = (key: string, only: Match | null): Candidate[] =>
    stores.flatMap((store, number) =>
      store
        .find(key)
        .map(({ place, match }) =>
          candidateAt(number, place, only !== null && MATCHES.indexOf(only) > MATCHES.indexOf(match) ? only : match),
        ),
    )

  const byName = (key: string): Candidate[] => {
    const bare = withoutArticle(key)
    return [
      ...under(key, null),
      ...(bare === null ? [] : under(bare, 'article').filter(({ country }) => country !== null && ARTICLE_COUNTRIES.has(country))),
    ]
  }
  const bySound = (key: string): Candidate[] => {
    const sound = soundKeyOf(key)
    return sound.length > 3 ? under(SOUND + sound, 'sound') : []
  }

  const countries = lazily(() => groupBy(allOf('country'), (candidate) => candidate.country))
  const capitals = lazily(() => groupBy(allOf('capital'), (candidate) => candidate.country))
  const divisions = lazily(() => groupBy(allOf('admin1'), (candidate) => candidate.country))
  const seats = lazily(() =>
    groupBy([...allOf('seat'), ...allOf('capital')], ({ country, admin1 }) => (country && admin1 ? `${country} ${keyOf(admin1)}` : null)),
  )

  return {
    lookup: (name) => {
      const key = keyOf(name)
      const direct = byName(key)
      return ranked(direct.length > 0 ? direct : bySound(key))
    },
    named: (name) => ranked(byName(keyOf(name))),
    country: (alpha3) => mostPeople(countries().get(alpha3)),
    capital: (alpha3) => mostPeople(capitals().get(alpha3)),
    seat: (alpha3, admin1) => mostPeople(seats().get(`${alpha3} ${keyOf(admin1)}`)),
    divisions: (alpha3) => divisions().get(alpha3) ?? [],
  }
}

/**
 * Opens the built gazetteer with the places that the user added, if any.
 *
 * @param path File of a built gazetteer; by default the one that `npm run build` wrote.
 * @throws Where the file is missing or of another version, with what to do.
 */
export const openGazetteer = (path: string = builtFile(), userPath: string = userGazetteerFile()): Gazetteer => {
  if (!existsSync(path)) throw new Error(`gazetteer/missing: ${path} is not there; run "npm run build" first`)
  const files = existsSync(userPath) ? [path, userPath] : [path]
  return gazetteerOf(files.map((file) => decodeStore(readFileSync(file))))
}
