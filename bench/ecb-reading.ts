import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Claim } from '../src/claim.js'
import { lemmaOf, storyOf, type Traits, traitsOf } from '../src/link/traits.js'
import { openReader } from '../src/pipeline.js'
import { overlaps, sliceOf } from '../src/report.js'
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

/** The program's own reading of a part of ECB+, as mentions that may be of one event. One claim stands for all of one trigger. */
export const readMentions = async (part: 'train' | 'dev'): Promise<readonly ReadMention[]> => {
  const documents = readEcb(part)
  const claims = await claimsOf(part, documents)
  return documents.flatMap((document) => mentionsOf(document, claims[document.report.id]!))
}

const mentionsOf = ({ topic, report, mentions, checked }: EcbDocument, claims: readonly Claim[]): readonly ReadMention[] => {
  const own = claims.map((claim, n) => ({
    id: `${report.id}#${String(n).padStart(4, '0')}`,
    report: report.id,
    claim,
    sentence: sliceOf(report.text, claim.sentence),
  }))
  const story = storyOf(report, own)
  const taken = new Set<string>()
  return own
    .filter(({ claim }, n) => {
      const { start } = claim.trigger.span
      return (
        checked.some((sentence) => start >= sentence.start && start < sentence.end) &&
        claims.findIndex((one) => one.trigger.span.start === start) === n
      )
    })
    .map((one) => {
      const gold = mentions.find((mention) => !taken.has(mention.traits.id) && overlaps(mention, one.claim.trigger.span))
      if (gold) taken.add(gold.traits.id)
      return {
        id: one.id,
        topic,
        lemma: lemmaOf(one.claim.trigger.text),
        traits: traitsOf(one, report, story),
        gold: gold ? { id: gold.traits.id, event: gold.event } : null,
      }
    })
}

/** Reading takes minutes, so it is kept until the reader changes. */
const claimsOf = async (part: string, documents: readonly EcbDocument[]): Promise<{ readonly [report: string]: readonly Claim[] }> => {
  const { hash } = JSON.parse(readFileSync(join(ROOT, 'model/manifest.json'), 'utf8')) as { hash: string }
  const stages = ['parse', 'resolve', 'code'].map((stage) =>
    execFileSync('git', ['rev-parse', '--short', `HEAD:src/${stage}`], { cwd: ROOT, encoding: 'utf8' }).trim(),
  )
  const file = join(CACHE, `ecb-${part}-${hash.slice(0, 8)}-${stages.join('-')}.json`)
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as { [report: string]: readonly Claim[] }
  const reader = await openReader()
  const claims: { [report: string]: readonly Claim[] } = {}
  for (const { report } of documents) {
    const { id, publisher, title, byline, published, text } = report
    const sha256 = { raw: '', text: '' }
    const read = await reader.read({ doc: id, publisher, url: null, title, byline, published, language: 'eng', text, sha256 })
    claims[id] = read.claims
  }
  await reader.close()
  mkdirSync(CACHE, { recursive: true })
  writeFileSync(file, JSON.stringify(claims))
  return claims
}
