import { readKnowledge, valuesOf } from '../resolve/place/table.js'

export interface Agency {
  readonly key: string
  readonly name: string
}

/** Wire agencies by every name of theirs; names in capitals as written, others in lower case. */
export type Agencies = ReadonlyMap<string, Agency>

export const loadAgencies = (): Agencies =>
  new Map(
    readKnowledge<'key' | 'name' | 'country' | 'aliases'>('agencies.tsv').flatMap(({ key, name, aliases }) =>
      [name, ...valuesOf(aliases).map((alias) => alias.trim())].map((alias) => [form(alias), { key, name }] as const),
    ),
  )

const form = (name: string): string => {
  const plain = name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^the\s+/i, '')
  return /^\p{Lu}{2,5}$/u.test(plain) ? plain : plain.toLowerCase()
}

/** The agency that the words name, and nothing else besides; null where they name none. */
export const agencyNamed = (agencies: Agencies, words: string): Agency | null => agencies.get(form(words)) ?? null

const LONGEST = 5

/** The agencies that occur in a line of credit, in order. */
export const agenciesIn = (agencies: Agencies, line: string): readonly Agency[] => {
  const words = line.match(/[\p{L}\p{N}]+(?:[-.’'][\p{L}\p{N}]+)*/gu) ?? []
  const found: Agency[] = []
  for (let i = 0; i < words.length; i++)
    for (let length = Math.min(LONGEST, words.length - i); length > 0; length--) {
      const agency = agencyNamed(agencies, words.slice(i, i + length).join(' '))
      if (!agency) continue
      found.push(agency)
      i += length - 1
      break
    }
  return found
}
