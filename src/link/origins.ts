import type { Attribution, Claim } from '../claim.js'
import { splitSentences } from '../parse/sentences.js'
import { overlaps, type Span, sliceOf } from '../report.js'
import { type Agencies, agencyNamed } from './agencies.js'
import type { Copy } from './copies.js'
import { type Credit, creditOf } from './credit.js'
import type { LinkClaim, LinkReason, LinkReport } from './input.js'
import { shinglesOf } from './sketch.js'
import { shared } from './words.js'

/** Whose word something is. */
export interface Origin {
  /** The same for the same source, whichever report names it: `agency:reuters`, `publisher:the harbour post`, `source:…`. */
  readonly id: string
  readonly name: string
  /** `publisher` and `agency` speak themselves; `source` is named by them, `party` is a side's own word, `unnamed` a source of theirs without a name. */
  readonly kind: 'publisher' | 'agency' | 'source' | 'party' | 'unnamed' | 'unknown'
}

export interface ClaimOrigin {
  readonly claim: string
  readonly origin: string
  readonly reasons: readonly LinkReason[]
}

interface Voice {
  readonly origin: Origin
  readonly reasons: readonly LinkReason[]
}

/** Reports by id with what is known of their texts. */
export interface Papers {
  readonly report: (id: string) => LinkReport | undefined
  readonly copyOf: (id: string) => Copy | undefined
}

/** The origin of each claim: the innermost one who says so, or who wrote the sentence where nobody else is named. */
export const originsOf = (
  claims: readonly LinkClaim[],
  papers: Papers,
  agencies: Agencies,
): { readonly origins: readonly Origin[]; readonly claimOrigins: readonly ClaimOrigin[] } => {
  const origins = new Map<string, Origin>()
  const voices = new Map<string, (sentence: Span) => Voice>()
  const claimOrigins = claims.map(({ id, report, claim }) => {
    let voiceAt = voices.get(report)
    if (!voiceAt) {
      voiceAt = voiceOf(report, papers, agencies)
      voices.set(report, voiceAt)
    }
    const { origin, reasons } = speakerOf(claim, voiceAt(claim.sentence), agencies)
    const known = origins.get(origin.id)
    if (!known || origin.name < known.name) origins.set(origin.id, origin)
    return { claim: id, origin: origin.id, reasons }
  })
  return { origins: [...origins.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), claimOrigins }
}

/** Who wrote a sentence of a report: the publisher, the agency it credits, or whoever wrote the report that it was taken from. */
export const voiceOf = (id: string, papers: Papers, agencies: Agencies): ((sentence: Span) => Voice) => {
  const report = papers.report(id)
  if (!report) return () => ({ origin: { id: `report:${id}`, name: id, kind: 'unknown' }, reasons: [] })
  const copy = papers.copyOf(id)
  const credit = creditOf(report, agencies)
  const own = ownVoice(report, agencies)
  if (!copy) return () => written(own, credit)
  const source = sourceOf(copy.of, papers, agencies)
  const found = new Map<string, Voice>()
  return (sentence) => {
    if (copy.own.some((span) => overlaps(span, sentence)))
      return credit && !credit.shared ? written(own, credit) : { origin: own, reasons: [] }
    const key = `${sentence.start}`
    let voice = found.get(key)
    if (!voice) {
      const { origin, reasons } = source(sliceOf(report.text, sentence))
      voice = { origin, reasons: [{ rule: 'copied-sentence', weight: copy.coverage, words: copy.of }, ...reasons] }
      found.set(key, voice)
    }
    return voice
  }
}

/** Who wrote the sentence of a report that has most of the given words; worked out when it is first asked. */
const sourceOf = (id: string, papers: Papers, agencies: Agencies): ((words: string) => Voice) => {
  let sentences: readonly { readonly span: Span; readonly runs: Uint32Array }[] | undefined
  let voice: ((sentence: Span) => Voice) | undefined
  return (words) => {
    const text = papers.report(id)?.text ?? ''
    sentences ??= splitSentences(text).map((span) => ({ span, runs: shinglesOf(sliceOf(text, span)) }))
    voice ??= voiceOf(id, papers, agencies)
    const mine = shinglesOf(words)
    const overlap = sentences.map(({ runs }) => shared(mine, runs))
    const best = overlap.indexOf(Math.max(0, ...overlap))
    return voice(sentences[best]?.span ?? { start: 0, end: 0 })
  }
}

