import { ARTICLE_COUNTRIES, keyOf, SOUND, soundKeyOf, withoutArticle } from './names.js'
import type { SourcePlace } from './sources.js'
import type { Key, Match } from './store.js'

/** Where the names come from another script and newsrooms romanise them differently. */
const SOUND_COUNTRIES: ReadonlySet<string> = new Set([
  ...ARTICLE_COUNTRIES,
  ...'AFG ARM AZE BGD BGR BIH BLR ETH GEO IND KAZ KGZ LKA MKD MMR MNE NPL PAK RUS SRB TJK TKM UKR UZB XKX'.split(' '),
])

/** The keys that lead to a place from one of its names. */
const keysOf = (name: string, match: Match, country: string | null, place: number): Key[] => {
  const key = keyOf(name)
  if (key === '') return []
  const keys: Key[] = [{ key, match, place }]
  if (country === null) return keys
  const bare = ARTICLE_COUNTRIES.has(country) ? withoutArticle(key) : null
  if (bare !== null && bare.length > 2) keys.push({ key: bare, match: 'article', place })
  const sound = SOUND_COUNTRIES.has(country) ? soundKeyOf(key) : ''
  if (sound.length > 3) keys.push({ key: SOUND + sound, match: 'sound', place })
  return keys
}

/** All the keys of a list of places, each place by its index in the list. */
export const keysOfPlaces = (places: readonly SourcePlace[]): Key[] =>
  places.flatMap((place, index) => place.names.flatMap(({ name, match }) => keysOf(name, match, place.country, index)))
