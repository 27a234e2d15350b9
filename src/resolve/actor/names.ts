import { type Alias, knowledge } from './knowledge.js'
import { wordSet } from './word-sets.js'
import { type Word, wordsOf } from './words.js'

/** A stretch of words that spells the name of one or more known actors; `end` exclusive. */
export interface NameMatch {
  readonly first: number
  readonly end: number
  readonly aliases: readonly Alias[]
}

interface Spelling {
  readonly words: readonly Word[]
  readonly alias: Alias
}

interface Node {
  readonly next: Map<string, Node>
  readonly spellings: Spelling[]
}

const LONGEST_STRICT_ACRONYM = 5

const node = (): Node => ({ next: new Map(), spellings: [] })

const trieOf = (aliases: readonly Alias[]): Node => {
  const root = node()
  for (const alias of aliases) {
    const words = wordsOf(alias.words.replace(/^the /i, ''))
    let at = root
    for (const word of words) {
      const next = at.next.get(word.norm) ?? node()
      at.next.set(word.norm, next)
      at = next
    }
    at.spellings.push({ words, alias })
  }
  return root
}

let trie: Node | null = null

/** Letter case counts: a capital in the name needs one in the text, and a short acronym ("IS", "CARE") all capitals. */
const agrees = (spelled: Word, word: Word): boolean => {
  if (!spelled.capital) return true
  if (spelled.acronym && spelled.norm.length <= LONGEST_STRICT_ACRONYM && spelled.text.length === spelled.norm.length) return word.acronym
  if (spelled.acronym && spelled.norm.length <= 3) return word.acronym
  return word.capital
}

/** The longest known name that starts at a word, or null. */
const matchAt = (words: readonly Word[], first: number, root: Node): NameMatch | null => {
  let at: Node | undefined = root
  let found: NameMatch | null = null
  for (let i = first; i < words.length; i++) {
    at = at.next.get(words[i]!.norm)
    if (!at) break
    const fitting = at.spellings.filter(({ words: spelled }) =>
      spelled.every((word, k) => agrees(word, words[first + k]!) || (k > 0 && !word.acronym && words[first]!.capital)),
    )
    if (fitting.length > 0) found = { first, end: i + 1, aliases: fitting.map((spelling) => spelling.alias) }
  }
  return found
}

/** Names of known actors in a text, leftmost and longest first, never overlapping. Which actor is meant is not decided here. */
export const findNames = (words: readonly Word[]): NameMatch[] => {
  trie ??= trieOf(knowledge().aliases)
  const found: NameMatch[] = []
  for (let i = 0; i < words.length; i++) {
    const match = matchAt(words, i, trie)
    if (!match) continue
    found.push(match)
    i = match.end - 1
  }
  return found
}

/** A run of capitalised words, particles inside allowed, broken by any punctuation but hyphens and the dot of an initial. */
export interface ProperRun {
  readonly first: number
  readonly end: number
}

const joins = (text: string, left: Word, right: Word): boolean => {
  const between = text.slice(left.end, right.start)
  return /^[\s-]*$/.test(between) || (/^\.\s*$/.test(between) && left.text.length <= 4 && left.capital)
}

/** The runs of capitalised words of a text. A sentence's first word counts; callers judge whether it is a name. */
export const properRuns = (text: string, words: readonly Word[]): ProperRun[] => {
  const runs: ProperRun[] = []
  let i = 0
  while (i < words.length) {
    if (!words[i]!.capital && !(words[i]!.norm === 'al' && words[i + 1]?.capital)) {
      i++
      continue
    }
    let end = i + 1
    let last = end
    while (end < words.length && joins(text, words[end - 1]!, words[end]!)) {
      const word = words[end]!
      if (word.capital) last = end + 1
      else if (!wordSet('particles').has(word.norm)) break
      end++
    }
    runs.push({ first: i, end: last })
    i = last
  }
  return runs
}
