import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { compromiseEntities } from '../reference/compromise.js'
import { winkEntities } from '../reference/wink.js'
import type { Component, GoldDocument, Read, Reader, Row } from './component.js'
import { type Counts, f1, macroF1, plain, sum, withInterval } from './counts.js'
import { DATA, readLines, unitsOf } from './data.js'
import { type GumReport, readGum } from './gum.js'
import { type Labelled, spanCounts } from './match.js'

/** Entities: exact and overlap F1 by type on re3d (nouns as well as names) and on the names of GUM news. */
export const entities: Component = (read) => [...re3d(read), ...gum(read)]

const RE3D_TYPES: Readonly<Record<string, string>> = {
  Organisation: 'organisation',
  Location: 'place',
  Person: 'person',
  Temporal: 'time',
  Quantity: 'quantity',
  Money: 'quantity',
  Weapon: 'weapon',
  MilitaryPlatform: 'vehicle',
  Vehicle: 'vehicle',
}
/** Crowd confidence from which an entity counts. */
const SURE = 0.5

interface Re3dEntity {
  readonly documentId: string
  readonly type: string
  readonly begin: number
  readonly end: number
  readonly confidence: number
}

const readRe3d = (): GoldDocument<Labelled[]>[] =>
  readdirSync(join(DATA, 're3d'))
    .filter((folder) => existsSync(join(DATA, 're3d', folder, 'documents.json')))
    .sort()
    .flatMap((folder) => {
      const marked = readLines<Re3dEntity>('re3d', folder, 'entities.json').filter(
        (entity) => entity.confidence >= SURE && entity.type in RE3D_TYPES,
      )
      return readLines<{ _id: string; title: string; text: string }>('re3d', folder, 'documents.json').map(({ _id, title, text }) => {
        const units = unitsOf(text)
        const gold = marked
          .filter(({ documentId }) => documentId === _id)
          .map(({ begin, end, type }) => ({ span: { start: units[begin]!, end: units[end]! }, type: RE3D_TYPES[type]! }))
        return { doc: `re3d-${_id.slice(0, 8).toLowerCase()}`, title, text, gold }
      })
    })

/** Reports of the claims bench are not trained on, so their entities were not seen either. */
const unseen = (): Set<string> => {
  const folder = join(DATA, '../bench/claims/dev')
  return new Set(existsSync(folder) ? readdirSync(folder).map((name) => name.split('.')[0]!) : [])
}

const PRONOUN =
  /^(?:i|me|my|we|us|our|ours|you|your|he|him|his|she|her|hers|it|its|they|them|their|theirs|who|whom|whose|which|that|this|these|those|himself|herself|itself|themselves)$/i

/** The program's mentions in the corpus' types; pronouns, which no such corpus marks, are left out. */
const mentionsOf = ({ reading }: Read<unknown>, types: Readonly<Record<string, string | null>>): Labelled[] =>
  (reading.layers?.mentions ?? []).flatMap(({ span, text, type }) => {
    const mapped = type in types ? types[type] : type
    return mapped && !PRONOUN.test(text) ? [{ span, type: mapped }] : []
  })

const HOW = ['exact', 'overlap'] as const

const re3d = (read: Reader): Row[] => {
  const all = readRe3d()
  const held = unseen()
  const types = ['organisation', 'place', 'person', 'time', 'quantity', 'weapon', 'vehicle']
  const measured = read(all)
  return (['not trained on', 'trained on'] as const).flatMap((part): Row[] => {
    const mine = measured.filter(({ doc }) => held.has(doc) === (part === 'not trained on'))
    const counts = mine.map((one) => spanCounts(one.gold, mentionsOf(one, { population: null, facility: 'place' }), types))
    const wink = mine.map((one) => spanCounts(one.gold, winkEntities(one.text), types))
    const compromise = mine.map((one) => spanCounts(one.gold, compromiseEntities(one.text), types))
    const n = `${mine.length} reports, ${sum(counts, 'exact.gold')} entities`
    const beside = (figure: (how: string) => ReturnType<typeof f1>, how: string) =>
      `compromise ${plain(compromise, figure(how))}, wink-nlp ${plain(wink, figure(how))} (measured)`
    const rows = HOW.map((how) => ({
      component: 'entities',
      data: `re3d, ${part}`,
      n,
      metric: `${how} F1, all types`,
      figure: withInterval(counts, f1(how)),
      reference: beside(f1, how),
    }))
    if (part === 'trained on') return rows
    return [
      ...rows,
      ...types.flatMap((type) =>
        HOW.map((how) => ({
          component: 'entities',
          data: `re3d, ${part}`,
          n: `${sum(counts, `${how}.${type}.gold`)}`,
          metric: `${how} F1, ${type}`,
          figure: withInterval(counts, f1(`${how}.${type}`)),
          reference: beside((how) => f1(`${how}.${type}`), how),
        })),
      ),
    ]
  })
}

