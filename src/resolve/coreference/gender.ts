import { cellValues } from '../actor/knowledge.js'
import { wordsOf } from '../actor/words.js'
import { readKnowledge } from '../place/table.js'

export type Gender = 'f' | 'm'

let firstNames: ReadonlyMap<string, Gender> | null = null

const keyOf = (name: string): string =>
  wordsOf(name)
    .map((word) => word.norm)
    .join(' ')

const load = (): ReadonlyMap<string, Gender> =>
  new Map(
    readKnowledge<'gender' | 'names'>('first-names.tsv').flatMap((row) =>
      cellValues(row.names).map((name): [string, Gender] => [keyOf(name), row.gender as Gender]),
    ),
  )

const TITLES: Readonly<Record<string, Gender>> = {
  mr: 'm',
  mrs: 'f',
  ms: 'f',
  miss: 'f',
  sir: 'm',
  lady: 'f',
  sheikh: 'm',
  mullah: 'm',
  king: 'm',
  queen: 'f',
  prince: 'm',
  princess: 'f',
  imam: 'm',
  ayatollah: 'm',
  pope: 'm',
  father: 'm',
  monsignor: 'm',
  cardinal: 'm',
  bishop: 'm',
}

/** Gender of a person by title or first name (`knowledge/first-names.tsv`), null where neither tells. */
export const genderOf = (nameWords: readonly string[]): Gender | null => {
  firstNames ??= load()
  const [first = '', second = ''] = nameWords
  return TITLES[first] ?? firstNames.get(`${first} ${second}`) ?? firstNames.get(first) ?? null
}
