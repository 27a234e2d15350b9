import type { Report, Span } from '../../report.js'
import { type CountryMention, countriesIn } from '../place/countries.js'
import { type Alias, codingOn, type KnownActor, type KnownRow, knowledge } from './knowledge.js'
import { findNames, type ProperRun, properRuns } from './names.js'
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

/** A word or name that speaks for a country, where it stands. */
export interface CountryHint {
  readonly at: number
  readonly country: string
  readonly weight: number
}

/** What the whole report says that bears on its actors. */
export interface Ground {
  readonly text: string
  readonly sentences: readonly Span[]
  readonly words: readonly Word[]
  readonly runs: readonly ProperRun[]
  /** Known actors by the index of their first word. */
  readonly known: ReadonlyMap<number, KnownMention>
  readonly countries: readonly CountryMention[]
  readonly hints: readonly CountryHint[]
  /** How much the report speaks of each country. */
  readonly weights: ReadonlyMap<string, number>
  /** The country that the report is most about, null where none is named. */
  readonly country: string | null
  /** Share of the report's mentions of countries that are of that one, 0 to 1. */
  readonly share: number
  /** Where the dateline ends ("BAGHDAD, Oct. 3 (Agency) — "), 0 without one. */
  readonly datelineEnd: number
  /** ISO 8601 date at any precision: of publication, or failing that the dateline's or the latest year of the text. */
  readonly date: string | null
}

export interface ReportText extends Pick<Report, 'text' | 'published' | 'publisher' | 'title'> {}

