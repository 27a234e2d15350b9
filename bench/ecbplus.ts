import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ActorFiller, Claim, PlaceFiller } from '../src/claim.js'
import type { LinkReport } from '../src/link/index.js'
import { storyOf, type Traits, traitsOf } from '../src/link/traits.js'
import { isFunctionWord } from '../src/link/words.js'
import type { Span } from '../src/report.js'

/** ECB+ (Cybulska and Vossen 2014): mentions of events with what is the same event, over documents of one topic. */
const DATA = resolve(import.meta.dirname, '../../shared/data/ecbplus')

export interface EcbDocument {
  readonly topic: string
  readonly name: string
  readonly report: LinkReport
  readonly mentions: readonly EcbMention[]
  /** The sentences whose coreference was checked, as spans of the text. */
  readonly checked: readonly Span[]
}

export interface EcbMention {
  readonly traits: Traits
  /** Its event, the same over documents. */
  readonly event: string
  /** Of the trigger, in the report's text. */
  readonly start: number
  readonly end: number
}

interface Token {
  readonly sentence: number
  readonly start: number
  readonly end: number
  readonly text: string
}

const entity = (text: string): string =>
  text
    .replace(/&amp;/g, '&')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')

const checked = (): ReadonlySet<string> =>
  new Set(
    readFileSync(join(DATA, 'coreference_sentences.csv'), 'utf8')
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(',').join(' ')),
  )

/** The documents of a part, with the mentions of the sentences whose coreference was checked. */
export const readEcb = (part: 'train' | 'dev'): readonly EcbDocument[] => {
  const sentences = checked()
  return readdirSync(join(DATA, part))
    .sort((a, b) => Number(a) - Number(b))
    .flatMap((topic) =>
      readdirSync(join(DATA, part, topic))
        .filter((file) => file.endsWith('.xml'))
        .sort()
        .map((file) => readDocument(part, topic, file, sentences)),
    )
}

const readDocument = (part: string, topic: string, file: string, sentences: ReadonlySet<string>): EcbDocument => {
  const xml = readFileSync(join(DATA, part, topic, file), 'utf8')
  const name = file.slice(topic.length + 1, -4)
  const isWeb = name.endsWith('plus')
  const tokens = new Map<string, Token>()
  let text = ''
  let line = -1
  for (const [, id, sentence, word] of xml.matchAll(/<token t_id="(\d+)" sentence="(\d+)"[^>]*>([^<]*)<\/token>/g)) {
    if (isWeb && sentence === '0') continue
    if (Number(sentence) !== line) text += line < 0 ? '' : '\n'
    else text += ' '
    line = Number(sentence)
    const written = entity(word!)
    tokens.set(id!, { sentence: line, start: text.length, end: text.length + written.length, text: written })
    text += written
  }
  const mentions = [...xml.matchAll(/<([A-Z_]+) m_id="(\d+)"[^>/]*>(.*?)<\/\1>/gs)].map(([, type, id, anchors]) => ({
    type: type!,
    id: id!,
    tokens: [...anchors!.matchAll(/t_id="(\d+)"/g)].flatMap(([, token]) => tokens.get(token!) ?? []),
  }))
  const events = new Map<string, string>()
  for (const [, kind, relation, note, body] of xml.matchAll(
    /<(CROSS_DOC_COREF|INTRA_DOC_COREF) r_id="(\d+)"(?: note="([^"]*)")?[^>]*>(.*?)<\/\1>/gs,
  ))
    for (const [, source] of body!.matchAll(/<source m_id="(\d+)"/g))
      events.set(source!, kind === 'CROSS_DOC_COREF' && note ? `${topic} ${note}` : `${topic} ${name} ${relation}`)
  const report: LinkReport = { id: `${topic}_${name}`, publisher: null, title: null, byline: null, published: null, text }
  const story = storyOf(report, [])
  const parts = mentions.filter(({ tokens: words }) => words.length > 0)
  const actions = parts
    .filter(({ type, tokens: words }) => /^(?:NEG_)?ACTION/.test(type) && sentences.has(`${topic} ${name} ${words[0]!.sentence}`))
    .map((mention): EcbMention => {
      const claim = claimOf(mention, parts, text, tokens)
      return {
        traits: traitsOf(
          {
            id: `${report.id}#${mention.id.padStart(4, '0')}`,
            report: report.id,
            claim,
            sentence: text.slice(claim.sentence.start, claim.sentence.end),
          },
          report,
          story,
        )!,
        event: events.get(mention.id) ?? `${topic} ${name} m${mention.id}`,
        start: claim.trigger.span.start,
        end: claim.trigger.span.end,
      }
    })
  const lines = [...new Set([...tokens.values()].map(({ sentence }) => sentence))].filter((sentence) =>
    sentences.has(`${topic} ${name} ${sentence}`),
  )
  const spans = lines.map((sentence) => {
    const words = [...tokens.values()].filter((token) => token.sentence === sentence)
    return { start: words[0]!.start, end: words.at(-1)!.end }
  })
  return { topic, name, report, mentions: actions, checked: spans }
}

interface Mention {
  readonly type: string
  readonly id: string
  readonly tokens: readonly Token[]
}

/** A gold mention as a claim: the people before it act, those after it are acted on, as far as the sentence tells. */
const claimOf = (mention: Mention, all: readonly Mention[], text: string, tokens: ReadonlyMap<string, Token>): Claim => {
  const { sentence } = mention.tokens[0]!
  const words = [...tokens.values()].filter((token) => token.sentence === sentence)
  const span = { start: words[0]!.start, end: words.at(-1)!.end }
  const head = mention.tokens.findLast((token) => !isFunctionWord(token.text.toLowerCase())) ?? mention.tokens.at(-1)!
  const near = (kind: RegExp) => all.filter(({ type, tokens: own }) => kind.test(type) && own[0]!.sentence === sentence)
  const quote = (own: readonly Token[]) => ({
    span: { start: own[0]!.start, end: own.at(-1)!.end },
    text: text.slice(own[0]!.start, own.at(-1)!.end),
  })
  const people = near(/^(?:HUMAN|NON_HUMAN)/)
  const before = people.filter(({ tokens: own }) => own.at(-1)!.end <= head.start).at(-1)
  const after = people.find(({ tokens: own }) => own[0]!.start >= head.end)
  const actor = (one: Mention | undefined): readonly ActorFiller[] =>
    one ? [{ ...quote(one.tokens), name: quote(one.tokens).text, code: null, actor: null, wikidata: null, how: 'gold' }] : []
  const place = near(/^LOC/).map(
    ({ tokens: own }): PlaceFiller => ({
      ...quote(own),
      name: quote(own).text,
      country: null,
      geonameid: null,
      lat: null,
      lon: null,
      admin1: null,
      precision: 'unknown',
      alternatives: [],
      how: 'gold',
    }),
  )
  return {
    id: mention.id,
    type: 'ASSAULT',
    mode: null,
    sentence: span,
    trigger: { span: { start: head.start, end: head.end }, text: head.text },
    actor: actor(before),
    recipient: actor(after),
    place,
    time: { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' },
    figures: [],
    status: 'actual',
    negated: mention.type.startsWith('NEG_'),
    background: false,
    certainty: 'certain',
    attribution: [],
    codes: { plover: { type: null, mode: null, contexts: [] }, cameo: null, quadClass: null, acled: null },
    confidence: 1,
  }
}
