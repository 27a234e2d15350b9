import type { Report, Span } from '../../report.js'
import { type CountryMention, countriesIn } from '../place/countries.js'
import { type ProperRun, properRuns } from './names.js'
import { isCountry, type KnownMention, recognise } from './recognise.js'
import { wordSet } from './word-sets.js'
import { firstWordAt, type Word, wordsOf } from './words.js'

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
  /** The country of the body that published the report, where it is one of a state. */
  readonly publisherCountry: string | null
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

/** Runs of capitals without the words that only open a sentence ("Though Georgetown"). */
const namesAmong = (words: readonly Word[], runs: readonly ProperRun[]): ProperRun[] =>
  runs.flatMap(({ first, end }) => {
    let from = first
    while (from < end && wordSet('not-names').has(words[from]!.norm)) from++
    return from < end ? [{ first: from, end }] : []
  })

/** The country of a publisher that is a known body of a state, null for newsrooms and others. */
const publisherCountryOf = (publisher: string | null, date: string | null): string | null => {
  if (publisher === null) return null
  const words = wordsOf(publisher)
  const own = [...recognise(publisher, words, properRuns(publisher, words), { date, weights: new Map() }).values()].at(-1)?.row
  return own && isCountry(own.country) && own.sector !== 'JRN' ? own.country : null
}

const LOCATES = /\b(?:in|at|near|from|of|to|around|outside|inside|across|towards?|north|south|east|west)\s+(?:the\s+)?$/i

/** False where a place's name is only part of a longer name, or a surname of the report ("Guillermo Medina"). */
const standsAlone = (text: string, words: readonly Word[], runs: readonly ProperRun[], span: Span): boolean => {
  const first = firstWordAt(words, span.start)
  const end = firstWordAt(words, span.end)
  const run = runs.find((candidate) => candidate.first <= first && candidate.end >= end)
  if (run && (run.first < first || run.end > end)) return LOCATES.test(text.slice(Math.max(0, span.start - 20), span.start))
  const last = words[end - 1]?.norm
  return !runs.some((other) => other.end - other.first > end - first && words[other.end - 1]!.norm === last && other.end !== end)
}

/** Reads what the whole report says that bears on its actors. */
export const groundOf = (report: ReportText, sentences: readonly Span[], places: readonly PlacedSpan[] = []): Ground => {
  const { text } = report
  const words = wordsOf(text)
  const runs = namesAmong(words, properRuns(text, words))
  const date = report.published ?? dateOfText(text)
  const countries = countriesIn(text)
  const hints: CountryHint[] = countries.map((mention) => ({ at: mention.span.start, country: mention.country, weight: 1 }))
  const weights = new Map<string, number>()
  for (const mention of countries) add(weights, mention.country, 1)
  for (const mention of countriesIn(report.title ?? '')) add(weights, mention.country, TITLE_WEIGHT)
  for (const place of places)
    if (
      place.country !== null &&
      standsAlone(text, words, runs, place.span) &&
      !countries.some((mention) => mention.span.start === place.span.start)
    ) {
      add(weights, place.country, PLACE_WEIGHT)
      hints.push({ at: place.span.start, country: place.country, weight: PLACE_WEIGHT })
    }
  const known = recognise(text, words, runs, { date, weights })
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
    publisherCountry: publisherCountryOf(report.publisher, date),
    datelineEnd: DATELINE_END.exec(text.slice(0, HEADER_LENGTH))?.[0].length ?? 0,
    date,
  }
}
