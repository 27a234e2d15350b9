/**
 * Measures times and figures against gold: values of the words that gold links, on the coded training reports or a folder of gold
 * (`training/coded.py gold`), with what went wrong by the way a value was found; detection and values on TempEval and WikiWars.
 * Half of the documents of the two corpora (by a hash of the file's name) are for development, the other half only for measuring.
 *
 * npx tsx bench/time.ts [GOLD_DIR] [--held] [--errors claims|figures|value|missed|extra|span [--wikiwars]]
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Status } from '../src/claim.js'
import { splitSentences } from '../src/parse/sentences.js'
import { type Span, spanKey } from '../src/report.js'
import { findFigures, readFigure } from '../src/resolve/figure/index.js'
import { type Genre, resolveTimes, type TimeReading, timesOfClaims } from '../src/resolve/time/index.js'

const DATA = resolve(import.meta.dirname, '../../shared/data')
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { held: { type: 'boolean', default: false }, errors: { type: 'string' }, wikiwars: { type: 'boolean', default: false } },
})
const { held, errors } = options

interface GoldTime {
  readonly span: Span
  readonly value: string
  readonly type: string
}
interface GoldDocument {
  readonly name: string
  readonly text: string
  readonly published: string | null
  readonly times: readonly GoldTime[]
}

const isHeld = (name: string): boolean => Number.parseInt(createHash('sha256').update(name).digest('hex')[0]!, 16) % 2 === 1
const percent = (part: number, whole: number): string => (whole === 0 ? '-' : ((100 * part) / whole).toFixed(1))
const fScore = (hits: number, found: number, gold: number): string => percent(2 * hits, found + gold)

// --- corpora ---

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The text of inline mark-up and the outermost elements of one tag in it. */
const readInline = (markup: string, tag: string): { text: string; times: GoldTime[] } => {
  let text = ''
  const times: GoldTime[] = []
  const open: { start: number; attributes: string }[] = []
  for (const piece of markup.match(/<[^>]+>|&\w+;|[^<&]+|[<&]/g) ?? []) {
    if (piece.startsWith(`<${tag}`)) open.push({ start: text.length, attributes: piece })
    else if (piece === `</${tag}>`) {
      const { start, attributes } = open.pop()!
      const attribute = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
      if (open.length === 0)
        times.push({ span: { start, end: text.length }, value: attribute('value') || attribute('val'), type: attribute('type') })
    } else if (!/^<./.test(piece)) text += ENTITIES[piece] ?? piece
  }
  return { text, times }
}

const readTempEval = (): GoldDocument[] =>
  ['TimeBank', 'AQUAINT'].flatMap((part) =>
    readdirSync(join(DATA, 'tempeval', part))
      .filter((name) => name.endsWith('.tml'))
      .sort()
      .map((name) => {
        const markup = readFileSync(join(DATA, 'tempeval', part, name), 'utf8')
        const published = /<DCT>.*?value="(\d{4}-\d\d-\d\d)/s.exec(markup)?.[1] ?? null
        return { name, published, ...readInline(/<TEXT>(.*?)<\/TEXT>/s.exec(markup)![1]!, 'TIMEX3') }
      }),
  )

const readWikiWars = (): GoldDocument[] =>
  readdirSync(join(DATA, 'wikiwars/keyinline'))
    .sort()
    .map((name) => {
      const markup = readFileSync(join(DATA, 'wikiwars/keyinline', name), 'utf8')
      return { name, published: '2009-12-19', ...readInline(/<TEXT>(.*?)<\/TEXT>/s.exec(markup)![1]!, 'TIMEX2') }
    })

/** One spelling for values that say the same: `198` and `198X`, `W8` and `W08`, `PT24H` and `P1D`. */
const normal = (value: string): string =>
  value
    .replace(/^(\d{3})X$/, '$1')
    .replace(/-W(\d)(?!\d)/, '-W0$1')
    .replace(/^P(\d+)DE$/, 'P$10Y')
    .replace(/^P(\d+)CE$/, 'P$100Y')
    .replace('PT24H', 'P1D')

const show = (text: string): string => text.replace(/\s+/g, ' ')