const NAME_TYPES = ['person', 'organisation', 'place'] as const
const GUM_TYPES: Readonly<Record<string, string>> = { person: 'person', organization: 'organisation', place: 'place' }

/** Names: the run of proper nouns around the head of a mention. GUM itself marks whole noun phrases. */
const namesOf = ({ tokens, mentions }: GumReport): Labelled[] =>
  mentions.flatMap(({ type, first, last, head }) => {
    const mapped = GUM_TYPES[type]
    if (!mapped || tokens[head]?.upos !== 'PROPN') return []
    let from = head
    let to = head
    while (from > first && tokens[from - 1]!.upos === 'PROPN') from--
    while (to < last && tokens[to + 1]!.upos === 'PROPN') to++
    return [{ span: { start: tokens[from]!.span.start, end: tokens[to]!.span.end }, type: mapped }]
  })

const gum = (read: Reader): Row[] => {
  const measured = read(readGum('news').map((report) => ({ ...report, gold: namesOf(report) })))
  // a mention without a capital is no name
  const named = (text: string, items: Labelled[]) => items.filter(({ span }) => /\p{Lu}/u.test(text.slice(span.start, span.end)))
  const bare = (text: string, items: Labelled[]) =>
    items.map(({ span, type }) => ({
      type,
      span: { start: span.start + (/^(?:the|a|an) /i.exec(text.slice(span.start))?.[0].length ?? 0), end: span.end },
    }))
  const types = { population: null, facility: 'place', time: null, quantity: null, weapon: null, vehicle: null }
  const counts = measured.map((one) => spanCounts(one.gold, bare(one.text, named(one.text, mentionsOf(one, types))), NAME_TYPES))
  const compromise = measured.map((one) => spanCounts(one.gold, compromiseEntities(one.text), NAME_TYPES))
  const untyped = (items: readonly Labelled[]) => items.map(({ span }) => ({ span, type: 'name' }))
  const names = measured.map((one) => ({
    mine: spanCounts(untyped(one.gold), untyped(bare(one.text, named(one.text, mentionsOf(one, types)))), ['name']),
    wink: spanCounts(untyped(one.gold), winkEntities(one.text), ['name']),
    compromise: spanCounts(
      untyped(one.gold),
      untyped(compromiseEntities(one.text).filter(({ type }) => type in types === false || types[type as 'time'] !== null)),
      ['name'],
    ),
  }))
  const side = (name: 'mine' | 'wink' | 'compromise'): Counts[] => names.map((one) => one[name])
  const base = { component: 'entities', data: 'GUM news (names), not trained on' }
  return [
    ...HOW.map((how) => ({
      ...base,
      n: `${measured.length} reports, ${sum(counts, 'exact.gold')} names`,
      metric: `${how} F1, all types`,
      figure: withInterval(counts, f1(how)),
      reference: `compromise ${plain(compromise, f1(how))} (measured); wink-nlp has no types of names`,
    })),
    ...NAME_TYPES.map((type) => ({
      ...base,
      n: `${sum(counts, `exact.${type}.gold`)}`,
      metric: `overlap F1, ${type}`,
      figure: withInterval(counts, f1(`overlap.${type}`)),
      reference: `compromise ${plain(compromise, f1(`overlap.${type}`))} (measured)`,
    })),
    ...HOW.map((how) => ({
      ...base,
      n: `${sum(side('mine'), 'exact.gold')} names`,
      metric: `${how} F1, whatever type`,
      figure: withInterval(side('mine'), f1(how)),
      reference: `wink-nlp (proper nouns) ${plain(side('wink'), f1(how))}, compromise ${plain(side('compromise'), f1(how))} (measured)`,
    })),
    {
      ...base,
      n: `${NAME_TYPES.length} types`,
      metric: 'overlap F1, mean of types',
      figure: withInterval(counts, macroF1(NAME_TYPES.map((type) => `overlap.${type}`))),
      reference: `compromise ${plain(compromise, macroF1(NAME_TYPES.map((type) => `overlap.${type}`)))} (measured)`,
    },
  ]
}
