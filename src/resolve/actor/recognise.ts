import { type Alias, codingOn, type KnownActor, type KnownRow, knowledge, type Sector, stateOf } from './knowledge.js'
import { findNames, type NameMatch, type ProperRun } from './names.js'
import { wordSet } from './word-sets.js'
import { type Word, wordsOf } from './words.js'

/** A known actor named in the report. */
export interface KnownMention {
  /** Word indices, end exclusive. */
  readonly first: number
  readonly end: number
  readonly actor: KnownActor
  /** The coding that holds when the report was published. */
  readonly row: KnownRow
}

const LABELS = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'IMG', 'MNC'])

/** True for a country's code, false for a label of a body across borders. */
export const isCountry = (code: string | null): code is string => code !== null && !LABELS.has(code)

/** What names are judged by: when the report was written and how much it speaks of each country. */
export interface Setting {
  readonly date: string | null
  readonly weights: ReadonlyMap<string, number>
}

/** Years before a person's first office in which the name is still taken for another's. */
const YEARS_BEFORE = 10

const yearOf = (date: string): number => Number(date.slice(0, 4))

const isTooEarly = (actor: KnownActor, date: string | null): boolean => {
  const { from } = actor.rows[0]!
  return date !== null && from !== '' && yearOf(date) < yearOf(from) - YEARS_BEFORE
}

const isActive = (row: KnownRow, date: string | null): boolean =>
  date === null ||
  ((row.from === '' || row.from <= date) && (row.to === '' || row.to.slice(0, date.length) >= date.slice(0, row.to.length)))

const OF_OFFICE = new Set<Sector>(['GOV', 'MIL', 'SPY', 'COP', 'LEG', 'JUD'])

/** A person's coding on a date; those out of office are of the elites, save former heads of state and government. */
const rowOn = (actor: KnownActor, date: string | null): KnownRow => {
  const row = codingOn(actor, date)
  const out = actor.person && date !== null && row.to !== '' && row.to.slice(0, date.length) < date.slice(0, row.to.length)
  return out && OF_OFFICE.has(row.sector) && !wordSet('heads-of-state').has(row.role ?? '') ? { ...row, sector: 'ELI' } : row
}

const supportOf = (row: KnownRow, { weights }: Setting): number => (isCountry(row.country) ? (weights.get(row.country) ?? 0) : 1)

/** The actor that a name most likely means: one active at the time, of a country that the report speaks of. */
const likeliest = (aliases: readonly Alias[], setting: Setting): { readonly actor: KnownActor; readonly row: KnownRow } | null => {
  let best: { actor: KnownActor; row: KnownRow; score: number } | null = null
  for (const alias of aliases) {
    const actor = knowledge().actors.get(alias.id)!
    const row = rowOn(actor, setting.date)
    const support = supportOf(row, setting)
    if (isTooEarly(actor, setting.date) || (alias.weak && support === 0)) continue
    const score = (isActive(row, setting.date) ? 2 : 0) + (alias.weak ? 0 : 1) + Math.min(support, 20) / 10
    if (!best || score > best.score) best = { actor, row, score }
  }
  return best
}

let surnames: ReadonlyMap<string, readonly KnownActor[]> | null = null

const bySurname = (surname: string): readonly KnownActor[] => {
  if (!surnames) {
    const map = new Map<string, KnownActor[]>()
    for (const actor of knowledge().actors.values()) {
      const last = actor.person ? wordsOf(actor.name).map((word) => word.norm) : []
      if (last.length > 1) map.set(last.at(-1)!, [...(map.get(last.at(-1)!) ?? []), actor])
    }
    surnames = map
  }
  return surnames.get(surname) ?? []
}

/** Words that an office before a surname may have. */
const OFFICE_WORDS = 3

const isOffice = (title: string, row: KnownRow): boolean => (row.role ?? '').split(/[ -]/).includes(title)