const measureDocuments = (title: string, documents: readonly GoldDocument[], genre?: Genre): void => {
  const count = { gold: 0, found: 0, strict: 0, relaxed: 0, value: 0, strictValue: 0 }
  for (const { name, text, published, times } of documents) {
    const found = resolveTimes(text, splitSentences(text), published, genre === undefined ? {} : { genre })
    count.gold += times.length
    count.found += found.length
    const used = new Set<TimeReading>()
    for (const gold of times) {
      const around = (one: { span: Span }): string =>
        show(
          `${text.slice(Math.max(0, one.span.start - 50), one.span.start)}[${text.slice(one.span.start, one.span.end)}]${text.slice(one.span.end, one.span.end + 30)}`,
        )
      const match =
        found.find((one) => one.span.start === gold.span.start && one.span.end === gold.span.end) ??
        found.find((one) => !used.has(one) && one.span.start < gold.span.end && gold.span.start < one.span.end)
      if (match === undefined) {
        if (errors === 'missed') console.log(`missed ${name} ${gold.value} ${around(gold)}`)
        continue
      }
      used.add(match)
      count.relaxed += 1
      const strict = match.span.start === gold.span.start && match.span.end === gold.span.end
      const right = normal(match.timex ?? '') === normal(gold.value)
      if (strict) count.strict += 1
      if (right) count.value += 1
      if (strict && right) count.strictValue += 1
      if (!strict && errors === 'span')
        console.log(`span   ${name} ${around(gold)} found [${show(text.slice(match.span.start, match.span.end))}]`)
      if (!right && errors === 'value')
        console.log(`value  ${name} (${published}) ${gold.value} found ${match.timex} ${match.how} ${around(gold)}`)
    }
    if (errors === 'extra')
      for (const one of found)
        if (!used.has(one))
          console.log(
            `extra  ${name} ${show(`${text.slice(Math.max(0, one.span.start - 50), one.span.start)}[${text.slice(one.span.start, one.span.end)}]${text.slice(one.span.end, one.span.end + 30)}`)} ${one.kind}`,
          )
  }
  const { gold, found } = count
  console.log(
    `${title}: ${documents.length} documents, ${gold} gold, ${found} found; strict P ${percent(count.strict, found)} R ${percent(count.strict, gold)} F1 ${fScore(count.strict, found, gold)}; ` +
      `relaxed P ${percent(count.relaxed, found)} R ${percent(count.relaxed, gold)} F1 ${fScore(count.relaxed, found, gold)}; value F1 ${fScore(count.value, found, gold)} (accuracy ${percent(count.value, count.relaxed)})`,
  )
}

// --- coded reports ---

