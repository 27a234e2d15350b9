import type { Claim, ClaimType, Layers } from '../../src/claim.js'
import { overlaps, type Span, sliceOf } from '../../src/report.js'
import type { Component, GoldDocument, Reader, Row } from './component.js'
import { type Counts, f1, share, sum, withInterval } from './counts.js'
import { isHeld, readLines, readText, unitsOf } from './data.js'
import { pairs } from './match.js'

type Role = 'actor' | 'recipient' | 'place'

interface GoldEvent {
  readonly span: Span
  /** The claim types that may stand for it; none where the claims have no such type. */
  readonly types: readonly ClaimType[]
  readonly arguments: readonly { readonly span: Span; readonly roles: readonly Role[] }[]
}

/** Events: triggers and arguments over the types that ACE-like schemes share with the claims; the action of PLV's sentences. */
export const events: Component = (read) => [
  ...measure(read, 'M2E2', 'most of its texts coded for training, not its events', readM2e2()),
  ...measure(read, 'WikiEvents dev', 'not trained on', readWikiEvents()),
  ...plv(read),
]

/** Claim types that may stand for an event type, by ACE's names and KAIROS'; an event of no listed type is not measured. */
const TYPES: readonly (readonly [RegExp, readonly ClaimType[]])[] = [
  [/^Conflict[:.]Attack/, ['ASSAULT']],
  [/^Conflict[:.]Demonstrate/, ['PROTEST']],
  [/^Life[:.](?:Die|Injure)/, ['TOLL', 'ASSAULT']],
  [/^Justice[:.]Arrest/, ['COERCE']],
  [/^Contact(?:\.Contact)?[:.]Meet/, ['CONSULT']],
  [/DamageDestroy/, ['ASSAULT', 'TOLL']],
]
const typesOf = (event: string): readonly ClaimType[] => TYPES.find(([name]) => name.test(event))?.[1] ?? []

const ROLES: Readonly<Record<string, readonly Role[]>> = {
  Attacker: ['actor'],
  Killer: ['actor'],
  Injurer: ['actor'],
  Jailer: ['actor'],
  Agent: ['actor'],
  Demonstrator: ['actor'],
  Target: ['recipient'],
  Victim: ['recipient'],
  Artifact: ['recipient'],
  Detainee: ['recipient'],
  Person: ['recipient'],
  Entity: ['actor', 'recipient'],
  Participant: ['actor', 'recipient'],
  Place: ['place'],
}

type Found = Layers['triggers'][number]

/** Triggers of the types measured: of the coercions only arrests, of the consultations only meetings and visits. */
const isMeasured = ({ type, mode }: { readonly type: ClaimType; readonly mode: string | null }): boolean =>
  ['ASSAULT', 'PROTEST', 'TOLL'].includes(type) || (type === 'COERCE' && mode === 'arrest') || (type === 'CONSULT' && mode !== 'phone')

/**
 * Triggers that the corpus cannot judge: totals of the dead and abductions, for which it has no type; those on an event of a type not
 * measured; and a word that it marks as this type elsewhere in the text, since it marks a happening once and passes over its repeats.
 */
const beyondScope = (text: string, gold: readonly GoldEvent[], { type, mode, span }: Found): boolean =>
  type === 'TOLL' ||
  mode === 'abduct' ||
  gold.some((g) => g.types.length === 0 && overlaps(g.span, span)) ||
  gold.some((g) => g.types.includes(type) && sliceOf(text, g.span).toLowerCase() === sliceOf(text, span).toLowerCase())

