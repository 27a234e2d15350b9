import { readFigure } from '../../src/resolve/figure/index.js'
import type { Component, GoldDocument } from './component.js'
import { type Counts, f1, sum, withInterval } from './counts.js'
import { readText } from './data.js'

const KINDS = ['killed', 'injured'] as const

interface GoldFigure {
  readonly kind: (typeof KINDS)[number]
  readonly low: number
  readonly high: number
}

/** Quantities: numbers of dead and injured of MUC-4's keys, from two up, in messages that have a key. */
export const quantities: Component = (read) => {
  const measured = read(readMuc().filter(({ gold }) => gold.length > 0))
  const counts = measured.map(({ gold, reading }): Counts => {
    const found = new Map<string, GoldFigure>()
    for (const { kind, low, high } of reading.claims.flatMap(({ figures }) => figures)) {
      if (kind !== 'killed' && kind !== 'injured') continue
      if ((low ?? high)! < 2) continue
      found.set(`${kind} ${low} ${high}`, { kind, low: low ?? 0, high: high ?? Number.POSITIVE_INFINITY })
    }
    const numbers = [...found.values()]
    const hits = (fits: (g: GoldFigure, f: GoldFigure) => boolean) => {
      const left = new Set(numbers)
      return gold.filter((g) => {
        const f = [...left].find((one) => one.kind === g.kind && fits(g, one))
        return f !== undefined && left.delete(f)
      }).length
    }
    const exact = hits((g, f) => g.low === f.low && g.high === f.high)
    const range = hits((g, f) => g.low <= f.high && f.low <= g.high)
    return {
      'exact.hits': exact,
      'exact.found': numbers.length,
      'exact.gold': gold.length,
      'range.hits': range,
      'range.found': numbers.length,
      'range.gold': gold.length,
    }
  })
  const base = {
    component: 'quantities',
    data: 'MUC-4 tst4, mixed case; not trained on',
    n: `${measured.length} messages, ${sum(counts, 'exact.gold')} numbers`,
  }
  return [
    {
      ...base,
      metric: 'dead and injured, F1 of the same bounds',
      figure: withInterval(counts, f1('exact')),
      reference: "MUC-4's best: recall 66, precision 56, F1 60.6 (published, all victims, tst3)",
    },
    { ...base, metric: 'dead and injured, F1 of bounds that meet', figure: withInterval(counts, f1('range')), reference: '–' },
  ]
}

const readMuc = (): GoldDocument<GoldFigure[]>[] => {
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
      return [{ doc, text, published, gold: keys.get(doc) ?? [] }]
    })
}

/** The numbers of dead and injured by message, from slot 21 (number) where slot 23 (effect) has the same words. */
const readKeys = (keys: string): Map<string, GoldFigure[]> => {
  const found = new Map<string, Map<string, GoldFigure>>()
  for (const template of keys.split(/^(?=0\. {2}MESSAGE: ID)/m)) {
    const doc = /^0\.\s+MESSAGE: ID\s+(\S+)/.exec(template)?.[1]
    if (doc === undefined) continue
    const slot = (number: number) => new RegExp(`^${number}\\. .{30}([\\s\\S]*?)(?=^\\d+\\. )`, 'm').exec(template)?.[1] ?? ''
    const entries = (number: number) =>
      slot(number)
        .split('\n')
        .flatMap((line) => {
          const entry = /^\s*\??\s*([^:"]+): (.*)$/.exec(line)
          return entry ? [{ value: entry[1]!.trim(), words: [...entry[2]!.matchAll(/"([^"]*)"/g)].map(([, words]) => words!) }] : []
        })
    const effects = entries(23)
    const figures = found.get(doc) ?? new Map<string, GoldFigure>()
    found.set(doc, figures)
    for (const { value, words } of entries(21)) {
      const effect = effects.find(
        (one) => /DEATH|INJURY/.test(one.value) && !/^NO /.test(one.value) && one.words.some((word) => words.includes(word)),
      )
      const number = /^\d+$/.test(value)
        ? { low: Number(value), high: Number(value) }
        : readFigure(value.toLowerCase().replace(/^~/, 'about '))
      if (!effect || !number || (number.low ?? number.high)! < 2) continue
      const kind = effect.value.includes('DEATH') ? 'killed' : 'injured'
      const figure: GoldFigure = { kind, low: number.low ?? 0, high: number.high ?? Number.POSITIVE_INFINITY }
      figures.set(JSON.stringify(figure), figure)
    }
  }
  return new Map([...found].map(([doc, figures]) => [doc, [...figures.values()]]))
}