interface CodedReport {
  readonly name: string
  readonly text: string
  readonly published: string | null
  readonly sentences: readonly Span[]
  readonly claims: readonly {
    readonly trigger: Span
    readonly status: Status
    readonly time: { readonly span: Span | null; readonly value: string | null }
    readonly figures: readonly (Bounds & { readonly span: Span; readonly of: string | null })[]
  }[]
}
interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** The span that a coded text names: `"12|words"` is of sentence 12, `"words#2"` the second occurrence. */
const locate = (text: string, sentences: readonly Span[], s: number, coded: string): Span | null => {
  const [, other, words, nth] = /^(?:(\d+)\|)?(.*?)(?:#(\d+))?$/s.exec(coded)!
  const sentence = sentences[other === undefined ? s : Number(other)]!
  let start = sentence.start - 1
  for (let left = Number(nth ?? 1); left > 0; left -= 1) {
    start = text.indexOf(words!, start + 1)
    if (start === -1) return null
  }
  return start < sentence.end ? { start, end: start + words!.length } : null
}

const spansOf = (pairs: readonly (readonly [number, number])[]): Span[] => pairs.map(([start, end]) => ({ start, end }))

/** Reports coded with words quoted, as in `claims/train`. */
const readTrain = (): CodedReport[] => {
  const folder = join(DATA, 'claims/train')
  const files = readdirSync(folder).filter((file) => file.endsWith('.claims.json'))
  return files.sort().map((file) => {
    const name = file.replace('.claims.json', '')
    const { text, published, ...report } = JSON.parse(readFileSync(join(folder, `${name}.report.json`), 'utf8'))
    const sentences = spansOf(report.sentences)
    const at = (s: number, words: string | null): Span | null => (words === null ? null : locate(text, sentences, s, words))
    const { claims } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
    return {
      name,
      text,
      published,
      sentences,
      // biome-ignore lint/suspicious/noExplicitAny: the coded form is checked where it is made
      claims: claims.map((claim: any) => ({
        trigger: at(claim.s, claim.trigger)!,
        status: claim.status,
        time: { span: at(claim.s, claim.time.text), value: claim.time.value },
        // biome-ignore lint/suspicious/noExplicitAny: the same
        figures: claim.figures.flatMap((figure: any) => {
          const span = at(claim.s, figure.text)
          return span ? [{ ...figure, span }] : []
        }),
      })),
    }
  })
}

/** Reports coded with spans, as `training/coded.py gold` writes them. */
const readGold = (folder: string): CodedReport[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.gold.json'))
    .sort()
    .map((file) => {
      const report = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      // biome-ignore lint/suspicious/noExplicitAny: the coded form is checked where it is made
      const claims = report.claims.map((claim: any) => ({ ...claim, trigger: claim.trigger.span }))
      return { ...report, name: report.doc, sentences: spansOf(report.sentences), claims }
    })

const measureClaimTimes = (title: string, reports: readonly CodedReport[]): void => {
  const count = { given: 0, right: 0, falsely: 0, dated: 0, datedRight: 0 }
  const causes = new Map<string, number>()
  for (const { name, text, published, sentences, claims } of reports) {
    const readings = resolveTimes(text, sentences, published)
    const times = timesOfClaims(
      claims.map(({ trigger, status, time }) => ({ trigger, status, time: time.span })),
      readings,
      { text, published },
    )
    for (const { trigger, status, time } of claims) {
      if (time.span === null) continue
      const { value, how } = times.get(spanKey(trigger))!
      const right = value === time.value
      count.given += 1
      if (right) count.right += 1
      if (time.value !== null) count.dated += 1
      if (time.value !== null && right) count.datedRight += 1
      if (time.value === null && value !== null) count.falsely += 1
      if (right) continue
      const cause = value === null ? `none (${how})` : time.value === null ? `one too many (${how})` : `other (${how})`
      causes.set(cause, (causes.get(cause) ?? 0) + 1)
      if (errors === 'claims')
        console.log(
          `claim  ${name} (${published}) ${status} ${text.slice(trigger.start, trigger.end)} [${show(text.slice(time.span.start, time.span.end))}] gold ${time.value} read ${value} ${how}: ${show(text.slice(Math.max(0, time.span.start - 60), time.span.end + 40))}`,
        )
    }
  }
  console.log(
    `${title}: time value right ${percent(count.right, count.given)} of ${count.given} with words; where gold has a value ${percent(count.datedRight, count.dated)} of ${count.dated}; ${count.falsely} values where gold has none`,
  )
  console.log(
    `  wrong: ${[...causes]
      .sort((a, b) => b[1] - a[1])
      .map(([cause, times]) => `${times} ${cause}`)
      .join(', ')}`,
  )
}

const measureFigures = (title: string, reports: readonly CodedReport[]): void => {
  const count = { figures: 0, right: 0, found: 0, counted: 0 }
  for (const { text, published, sentences, claims } of reports) {
    const times = resolveTimes(text, sentences, published).map(({ span }) => span)
    const figures = findFigures(text, times)
    for (const figure of claims.flatMap((claim) => claim.figures)) {
      const at = figure.span
      const words = text.slice(at.start, at.end)
      const value = readFigure(words)
      count.figures += 1
      if (value?.low === figure.low && value?.high === figure.high) count.right += 1
      else if (errors === 'figures') console.log(`figure ${words}: ${figure.low}..${figure.high} read ${value?.low}..${value?.high}`)
      const match = figures.find(({ span }) => span.start === at.start && span.end === at.end)
      if (match) count.found += 1
      if (match?.of && figure.of && match.of.text === figure.of) count.counted += 1
    }
  }
  console.log(
    `${title}: figure bounds right ${percent(count.right, count.figures)} of ${count.figures}; found with the same span ${percent(count.found, count.figures)}; same thing counted ${percent(count.counted, count.figures)}`,
  )
}

if (!existsSync(DATA)) throw new Error(`bench: ${DATA} is not there`)
const half = (documents: readonly GoldDocument[]): GoldDocument[] => documents.filter(({ name }) => isHeld(name) === held)
const side = held ? 'held-out half' : 'development half'
if (!options.wikiwars) {
  const [folder] = positionals
  const reports = folder === undefined ? readTrain() : readGold(folder)
  measureClaimTimes(folder ?? 'claims/train', reports)
  measureFigures(folder ?? 'claims/train', reports)
  measureDocuments(`tempeval, ${side}`, half(readTempEval()))
}
if (errors === undefined || options.wikiwars) measureDocuments(`wikiwars, ${side}`, half(readWikiWars()))