const measure = (read: Reader, data: string, trained: string, documents: readonly GoldDocument<GoldEvent[]>[]): Row[] => {
  const counts = read(documents.filter(({ doc }) => isHeld(doc))).map(({ text, gold: all, reading }): Counts => {
    const gold = all.filter(({ types }) => types.length > 0)
    const triggers = reading.layers?.triggers.filter(isMeasured) ?? []
    const matched = pairs(gold, triggers, (g, f) => g.types.includes(f.type))
    const hits = matched.length
    const right = new Set(matched.map(([, found]) => found))
    const judged = triggers.filter((found) => right.has(found) || !beyondScope(text, all, found)).length
    const anywhere = gold.filter((g) => reading.layers?.triggers.some((t) => overlaps(t.span, g.span))).length
    const claims = reading.claims.filter(isMeasured).map((claim) => ({ ...claim, span: claim.trigger.span }))
    const claimed = pairs(gold, claims, (g, f) => g.types.includes(f.type))
    const wanted = gold.flatMap((event) => event.arguments)
    const found = claimed.flatMap(([, claim]) => fillersOf(claim))
    const argumentHits = claimed.flatMap(([event, claim]) =>
      pairs(event.arguments, fillersOf(claim), (g, f) => g.roles.includes(f.role)),
    ).length
    return {
      'trigger.hits': hits,
      'trigger.found': judged,
      'trigger.gold': gold.length,
      'all.hits': hits,
      'all.found': triggers.length,
      'all.gold': gold.length,
      anywhere,
      'argument.hits': argumentHits,
      'argument.found': found.length,
      'argument.gold': claimed.reduce((total, [event]) => total + event.arguments.length, 0),
      end: argumentHits,
      wanted: wanted.length,
    }
  })
  const base = { component: 'events', data: `${data}, held half; ${trained}`, reference: '–' }
  const n = `${counts.length} reports, ${sum(counts, 'trigger.gold')} events`
  return [
    { ...base, n, metric: 'trigger F1, mapped types', figure: withInterval(counts, f1('trigger')) },
    { ...base, n, metric: 'trigger recall', figure: withInterval(counts, share('trigger.hits', 'trigger.gold')) },
    {
      ...base,
      n: `${sum(counts, 'trigger.found')} found that it can judge`,
      metric: 'trigger precision',
      figure: withInterval(counts, share('trigger.hits', 'trigger.found')),
    },
    {
      ...base,
      n: `${sum(counts, 'all.found')} found`,
      metric: 'trigger F1, all found counted',
      figure: withInterval(counts, f1('all')),
    },
    { ...base, n, metric: 'triggers found, whatever type', figure: withInterval(counts, share('anywhere', 'trigger.gold')) },
    {
      ...base,
      n: `${sum(counts, 'argument.gold')} arguments of events found`,
      metric: 'argument F1 (actor, recipient, place; overlap)',
      figure: withInterval(counts, f1('argument')),
    },
    {
      ...base,
      n: `${sum(counts, 'wanted')} arguments`,
      metric: 'arguments found, of all',
      figure: withInterval(counts, share('end', 'wanted')),
    },
  ]
}

const fillersOf = (claim: Claim): { readonly span: Span; readonly role: Role }[] =>
  (['actor', 'recipient', 'place'] as const).flatMap((role) => claim[role].map(({ span }) => ({ span, role })))

interface M2e2Span {
  readonly start: number
  readonly end: number
}

const readM2e2 = (): GoldDocument<GoldEvent[]>[] =>
  readLines<{
    id: string
    text: string
    sentences: {
      offsets: [number, number][]
      events: { trigger: M2e2Span; event_type: string; arguments: (M2e2Span & { role: string })[] }[]
    }[]
  }>('m2e2/m2e2.jsonl.gz').map(({ id, text, sentences }) => {
    const units = unitsOf(text)
    const gold = sentences.flatMap(({ offsets, events: marked }) => {
      const spanOf = ({ start, end }: M2e2Span): Span => ({ start: units[offsets[start]![0]]!, end: units[offsets[end - 1]![1]]! })
      return marked.map((event) =>
        eventOf(
          event.event_type,
          spanOf(event.trigger),
          event.arguments.map((one) => ({ role: one.role, span: spanOf(one) })),
        ),
      )
    })
    return { doc: id, text, published: /(\d{4})\.(\d\d)\.(\d\d)/.exec(id)?.slice(1, 4).join('-') ?? null, gold: unique(gold) }
  })

const eventOf = (type: string, span: Span, found: readonly { readonly role: string; readonly span: Span }[]): GoldEvent => {
  const types = typesOf(type)
  return { span, types, arguments: found.flatMap(({ role, span }) => (ROLES[role] ? [{ span, roles: ROLES[role] }] : [])) }
}

/** Each event once: both of M2E2's layers may have it. */
const unique = (events: readonly GoldEvent[]): GoldEvent[] => [
  ...new Map(events.map((event) => [`${event.span.start} ${event.types}`, event])).values(),
]