const written = (own: Origin, credit: Credit | null): Voice =>
  credit
    ? { origin: { id: `agency:${credit.agency.key}`, name: credit.agency.name, kind: 'agency' }, reasons: [credit.reason] }
    : { origin: own, reasons: [] }

const ownVoice = ({ id, publisher }: LinkReport, agencies: Agencies): Origin => {
  if (publisher === null) return { id: `report:${id}`, name: 'unknown publisher', kind: 'unknown' }
  const agency = agencyNamed(agencies, publisher)
  return agency
    ? { id: `agency:${agency.key}`, name: agency.name, kind: 'agency' }
    : { id: `publisher:${plain(publisher)}`, name: publisher, kind: 'publisher' }
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the (?=.)/, '')
    .trim()

/** Sectors that speak as one: a spokesman's word is that of the side he speaks for. */
const SIDES = new Set(['GOV', 'MIL', 'COP', 'PRM', 'REB', 'UAF', 'SPY', 'JUD'])
const SPEAKS_FOR =
  /\b(?:spokes(?:man|woman|person|people)|statement|army|military|ministry|government|police|authorities|armed forces|air force|navy|command)\b/i
/** Words that name nobody although they begin with a capital. */
const DESCRIPTION =
  /^(?:(?:the|an?|one|two|three|some|several|many|local|other|senior|his|her|their)\s+)+|^(?:residents?|witnesses|officials?|sources?|doctors?|activists?|medics?|people|villagers|survivors|security|hospital|medical|police|military|government)\b/i

/** Nouns for people whom nobody names, at the end of a description such as "Kurdish officer". */
const ANYBODY =
  /\b(?:officers?|officials?|sources?|soldiers?|fighters?|commanders?|politicians?|residents?|witness(?:es)?|doctors?|medics?|activists?|workers?|people|lieutenant|colonel|general|spokes(?:man|woman|person)|diplomats?|analysts?|elders?|police|military|journalists?|media|authorities|staff|relatives|survivors|leaders?|minister|mayor|governor)$/i
const PRONOUN = /^(?:he|she|they|it|we|i|him|her|them|who|his|their)$/i

/** Who says so in the end. The chain is read from the inside: the first who is somebody else than the paper itself. */
const speakerOf = ({ attribution, actor }: Claim, voice: Voice, agencies: Agencies): Voice => {
  const innermost = attribution.findLast(({ source }) => source !== null)
  if (!innermost?.source) return voice
  const { source } = innermost
  if (PRONOUN.test(source.name.trim())) return voice
  const words = quoted(innermost)
  const agency = agencyNamed(agencies, source.name) ?? agencyNamed(agencies, source.text)
  const via: LinkReason = { rule: 'via', weight: null, words: voice.origin.name }
  if (agency)
    return {
      origin: { id: `agency:${agency.key}`, name: agency.name, kind: 'agency' },
      reasons: [{ rule: 'citing', weight: null, words }, via],
    }
  const [country, sector] = (source.code ?? '').split(':')
  const named = isName(source.name) || isName(source.text)
  if (
    sector !== undefined &&
    country !== '' &&
    SIDES.has(sector) &&
    (!named || actor.some(({ name }) => name === source.name)) &&
    SPEAKS_FOR.test(source.text)
  )
    return {
      origin: { id: `party:${source.code}`, name: source.code!, kind: 'party' },
      reasons: [{ rule: 'speaks-for', weight: null, words }, via],
    }
  if (named) {
    const name = isName(source.name) ? source.name : source.text
    return { origin: { id: `source:${plain(name)}`, name, kind: 'source' }, reasons: [{ rule: 'said-by', weight: null, words }, via] }
  }
  const described = plain(source.text).replace(/^(?:a|an|some|several|one|two|three|four|many|other) /, '')
  return {
    origin: { id: `${voice.origin.id}/${described}`, name: `${source.text} (${voice.origin.name})`, kind: 'unnamed' },
    reasons: [{ rule: 'said-by-unnamed', weight: null, words }, via, ...voice.reasons],
  }
}

const isName = (words: string): boolean => {
  if (ANYBODY.test(words.trim())) return false
  const rest = words.replace(DESCRIPTION, '').trim()
  return rest === words.trim() ? /^\p{Lu}/u.test(rest) : /^\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+)+/u.test(rest)
}

const quoted = ({ source, cue }: Attribution): string => [source?.text, cue?.text].filter((text) => text !== undefined).join(' … ')
