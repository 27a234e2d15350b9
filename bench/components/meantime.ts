import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/report.js'
import type { GoldDocument } from './component.js'
import { DATA, joinWords, readText } from './data.js'

export const CLASSES = ['fact', 'possible', 'negated'] as const
export type Class = (typeof CLASSES)[number]

export interface MeantimeEvent {
  readonly span: Span
  readonly is: Class
  /** The words before the event in its sentence. */
  readonly before: string
}

export interface Meantime {
  readonly events: readonly MeantimeEvent[]
  /** Numbers, sums and percentages. */
  readonly values: readonly Span[]
  /** End of what is annotated in full: the title and five sentences. */
  readonly annotated: number
}

const LAST_ANNOTATED = 5

/** Documents of MEANTIME (Minard et al. 2016) on Airbus and Apple. */
export const readMeantime = (): GoldDocument<Meantime>[] =>
  ['corpus_airbus', 'corpus_apple'].flatMap((folder) =>
    readdirSync(join(DATA, 'meantime/intra-doc_annotation', folder))
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => readOne(name, readText('meantime/intra-doc_annotation', folder, name))),
  )

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

const readOne = (name: string, xml: string): GoldDocument<Meantime> => {
  const sentences: { id: string; word: string }[][] = []
  for (const [, sentence, id, word] of xml.matchAll(/<token [^>]*sentence="(\d+)" t_id="(\d+)"[^>]*>([^<]*)</g)) {
    while (sentences.length <= Number(sentence)) sentences.push([])
    sentences[Number(sentence)]!.push({ id: id!, word: word!.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity) })
  }
  let text = ''
  let annotated = 0
  const tokens = new Map<string, { span: Span; sentence: number }>()
  for (const [number, words] of sentences.entries()) {
    const joined = joinWords(words.map(({ word }) => word))
    const sentence = text.length
    words.forEach(({ id, word }, i) => {
      const start = sentence + joined.starts[i]!
      tokens.set(id, { span: { start, end: start + word.length }, sentence })
    })
    text += `${joined.text}\n`
    if (number <= LAST_ANNOTATED) annotated = text.length
  }
  const spanOf = (anchors: string): Span | null => {
    const at = [...anchors.matchAll(/t_id="(\d+)"/g)].flatMap(([, id]) => tokens.get(id!) ?? [])
    return at.length === 0 ? null : { start: at[0]!.span.start, end: at.at(-1)!.span.end }
  }
  const values = [...xml.matchAll(/<VALUE [^>]*>([\s\S]*?)<\/VALUE>/g)].flatMap(([, anchors]) => spanOf(anchors!) ?? [])
  const events = [...xml.matchAll(/<EVENT_MENTION ([^>]*)>([\s\S]*?)<\/EVENT_MENTION>/g)].flatMap(
    ([, attributes, anchors]): MeantimeEvent[] => {
      const value = (attribute: string) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes!)?.[1] ?? ''
      const at = [...anchors!.matchAll(/t_id="(\d+)"/g)].flatMap(([, id]) => tokens.get(id!) ?? [])
      const is = classOfGold(value('certainty'), value('polarity'), value('time'))
      if (at.length === 0 || is === null) return []
      const span = { start: at[0]!.span.start, end: at.at(-1)!.span.end }
      return [{ span, is, before: text.slice(at[0]!.sentence, span.start) }]
    },
  )
  return { doc: name.replace(/\.xml$/, ''), text, gold: { events, values, annotated } }
}

const classOfGold = (certainty: string, polarity: string, when: string): Class | null => {
  if (polarity === 'NEG') return 'negated'
  if (certainty === 'POSSIBLE' || certainty === 'PROBABLE' || when === 'FUTURE') return 'possible'
  return certainty === 'CERTAIN' && polarity === 'POS' && when === 'NON_FUTURE' ? 'fact' : null
}
