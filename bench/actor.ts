/**
 * Measures actors and coreference on the coded training reports: codes and names of every actor, recipient and source, given its words.
 * Three quarters of the reports (by a hash of the name) were used to develop, the last quarter only to measure.
 *
 * npx tsx bench/actor.ts [dir=FOLDER] [first|second|held] [errors[=name]] [oracle] [noplaces]   `oracle` hands over the gold sector as the model's reading
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Span } from '../src/report.js'
import { spanKey } from '../src/report.js'
import { resolveActors } from '../src/resolve/actor/resolve.js'
import { resolveCoreference } from '../src/resolve/coreference/resolve.js'
import { findPlaces, openGazetteer, resolvePlaces } from '../src/resolve/place/index.js'

const FOLDER = resolve(
  process.argv.find((word) => word.startsWith('dir='))?.slice(4) ?? join(import.meta.dirname, '../../shared/data/claims/train'),
)
const part = (['first', 'second', 'held'] as const).find((name) => process.argv.includes(name)) ?? 'held'
const errors = process.argv.find((word) => word.startsWith('errors'))
const oracle = process.argv.includes('oracle')
const only = process.argv.find((word) => word.startsWith('doc='))?.slice(4)

/** The words of a filler in `NAME.claims.json`, or their span in `NAME.gold.json`. */
interface GoldFiller {
  readonly text?: string
  readonly source?: string | null | { readonly span: Span; readonly code: string | null }
  readonly span?: Span
  readonly name?: string | null
  readonly code?: string | null
}
interface GoldClaim {
  readonly s: number
  readonly type: string
  readonly actor: readonly GoldFiller[]
  readonly recipient: readonly GoldFiller[]
  readonly attribution: readonly GoldFiller[]
}
interface Item {
  readonly span: Span
  readonly text: string
  readonly name: string | null
  readonly code: string | null
}

type Part = 'first' | 'second' | 'held'

/** By a hash of the name: half of the reports, then a quarter, were used to develop; the last quarter only to measure. */
const partOf = (name: string): Part => {
  const digit = Number.parseInt(createHash('sha256').update(name).digest('hex')[0]!, 16)
  return digit % 2 === 0 ? 'first' : digit % 4 === 1 ? 'second' : 'held'
}
/** Without the gazetteer (`noplaces`), a report's country is told by the names of countries alone. */
const gazetteer = process.argv.includes('noplaces') ? null : openGazetteer()

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))

/** Finds the words of a gold field: in its sentence, or in that of `12|the army`; `#2` is the second occurrence. */
const locate = (text: string, sentences: readonly Span[], sentence: number, field: string): Span | null => {
  const elsewhere = /^(\d+)\|/.exec(field)
  const nth = /#(\d+)$/.exec(field)
  const words = field.slice(elsewhere?.[0].length ?? 0, nth ? -nth[0].length : undefined)
  const within = sentences[elsewhere ? Number(elsewhere[1]) : sentence]
  if (!within) return null
  let at = within.start - 1
  const isWord = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)
  let left = nth ? Number(nth[1]) : 1
  while (left > 0) {
    at = text.indexOf(words, at + 1)
    if (at < 0 || at + words.length > within.end) return null
    if (!(isWord(text[at - 1]) && isWord(words[0])) && !(isWord(text[at + words.length]) && isWord(words.at(-1)))) left--
  }
  return { start: at, end: at + words.length }
}