/** A place of the report and its country, as the place stage found it. */
export interface PlacedSpan {
  readonly span: Span
  readonly country: string | null
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const DATELINE = /\b(\d{1,2})\s+(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?,?\s+(\d{4}|\d{2})\b/i
const YEAR = /\b(19[89]\d|20[0-3]\d)\b/g
const HEADER_LENGTH = 300

/** A place, perhaps a date and an agency, then a dash. */
const DATELINE_END =
  /^(?:[^\n]{0,120}\n)?\s*[\p{Lu}][\p{L}.'’ ]{1,40}(?:,[^\n—–]{1,60})?\s*(?:\([^)\n]{1,60}\)\s*)?(?:--|—|–|_|\s-\s)\s*(?:\[[^\]]{1,20}\]\s*)?/u

/** When a report without a date was written: its dateline, else the latest year that it names. */
const dateOfText = (text: string): string | null => {
  const line = DATELINE.exec(text.slice(0, HEADER_LENGTH))
  if (line) {
    const year = line[3]!.length === 4 ? line[3]! : Number(line[3]) > 50 ? `19${line[3]}` : `20${line[3]}`
    return `${year}-${String(MONTHS.indexOf(line[2]!.toLowerCase()) + 1).padStart(2, '0')}-${line[1]!.padStart(2, '0')}`
  }
  const years = [...text.matchAll(YEAR)].map((match) => match[1]!)
  return years.length > 0 ? years.reduce((a, b) => (a > b ? a : b)) : null
}

const LABELS = new Set(['IGO', 'UNO', 'EUR', 'NGO', 'IMG', 'MNC'])

/** True for a country's code, false for a label of a body across borders. */
export const isCountry = (code: string | null): code is string => code !== null && !LABELS.has(code)

/** A person is not recognised by a bare surname longer than this before the first office (years). */
const YEARS_BEFORE = 10

const yearOf = (date: string): number => Number(date.slice(0, 4))

const tooEarly = (actor: KnownActor, date: string | null): boolean => {
  const from = actor.rows[0]!.from
  return date !== null && from !== '' && yearOf(date) < yearOf(from) - YEARS_BEFORE
}

interface Choice {
  readonly alias: Alias
  readonly actor: KnownActor
  readonly row: KnownRow
  readonly score: number
}

const choose = (
  aliases: readonly Alias[],
  date: string | null,
  weights: ReadonlyMap<string, number>,
  named: ReadonlySet<string>,
): Choice | null => {
  let best: Choice | null = null
  for (const alias of aliases) {
    const actor = knowledge().actors.get(alias.id)!
    const row = codingOn(actor, date)
    const active =
      date === null ||
      ((row.from === '' || row.from <= date) && (row.to === '' || row.to.slice(0, date.length) >= date.slice(0, row.to.length)))
    const weight = isCountry(row.country) ? (weights.get(row.country) ?? 0) : 1
    const supported = weight > 0 || named.has(alias.id)
    if (tooEarly(actor, date) || (alias.weak && !supported)) continue
    const score = (named.has(alias.id) ? 4 : 0) + (active ? 2 : 0) + (alias.weak ? 0 : 1) + Math.min(weight, 20) / 10
    if (!best || score > best.score) best = { alias, actor, row, score }
  }
  return best
}

const runText = (words: readonly Word[], run: ProperRun): string =>
  words
    .slice(run.first, run.end)
    .map((word) => word.norm)
    .join(' ')

const knownIn = (
  words: readonly Word[],
  runs: readonly ProperRun[],
  date: string | null,
  weights: ReadonlyMap<string, number>,
): ReadonlyMap<number, KnownMention> => {
  const matches = findNames(words)
  const named = new Set(matches.flatMap((match) => match.aliases.filter((alias) => !alias.weak).map((alias) => alias.id)))
  const fullNames = runs.filter((run) => run.end - run.first > 1).map((run) => runText(words, run))
  const found = new Map<number, KnownMention>()
  for (const match of matches) {
    const choice = choose(match.aliases, date, weights, named)
    if (!choice) continue
    if (choice.alias.weak && choice.actor.person && !named.has(choice.actor.id)) {
      // another bearer of the surname stands in the report under a full name
      const surname = words[match.end - 1]!.norm
      if (
        fullNames.some(
          (name) =>
            name.endsWith(` ${surname}`) &&
            !/(?:president|minister|leader|chancellor|premier|secretary|gen|general|king|mr|mrs|ms|dr|senator|candidate) \S+$/.test(name),
        )
      )
        continue
    }
    found.set(match.first, { first: match.first, end: match.end, actor: choice.actor, row: choice.row })
  }
  return found
}

const CAPITAL_WEIGHT = 0.7
const KNOWN_WEIGHT = 0.6
const TITLE_WEIGHT = 2
const PLACE_WEIGHT = 1

const add = (weights: Map<string, number>, country: string, weight: number): void => {
  weights.set(country, (weights.get(country) ?? 0) + weight)
}

const topOf = (weights: ReadonlyMap<string, number>): string | null => {
  let top: string | null = null
  let most = 0
  for (const [country, weight] of weights)
    if (weight > most) {
      top = country
      most = weight
    }
  return top
}

/** Reads what the whole report says that bears on its actors. */
export const groundOf = (report: ReportText, sentences: readonly Span[], places: readonly PlacedSpan[] = []): Ground => {
  const { text } = report
  const words = wordsOf(text)
  const runs = properRuns(text, words)
  const date = report.published ?? dateOfText(text)
  const countries = countriesIn(text)
  const hints: CountryHint[] = countries.map((mention) => ({ at: mention.span.start, country: mention.country, weight: 1 }))
  const weights = new Map<string, number>()
  for (const mention of countries) add(weights, mention.country, 1)
  for (const mention of countriesIn(report.title ?? '')) add(weights, mention.country, TITLE_WEIGHT)
  for (const place of places)
    if (place.country !== null && !countries.some((mention) => mention.span.start === place.span.start)) {
      add(weights, place.country, PLACE_WEIGHT)
      hints.push({ at: place.span.start, country: place.country, weight: PLACE_WEIGHT })
    }
  const known = knownIn(words, runs, date, weights)
  for (const mention of known.values()) {
    const at = words[mention.first]!.start
    if (!isCountry(mention.row.country) || countries.some((country) => country.span.start === at)) continue
    const weight = mention.row.kind === 'state' ? CAPITAL_WEIGHT : KNOWN_WEIGHT
    add(weights, mention.row.country, weight)
    hints.push({ at, country: mention.row.country, weight })
  }
  hints.sort((a, b) => a.at - b.at)
  const country = topOf(weights)
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const share = country === null ? 0 : weights.get(country)! / total
  return {
    text,
    sentences,
    words,
    runs,
    known,
    countries,
    hints,
    weights,
    country,
    share,
    datelineEnd: DATELINE_END.exec(text.slice(0, HEADER_LENGTH))?.[0].length ?? 0,
    date,
  }
}
