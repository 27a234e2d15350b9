import { readKnowledge } from '../place/table.js'
import { cellValues } from './knowledge.js'

type Name =
  | 'determiners'
  | 'prepositions'
  | 'participles'
  | 'by-others'
  | 'owning'
  | 'sectoral'
  | 'titles'
  | 'no-one-country'
  | 'diplomats'
  | 'office-titles'
  | 'members'
  | 'heads-of-state'
  | 'particles'
  | 'state-acts'
  | 'documents'
  | 'heads-of-anything'
  | 'vague-migrants'
  | 'two-parties'
  | 'vague-people'
  | 'relational'
  | 'experts'
  | 'not-short-names'
  | 'definite'
  | 'before-objects'
  | 'indefinite'
  | 'plurals'
  | 'collectives'
  | 'organisation-words'
  | 'complements'
  | 'not-in-phrases'
  | 'not-names'
  | 'speech'
  | 'speech-skipped'
  | 'institutions'
  | 'group-nouns'
  | 'person-nouns'
  | 'neutral-persons'
  | 'small-words'
  | 'common-name-words'

let sets: ReadonlyMap<string, ReadonlySet<string>> | null = null

/** A set of small words of `knowledge/actor-words.tsv`, in their normal form. */
export const wordSet = (name: Name): ReadonlySet<string> => {
  sets ??= new Map(readKnowledge<'set' | 'words' | 'note'>('actor-words.tsv').map((row) => [row.set, new Set(cellValues(row.words))]))
  const words = sets.get(name)
  if (!words) throw new Error(`knowledge/actor-words.tsv: no set "${name}"`)
  return words
}