const plain = (name: string | null): string =>
  (name ?? '')
    .normalize('NFD')
    .replace(/[\p{M}.'’"“”]/gu, '')
    .toLowerCase()
    .replace(/-/g, ' ')
    .replace(/^(?:the|a|an) /, '')
    .replace(/\s+/g, ' ')
    .trim()

const PRONOUN =
  /^(?:he|she|it|they|him|her|them|his|hers|its|their|theirs|we|us|our|i|me|my|you|your|himself|herself|itself|themselves|who)$/i

const tally = new Map<string, { n: number; code: number; country: number; sector: number; name: number; nulls: number }>()
const count = (group: string, item: Item, code: string | null, name: string): void => {
  const row = tally.get(group) ?? { n: 0, code: 0, country: 0, sector: 0, name: 0, nulls: 0 }
  const [country, sector] = (code ?? ':').split(':')
  const [goldCountry, goldSector] = (item.code ?? ':').split(':')
  row.n++
  if (code === item.code) row.code++
  if (country === goldCountry) row.country++
  if (sector === goldSector) row.sector++
  if (plain(name) === plain(item.name ?? item.text)) row.name++
  tally.set(group, row)
}

let sentencesRead = 0
let milliseconds = 0
if (!existsSync(FOLDER)) {
  console.error(`bench: ${FOLDER} is not there`)
  process.exit(2)
}
for (const file of readdirSync(FOLDER)
  .filter((name) => /\.(?:claims|gold)\.json$/.test(name))
  .sort()) {
  const doc = file.replace(/\.(?:claims|gold)\.json$/, '')
  if (partOf(doc) !== part || (only !== undefined && !doc.includes(only))) continue
  const report = JSON.parse(readFileSync(join(FOLDER, `${doc}.report.json`), 'utf8')) as {
    text: string
    title: string | null
    publisher: string | null
    published: string | null
    sentences: [number, number][]
  }
  const gold = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as { claims: GoldClaim[] }
  // offsets of the corpus count code points
  const chars = [...report.text]
  const units: number[] = [0]
  for (const char of chars) units.push(units.at(-1)! + char.length)
  const sentences = report.sentences.map(([start, end]) => ({ start: units[start]!, end: units[end]! }))
  const items: Item[] = []
  for (const claim of gold.claims)
    for (const filler of [...claim.actor, ...claim.recipient, ...claim.attribution]) {
      const source = typeof filler.source === 'object' ? filler.source : null
      const field = filler.text ?? (typeof filler.source === 'string' ? filler.source : null)
      const given = filler.span ?? source?.span
      const span = given ?? (field ? locate(report.text, sentences, claim.s, field) : null)
      if (span)
        items.push({
          span,
          text: report.text.slice(span.start, span.end),
          name: filler.name ?? null,
          code: filler.code ?? source?.code ?? null,
        })
    }
  const links = items.map((item) => ({ span: item.span, text: item.text, sector: oracle ? (item.code?.split(':')[1] ?? null) : null }))
  const found = gazetteer ? findPlaces(report.text, gazetteer) : []
  const resolved = gazetteer ? resolvePlaces(found, report, gazetteer) : new Map<string, { readonly country: string | null }>()
  const places = found.map(({ span }) => ({ span, country: resolved.get(spanKey(span))?.country ?? null }))
  const started = performance.now()
  const entities = resolveCoreference({
    text: report.text,
    sentences,
    mentions: [],
    links: items.map((item) => item.span),
    publisher: report.publisher,
    title: report.title,
    published: report.published,
    places,
  })
  const values = resolveActors(links, { report, sentences, entities, places })
  milliseconds += performance.now() - started
  sentencesRead += sentences.length
  for (const item of items) {
    const value = values.get(spanKey(item.span))!
    const kind = PRONOUN.test(item.text)
      ? 'pronoun'
      : /^\p{Lu}/u.test(item.text) &&
          !/^(?:The|A|An|Some|Many|Several|These|Those|Most|All) /.test(item.text) &&
          /\p{Lu}/u.test(item.text.split(' ').at(-1)![0]!)
        ? 'proper'
        : 'nominal'
    count('all', item, value.code, value.name)
    count(kind, item, value.code, value.name)
    if (value.name !== item.name || kind === 'pronoun') count(`how ${value.how}`, item, value.code, value.name)
    else count(`how ${value.how}`, item, value.code, value.name)
    if (errors && value.code !== item.code && errors !== 'errors=name')
      console.log(`${doc}\t${item.text}\t${item.name}\tgold ${item.code}\tgot ${value.code}\t${value.how}\t${value.name}`)
    if (errors === 'errors=name' && plain(value.name) !== plain(item.name ?? item.text))
      console.log(
        `${doc}\t${item.text}\tgold ${item.name}\tgot ${value.name}\t${value.how}\t${report.text.slice(Math.max(0, item.span.start - 60), item.span.end + 30).replace(/\s+/g, ' ')}`,
      )
  }
}
console.log(`${part} part, ${sentencesRead} sentences, ${(milliseconds / sentencesRead).toFixed(2)} ms a sentence`)
console.log('group\tn\tcode\tcountry\tsector\tname')
for (const [group, row] of [...tally].sort(([a], [b]) => a.localeCompare(b)))
  console.log(
    [group, row.n, percent(row.code, row.n), percent(row.country, row.n), percent(row.sector, row.n), percent(row.name, row.n)].join('\t'),
  )
