import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Claim } from '../src/claim.js'
import { lemmaOf, storyOf, type Traits, traitsOf } from '../src/link/traits.js'
import { openReader } from '../src/pipeline.js'
import { overlaps, type Span, sliceOf } from '../src/report.js'
import { type EcbDocument, readEcb } from './ecbplus.js'

const ROOT = resolve(import.meta.dirname, '..')
const CACHE = join(ROOT, 'node_modules/.cache/herodot')

/** A claim that the program itself read in a sentence of ECB+ whose coreference was checked. */
export interface ReadMention {
  readonly id: string
  readonly topic: string
  /** Stem of the trigger. */
  readonly lemma: string
  /** Null where it is a claim of a state. */
  readonly traits: Traits | null
  /** The gold mention that its trigger stands on, and its event; null where there is none. */
  readonly gold: { readonly id: string; readonly event: string } | null
}

/**
 * The program's own reading of a part of ECB+, as mentions that may be of one event. One claim stands for all of one trigger.
 * Only the sentences that count are read, one after another as if they were the whole text.
 */
export const readMentions = async (part: 'train' | 'dev'): Promise<readonly ReadMention[]> => {
  const documents = readEcb(part)
  const claims = await claimsOf(part, documents)
  return documents.flatMap((document) => mentionsOf(document, claims[document.report.id]!))
}

const mentionsOf = ({ topic, report, mentions, checked }: EcbDocument, claims: readonly Claim[]): readonly ReadMention[] => {
  const excerpt = excerptOf(report.text, checked)
  const own = claims.map((claim, n) => ({
    id: `${report.id}#${String(n).padStart(4, '0')}`,
    report: report.id,
    claim,
    sentence: sliceOf(excerpt, claim.sentence),
  }))
  const story = storyOf(report, own)
  const shifts = checked.map((sentence, n) => sentence.start - excerptOf(report.text, checked.slice(0, n)).length)
  const starts = checked.map((sentence, n) => sentence.start - shifts[n]!)
  const taken = new Set<string>()
  const triggers = new Set<number>()
  return own.flatMap((one) => {
    const { start, end } = one.claim.trigger.span
    if (triggers.has(start)) return []
    triggers.add(start)
    const shift = shifts[starts.findLastIndex((first) => first <= start)]!
    const trigger = { start: start + shift, end: end + shift }
    const gold = mentions.find((mention) => !taken.has(mention.traits.id) && overlaps(mention, trigger))
    if (gold) taken.add(gold.traits.id)
    const event = gold ? { id: gold.traits.id, event: gold.event } : null
    return [{ id: one.id, topic, lemma: lemmaOf(one.claim.trigger.text), traits: traitsOf(one, report, story), gold: event }]
  })
}

const excerptOf = (text: string, sentences: readonly Span[]): string => sentences.map((span) => `${sliceOf(text, span)}\n`).join('')

/** Reading takes a while, so it is kept until the reader changes. */
const claimsOf = async (part: string, documents: readonly EcbDocument[]): Promise<{ readonly [report: string]: readonly Claim[] }> => {
  const { hash } = JSON.parse(readFileSync(join(ROOT, 'model/manifest.json'), 'utf8')) as { hash: string }
  const stages = ['parse', 'resolve', 'code'].map((stage) =>
    execFileSync('git', ['rev-parse', '--short', `HEAD:src/${stage}`], { cwd: ROOT, encoding: 'utf8' }).trim(),
  )
  const file = join(CACHE, `ecb-${part}-${hash.slice(0, 8)}-${stages.join('-')}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as { [report: string]: readonly Claim[] }
  const reader = await openReader()
  const claims: { [report: string]: readonly Claim[] } = {}
  for (const { report, checked } of documents) {
    const { id, publisher, title, byline, published } = report
    const text = excerptOf(report.text, checked)
    const sha256 = { raw: '', text: '' }
    const read = await reader.read({ doc: id, publisher, url: null, title, byline, published, language: 'eng', text, sha256 })
    claims[id] = read.claims
  }
  await reader.close()
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(file, JSON.stringify(claims))
  return claims
}