const readWikiEvents = (): GoldDocument<GoldEvent[]>[] =>
  readLines<{
    doc_id: string
    /** Words with their offsets, and the sentence's text; sentences are a character apart. */
    sentences: [[string, number, number][], string][]
    entity_mentions: { id: string; start: number; end: number }[]
    event_mentions: {
      event_type: string
      trigger: { start: number; end: number }
      arguments: { entity_id: string; role: string }[]
    }[]
  }>('wikievents/dev.jsonl').map(({ doc_id, sentences, entity_mentions, event_mentions }) => {
    const text = sentences.map(([, sentence]) => sentence).join('\n')
    const units = unitsOf(text)
    const words = sentences.flatMap(([own]) => own)
    const spanOf = ({ start, end }: M2e2Span): Span => ({ start: units[words[start]![1]]!, end: units[words[end - 1]![2]]! })
    const mentions = new Map(entity_mentions.map((mention) => [mention.id, spanOf(mention)]))
    const gold = event_mentions.map((event) =>
      eventOf(
        event.event_type,
        spanOf(event.trigger),
        event.arguments.flatMap(({ entity_id, role }) => {
          const span = mentions.get(entity_id)
          return span ? [{ role, span }] : []
        }),
      ),
    )
    return { doc: doc_id, text, gold }
  })

/** PLV keeps under YIELD what PLOVER has as CONCEDE and RETREAT. */
const ROOTS: Readonly<Record<string, string>> = { CONCEDE: 'YIELD', RETREAT: 'YIELD' }
/** What the root codes call the intention of such an act, which the claims keep as its status: to agree to it, or to threaten it. */
const INTENDED: Readonly<Record<string, string>> = Object.fromEntries([
  ...['CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'YIELD'].map((root) => [root, 'AGREE'] as const),
  ...['SANCTION', 'COERCE', 'ASSAULT', 'MOBILIZE', 'PROTEST'].map((root) => [root, 'THREATEN'] as const),
])

const rootOf = ({ codes, status }: Claim): string => {
  const root = ROOTS[codes.plover.type!] ?? codes.plover.type!
  return status === 'planned' ? (INTENDED[root] ?? root) : root
}
const SAMPLE = 300

const plv = (read: Reader): Row[] => {
  const documents = readRows().map(([id, sentence, marked, , , , , , root], i) => ({
    doc: `plv-${i}-${id}`,
    text: sentence!,
    gold: { root: root!, source: marked!.replace(/<\/?t>/g, ''), target: marked!.replace(/<\/?s>/g, '') },
  }))
  const step = Math.max(1, Math.floor(documents.length / SAMPLE))
  const counts = read(documents.filter((_, i) => i % step === 0)).map(({ gold, reading }): Counts => {
    const source = spanOfMark(gold.source, 's')
    const target = spanOfMark(gold.target, 't')
    const touches = (claim: Claim) =>
      2 * Number(claim.actor.some(({ span }) => overlaps(span, source))) +
      Number(claim.recipient.some(({ span }) => overlaps(span, target)))
    const ranked = reading.claims
      .filter(({ codes }) => codes.plover.type !== null)
      .sort((a, b) => touches(b) - touches(a) || b.confidence - a.confidence)
    const best = ranked[0]
    return { all: 1, answered: Number(best !== undefined), right: Number(best !== undefined && rootOf(best) === gold.root) }
  })
  return [
    {
      component: 'events',
      data: 'PLV, a sample of its train part; not trained on',
      n: `${counts.length} sentences, ${sum(counts, 'answered')} with a claim`,
      metric: 'root-code accuracy, of all',
      figure: withInterval(counts, share('right', 'all')),
      reference: 'zero-shot PLOVER 83.8 (published; actors given)',
    },
    {
      component: 'events',
      data: 'PLV, a sample of its train part; not trained on',
      n: `${sum(counts, 'answered')} sentences`,
      metric: 'root-code accuracy, where there is a claim',
      figure: withInterval(counts, share('right', 'answered')),
      reference: 'as above',
    },
  ]
}

const readRows = (): string[][] =>
  readText('plv/PLV_train.tsv')
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t').slice(1))

const spanOfMark = (marked: string, tag: 's' | 't'): Span => {
  const start = marked.indexOf(`<${tag}>`)
  return { start, end: marked.indexOf(`</${tag}>`) - tag.length - 2 }
}
