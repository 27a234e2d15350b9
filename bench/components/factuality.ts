import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Claim } from '../../src/claim.js'
import type { Span } from '../../src/report.js'
import type { Component, GoldDocument, Row } from './component.js'
import { type Counts, f1, macroF1, plain, sum, withInterval } from './counts.js'
import { DATA, joinWords, readText } from './data.js'
import { pairs } from './match.js'

const CLASSES = ['fact', 'possible', 'negated'] as const
type Class = (typeof CLASSES)[number]

interface GoldEvent {
  readonly span: Span
  readonly is: Class
  /** The words before the event in its sentence. */
  readonly before: string
}

/** Factuality on the events of MEANTIME that a claim stands on: fact, possible (not certain, or still to come), negated. */
export const factuality: Component = (read) => {
  const measured = read(readMeantime()).map(({ gold, reading }) => {
    const claims = reading.claims.map((claim) => ({ claim, span: claim.trigger.span }))
    return { gold: gold.length, answers: pairs(gold, claims, () => true).map(([event, { claim }]) => ({ event, claim })) }
  })
  const countsOf = (rule: (event: GoldEvent, claim: Claim) => Class): Counts[] =>
    measured.map(({ answers }) => {
      const counts: Record<string, number> = {}
      const add = (name: string) => {
        counts[name] = (counts[name] ?? 0) + 1
      }
      for (const { event, claim } of answers) {
        const said = rule(event, claim)
        add(`${event.is}.gold`)
        add(`${said}.found`)
        if (said === event.is) add(`${said}.hits`)
      }
      return counts
    })
  const mine = countsOf((_, claim) => classOf(claim))
  const majority = countsOf(() => 'fact')
  const cues = countsOf(({ before }) => classByCues(before))
  const all = measured.reduce((total, { gold }) => total + gold, 0)
  const found = measured.reduce((total, { answers }) => total + answers.length, 0)
  const row = (metric: string, figure: ReturnType<typeof f1>, n: string): Row => ({
    component: 'factuality',
    data: 'MEANTIME (business news); not trained on',
    n,
    metric,
    figure: withInterval(mine, figure),
    reference: `majority class ${plain(majority, figure)}, cue words ${plain(cues, figure)} (measured)`,
  })
  return [
    row('macro-F1 of the three', macroF1(CLASSES), `${measured.length} reports, ${found} of ${all} events with a claim`),
    ...CLASSES.map((one) => row(`F1, ${one}`, f1(one), `${sum(mine, `${one}.gold`)}`)),
  ]
}

const classOf = ({ negated, certainty, status }: Claim): Class =>
  negated ? 'negated' : certainty !== 'certain' || !['actual', 'ongoing'].includes(status) ? 'possible' : 'fact'

const NEGATION = /\b(?:not|no|never|n't|n’t|without|nor|neither|denied|deny|denies)\b(?:\W+\w+){0,2}\W*$/i
const MODAL =
  /\b(?:will|would|could|may|might|should|can|if|plans?|planned|expects?|expected|likely|possibly|perhaps)\b(?:\W+\w+){0,3}\W*$/i

/** The rule to beat: a negation or a modal word shortly before the event. */
const classByCues = (before: string): Class => (NEGATION.test(before) ? 'negated' : MODAL.test(before) ? 'possible' : 'fact')

const readMeantime = (): GoldDocument<GoldEvent[]>[] =>
  ['corpus_airbus', 'corpus_apple'].flatMap((folder) =>
    readdirSync(join(DATA, 'meantime/intra-doc_annotation', folder))
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .map((name) => readOne(name, readText('meantime/intra-doc_annotation', folder, name))),
  )

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

const readOne = (name: string, xml: string): GoldDocument<GoldEvent[]> => {
  const sentences: { id: string; word: string }[][] = []
  for (const [, sentence, id, word] of xml.matchAll(/<token [^>]*sentence="(\d+)" t_id="(\d+)"[^>]*>([^<]*)</g)) {
    while (sentences.length <= Number(sentence)) sentences.push([])
    sentences[Number(sentence)]!.push({ id: id!, word: word!.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity) })
  }
  let text = ''
  const tokens = new Map<string, { span: Span; sentence: number }>()
  for (const words of sentences) {
    const joined = joinWords(words.map(({ word }) => word))
    const sentence = text.length
    words.forEach(({ id, word }, i) => {
      const start = sentence + joined.starts[i]!
      tokens.set(id, { span: { start, end: start + word.length }, sentence })
    })
    text += `${joined.text}\n`
  }
  const gold = [...xml.matchAll(/<EVENT_MENTION ([^>]*)>([\s\S]*?)<\/EVENT_MENTION>/g)].flatMap(([, attributes, anchors]): GoldEvent[] => {
    const value = (attribute: string) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(attributes!)?.[1] ?? ''
    const at = [...anchors!.matchAll(/t_id="(\d+)"/g)].flatMap(([, id]) => tokens.get(id!) ?? [])
    const is = classOfGold(value('certainty'), value('polarity'), value('time'))
    if (at.length === 0 || is === null) return []
    const span = { start: at[0]!.span.start, end: at.at(-1)!.span.end }
    return [{ span, is, before: text.slice(at[0]!.sentence, span.start) }]
  })
  return { doc: name.replace(/\.xml$/, ''), text, gold }
}

const classOfGold = (certainty: string, polarity: string, when: string): Class | null => {
  if (polarity === 'NEG') return 'negated'
  if (certainty === 'POSSIBLE' || certainty === 'PROBABLE' || when === 'FUTURE') return 'possible'
  return certainty === 'CERTAIN' && polarity === 'POS' && when === 'NON_FUTURE' ? 'fact' : null
}
