/**
 * Measures times and figures against gold: values on the coded training reports, detection and values on TempEval and WikiWars.
 * Half of the documents of the two corpora (by a hash of the file's name) are for development, the other half only for measuring.
 *
 * node -e "import('vite').then(v => v.runnerImport('./bench/time.ts'))" -- [held] [errors-claims|errors-figures|errors-value|errors-missed|errors-extra|errors-span [wikiwars]]
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { splitSentences } from '../src/parse/sentences.js'
import type { Span } from '../src/report.js'
import { findFigures, readFigure } from '../src/resolve/figure/index.js'
import { type Genre, resolveTimes, type TimeReading, timeOfClaim } from '../src/resolve/time/index.js'

const DATA = resolve(import.meta.dirname, '../../shared/data')
const held = process.argv.includes('held')
const errors = process.argv.find((word) => word.startsWith('errors'))

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
        if (errors === 'errors-missed') console.log(`missed ${name} ${gold.value} ${around(gold)}`)
        continue
      }
      used.add(match)
      count.relaxed += 1
      const strict = match.span.start === gold.span.start && match.span.end === gold.span.end
      const right = normal(match.timex ?? '') === normal(gold.value)
      if (strict) count.strict += 1
      if (right) count.value += 1
      if (strict && right) count.strictValue += 1
      if (!strict && errors === 'errors-span')
        console.log(`span   ${name} ${around(gold)} found [${show(text.slice(match.span.start, match.span.end))}]`)
      if (!right && errors === 'errors-value')
        console.log(`value  ${name} (${published}) ${gold.value} found ${match.timex} ${match.how} ${around(gold)}`)
    }
    if (errors === 'errors-extra')
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

interface CodedClaim {
  readonly s: number
  readonly status: 'actual'
  readonly time: { readonly text: string | null; readonly value: string | null }
  readonly figures: readonly {
    readonly text: string
    readonly of: string | null
    readonly low: number | null
    readonly high: number | null
  }[]
}

/** The span that a coded text names: `"12|words"` is of sentence 12, `"words#2"` the second occurrence. */
const locate = (text: string, sentences: readonly (readonly [number, number])[], s: number, coded: string): Span | null => {
  const [, other, words, nth] = /^(?:(\d+)\|)?(.*?)(?:#(\d+))?$/s.exec(coded)!
  const sentence = sentences[other === undefined ? s : Number(other)]!
  let start = sentence[0] - 1
  for (let left = Number(nth ?? 1); left > 0; left -= 1) {
    start = text.indexOf(words!, start + 1)
    if (start === -1) return null
  }
  return start < sentence[1] ? { start, end: start + words!.length } : null
}

const measureClaims = (): void => {
  const folder = join(DATA, 'claims/train')
  const time = { given: 0, right: 0, silent: 0, falsely: 0, dated: 0, datedRight: 0 }
  const seen = { figures: 0, right: 0, found: 0, counted: 0 }
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.claims.json'))
    .sort()) {
    const report = JSON.parse(readFileSync(join(folder, name.replace('.claims', '.report')), 'utf8'))
    const { claims } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { claims: CodedClaim[] }
    const sentences: Span[] = report.sentences.map(([start, end]: [number, number]) => ({ start, end }))
    const readings = resolveTimes(report.text, sentences, report.published)
    const figures = findFigures(
      report.text,
      readings.map(({ span }) => span),
    )
    for (const claim of claims) {
      for (const figure of claim.figures) {
        const words = figure.text.replace(/^\d+\|/, '').replace(/#\d+$/, '')
        const value = readFigure(words)
        const right = value?.low === figure.low && value?.high === figure.high
        seen.figures += 1
        if (right) seen.right += 1
        const at = locate(report.text, report.sentences, claim.s, figure.text)
        const match = at && figures.find(({ span }) => span.start === at.start && span.end === at.end)
        if (match) seen.found += 1
        else if (errors === 'errors-finding')
          console.log(`find   ${name} [${words}] ${at && show(report.text.slice(Math.max(0, at.start - 40), at.end + 40))}`)
        const of = match?.of
        if (of && figure.of && of.text === figure.of) seen.counted += 1
        else if (errors === 'errors-counted' && at)
          console.log(`of     ${figure.of} read ${of?.text}: ${show(report.text.slice(Math.max(0, at.start - 40), at.end + 60))}`)
        if (errors === 'errors-figures' && !right)
          console.log(`figure ${words}: ${figure.low}..${figure.high} read ${value?.low}..${value?.high}`)
      }
      if (claim.time.text === null) continue
      const span = locate(report.text, report.sentences, claim.s, claim.time.text)
      if (span === null) continue
      const value = timeOfClaim(span, readings, { text: report.text, published: report.published, status: claim.status })
      const right = value.value === claim.time.value
      time.given += 1
      if (right) time.right += 1
      if (claim.time.value !== null) {
        time.dated += 1
        if (right) time.datedRight += 1
      } else if (value.value !== null) time.falsely += 1
      if (!right && errors === 'errors-claims')
        console.log(
          `claim  ${name.replace('.claims.json', '')} (${report.published}) ${claim.s} ${claim.status} [${claim.time.text}] gold ${claim.time.value} read ${value.value} ${value.how}: ${show(report.text.slice(Math.max(sentences[claim.s]!.start, span.start - 60), span.end + 30))}`,
        )
    }
  }
  console.log(
    `claims/train: time value right ${percent(time.right, time.given)} of ${time.given} with words; where gold has a value ${percent(time.datedRight, time.dated)} of ${time.dated}; ${time.falsely} values where gold has none`,
  )
  console.log(
    `claims/train: figure bounds right ${percent(seen.right, seen.figures)} of ${seen.figures}; found with the same span ${percent(seen.found, seen.figures)}; same thing counted ${percent(seen.counted, seen.figures)}`,
  )
}

if (!existsSync(DATA)) throw new Error(`bench: ${DATA} is not there`)
const half = (documents: readonly GoldDocument[]): GoldDocument[] => documents.filter(({ name }) => isHeld(name) === held)
if (errors !== 'errors-wikiwars') measureClaims()
const side = held ? 'held-out half' : 'development half'
measureDocuments(`tempeval, ${side}`, half(readTempEval()))
if (errors === undefined || process.argv.includes('wikiwars')) measureDocuments(`wikiwars, ${side}`, half(readWikiWars()))
