import { readFigure } from '../../src/resolve/figure/index.js'
import type { Component, GoldDocument } from './component.js'
import { type Counts, f1, share, sum, withInterval } from './counts.js'
import { readText } from './data.js'
import { spanCounts } from './match.js'
import { readMeantime } from './meantime.js'

const KINDS = ['killed', 'injured'] as const

interface GoldFigure {
  readonly kind: (typeof KINDS)[number]
  readonly low: number
  readonly high: number
}

interface Key {
  readonly figures: readonly GoldFigure[]
  /** The words, in lower case, by which the key knows the people harmed. */
  readonly harmed: ReadonlySet<string>
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

/**
 * Numbers of dead and injured of MUC-4's keys, from two up, in messages that have such a number.
 * The keys leave out battles and what befalls the attackers, so a figure found counts where it counts people whom the message's keys know.
 */
const muc: Component = (read) => {
  const measured = read(readMuc().filter(({ gold }) => gold.figures.length > 0))
  const counts = measured.map(({ gold: { figures: gold, harmed }, reading }): Counts => {
    const found = new Map<string, GoldFigure & { readonly inScope: boolean }>()
    for (const { kind, low, high, of } of reading.claims.flatMap(({ figures }) => figures)) {
      if (kind !== 'killed' && kind !== 'injured') continue
      if ((low ?? high)! < 2) continue
      const key = `${kind} ${low} ${high}`
      const inScope = found.get(key)?.inScope || of === null || wordsOf(of).some((word) => harmed.has(word))
      found.set(key, { kind, low: low ?? 0, high: high ?? Number.POSITIVE_INFINITY, inScope })
    }
    const sides = (name: string, numbers: readonly GoldFigure[], fits: (g: GoldFigure, f: GoldFigure) => boolean) => {
      const left = new Set(numbers)
      const hits = gold.filter((g) => {
        const f = [...left].find((one) => one.kind === g.kind && fits(g, one))
        return f !== undefined && left.delete(f)
      }).length
      return { [`${name}.hits`]: hits, [`${name}.found`]: numbers.length, [`${name}.gold`]: gold.length }
    }
    const all = [...found.values()]
    const known = all.filter(({ inScope }) => inScope)
    const same = (g: GoldFigure, f: GoldFigure) => g.low === f.low && g.high === f.high
    return {
      ...sides('exact', known, same),
      ...sides('range', known, (g, f) => g.low <= f.high && f.low <= g.high),
      ...sides('all', all, same),
    }
  })
  const base = {
    component: 'quantities',
    data: 'MUC-4 tst4, mixed case; most of its texts coded for training, not its keys',
    n: `${measured.length} messages, ${sum(counts, 'exact.gold')} numbers`,
    reference: '–',
  }
  return [
    {
      ...base,
      metric: 'dead and injured, F1 of the same bounds',
      figure: withInterval(counts, f1('exact')),
      reference: "MUC-4's best: recall 66, precision 56, F1 60.6 (published, all victims, tst3)",
    },
    { ...base, metric: 'recall', figure: withInterval(counts, share('exact.hits', 'exact.gold')), reference: '66 (as above)' },
    {
      ...base,
      n: `${sum(counts, 'exact.found')} found of people in the keys`,
      metric: 'precision',
      figure: withInterval(counts, share('exact.hits', 'exact.found')),
      reference: '56 (as above)',
    },
    { ...base, metric: 'F1 of bounds that meet', figure: withInterval(counts, f1('range')) },
    {
      ...base,
      n: `${sum(counts, 'all.found')} found of anyone`,
      metric: 'F1 of the same bounds, battles and attackers counted as wrong',
      figure: withInterval(counts, f1('all')),
    },
  ]
}

/** Numbers, sums and percentages of MEANTIME against mentions of quantities. */
const meantime: Component = (read) => {
  const measured = read(readMeantime())
  const counts = measured.map(({ gold: { values, annotated }, reading }) =>
    spanCounts(
      values.map((span) => ({ span, type: 'quantity' })),
      (reading.layers?.mentions ?? []).filter(({ type, span }) => type === 'quantity' && span.end <= annotated),
      ['quantity'],
    ),
  )
  return (['exact', 'overlap'] as const).map((how) => ({
    component: 'quantities',
    data: 'MEANTIME values (business news); not trained on',
    n: `${measured.length} reports, ${sum(counts, 'exact.gold')} values`,
    metric: `found, ${how} F1`,
    figure: withInterval(counts, f1(how)),
    reference: '–',
  }))
}

/** Quantities: the dead and injured of MUC-4, and where quantities stand in MEANTIME. */
export const quantities: Component = (read) => [...muc(read), ...meantime(read)]

const NO_KEY: Key = { figures: [], harmed: new Set() }

export const readMuc = (): GoldDocument<Key>[] => {
  const keys = readKeys(readText('muc4/raw/tst4/key-tst4.v2.gz'))
  return readText('muc4/raw/tst4/tst4-muc4.mixed-case')
    .split(/^(?=TST4-MUC4-\d{4})/m)
    .flatMap((message) => {
      const doc = /^TST4-MUC4-\d{4}/.exec(message)?.[0]
      if (doc === undefined) return []
      // one line a paragraph, as reports are
      const text = message
        .slice(doc.length)
        .trim()
        .split(/\n\s*\n/)
        .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
        .join('\n\n')
      const date = /(\d{1,2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* (\d\d)\b/.exec(text)
      const month = date && 'JanFebMarAprMayJunJulAugSepOctNovDec'.indexOf(date[2]!) / 3 + 1
      const published = date && `19${date[3]}-${String(month).padStart(2, '0')}-${date[1]!.padStart(2, '0')}`
      return [{ doc, text, published, gold: keys.get(doc) ?? NO_KEY }]
    })
}

/** The numbers of dead and injured by message, from slot 21 (number) where slot 23 (effect) has the same words. */
const readKeys = (keys: string): Map<string, Key> => {
  const found = new Map<string, { figures: Map<string, GoldFigure>; harmed: Set<string> }>()
  for (const template of keys.split(/^(?=0\. {2}MESSAGE: ID)/m)) {
    const doc = /^0\.\s+MESSAGE: ID\s+(\S+)/.exec(template)?.[1]
    if (doc === undefined) continue
    const slot = (number: number) => new RegExp(`^${number}\\. .{30}([\\s\\S]*?)(?=^\\d+\\. )`, 'm').exec(template)?.[1] ?? ''
    const entries = (number: number) =>
      slot(number)
        .split('\n')
        .flatMap((line) => {
          const entry = /^\s*([^:"?]+): (.*)$/.exec(line)
          return entry ? [{ value: entry[1]!.trim(), words: [...entry[2]!.matchAll(/"([^"]*)"/g)].map(([, words]) => words!) }] : []
        })
    const effects = entries(23)
    const key = found.get(doc) ?? { figures: new Map<string, GoldFigure>(), harmed: new Set<string>() }
    found.set(doc, key)
    for (const { words } of effects) for (const word of words.flatMap(wordsOf)) key.harmed.add(word)
    for (const { value, words } of entries(21)) {
      const effect = effects.find(
        (one) => /DEATH|INJURY/.test(one.value) && !/^NO /.test(one.value) && one.words.some((word) => words.includes(word)),
      )
      // "4 / 4 -" gives alternatives, the best first
      const number = readFigure(value.toLowerCase().split(' / ')[0]!.replace(/^~/, 'about ').replace(/ -$/, ''))
      if (!effect || !number || (number.low ?? number.high)! < 2) continue
      const kind = effect.value.includes('DEATH') ? 'killed' : 'injured'
      const figure: GoldFigure = { kind, low: number.low ?? 0, high: number.high ?? Number.POSITIVE_INFINITY }
      key.figures.set(JSON.stringify(figure), figure)
    }
  }
  return new Map([...found].map(([doc, { figures, harmed }]) => [doc, { figures: [...figures.values()], harmed }]))
}