/** "Prime Minister NAME", "Secretary NAME": a bare surname after the office that a known leader held then. */
const titledLeader = (words: readonly Word[], index: number, setting: Setting): { actor: KnownActor; row: KnownRow } | null => {
  const bearers = bySurname(words[index]!.norm)
  if (bearers.length === 0) return null
  // back over "Secretary of State"
  for (let i = index - 1; i >= Math.max(0, index - OFFICE_WORDS); i--) {
    const title = words[i]!
    if (!title.capital && title.norm !== 'of') break
    if (!wordSet('office-titles').has(title.norm)) continue
    for (const actor of bearers) {
      const row = rowOn(actor, setting.date)
      if (isOffice(title.norm, row) && isActive(row, setting.date) && supportOf(row, setting) > 0) return { actor, row }
    }
  }
  return null
}

const GUARDED = /^(?:air|radio|bank|national|miss|team)$/

/** True where the word before makes the name part of another ("Air France", "National Security Council"). */
const isPartOfAnother = (words: readonly Word[], text: string, match: NameMatch): boolean => {
  const before = words[match.first - 1]
  if (!before?.capital || !GUARDED.test(before.norm)) return false
  return /^\s$/.test(text.slice(before.end, words[match.first]!.start))
}

/** "The North" and "the South" of a report on the Koreas. */
const koreas = (text: string, words: readonly Word[], setting: Setting): [number, { actor: KnownActor; row: KnownRow }][] => {
  if (!setting.weights.has('PRK')) return []
  return words.flatMap((word, index): [number, { actor: KnownActor; row: KnownRow }][] => {
    if ((word.text !== 'North' && word.text !== 'South') || words[index - 1]?.norm !== 'the') return []
    if (words[index + 1]?.capital && /^\s$/.test(text.slice(word.end, words[index + 1]!.start))) return []
    const actor = stateOf(word.text === 'North' ? 'PRK' : 'KOR')
    return actor ? [[index, { actor, row: actor.rows[0]! }]] : []
  })
}

interface Bearer {
  readonly at: number
  readonly mention: KnownMention | null
}

/** Decides which known actor each name of the report means; bare surnames mean the bearer named in full nearest before. */
export const recognise = (
  text: string,
  words: readonly Word[],
  runs: readonly ProperRun[],
  setting: Setting,
): ReadonlyMap<number, KnownMention> => {
  const found = new Map<number, KnownMention>()
  const taken = new Set<number>()
  const bearers = new Map<string, Bearer[]>()
  const bare: NameMatch[] = []
  const bear = (surname: string, bearer: Bearer): void => void bearers.set(surname, [...(bearers.get(surname) ?? []), bearer])
  const take = (match: { readonly first: number; readonly end: number }, choice: { actor: KnownActor; row: KnownRow }): void => {
    const mention = { first: match.first, end: match.end, ...choice }
    found.set(match.first, mention)
    for (let i = match.first; i < match.end; i++) taken.add(i)
    if (choice.actor.person) bear(words[match.end - 1]!.norm, { at: match.first, mention })
  }
  for (const match of findNames(words)) {
    if (isPartOfAnother(words, text, match)) continue
    const persons = match.aliases.every((alias) => alias.weak && knowledge().actors.get(alias.id)!.person)
    if (persons) bare.push(match)
    else {
      const choice = likeliest(match.aliases, setting)
      if (choice) take(match, choice)
    }
  }
  for (const { first, end } of runs) {
    if (end - first === 1 || taken.has(end - 1)) {
      const leader = taken.has(first) ? null : titledLeader(words, first, setting)
      if (leader) take({ first, end: first + 1 }, leader)
      continue
    }
    const leader = titledLeader(words, end - 1, setting)
    if (leader) take({ first: end - 1, end }, leader)
    else if (!wordSet('office-titles').has(words[end - 2]!.norm)) bear(words[end - 1]!.norm, { at: first, mention: null })
  }
  for (const match of bare) {
    if (taken.has(match.first)) continue
    const known = bearers.get(words[match.end - 1]!.norm)
    const bearer = known?.[0]
    if (bearer) {
      if (bearer.mention) take(match, { actor: bearer.mention.actor, row: bearer.mention.row })
      continue
    }
    const choice = likeliest(match.aliases, setting)
    if (choice) take(match, choice)
  }
  for (const [at, half] of koreas(text, words, setting)) if (!taken.has(at)) take({ first: at, end: at + 1 }, half)
  return new Map([...found].sort(([a], [b]) => a - b))
}
