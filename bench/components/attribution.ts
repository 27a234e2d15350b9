import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/report.js'
import type { Component, GoldDocument } from './component.js'
import { f1, sum, withInterval } from './counts.js'
import { DATA, isHeld, unitsOf } from './data.js'
import { type Labelled, spanCounts } from './match.js'

const PARTS = ['source', 'cue', 'content'] as const
/** Exact-span F1 of a published system on PolNeAR's test part (Wang et al. 2023, CofeNet). */
const PUBLISHED = {
  source: 'BERT+CRF 82.2, BERT+CofeNet 83.2',
  cue: 'BERT+CRF 74.9, BERT+CofeNet 75.3',
  content: 'BERT+CRF 71.0, BERT+CofeNet 72.9',
}

/** Attribution: exact-span F1 of sources, cues and contents on PolNeAR dev; a span in several pieces counts from its first to its last. */
export const attribution: Component = (read) => {
  const counts = read(readPolnear('dev').filter(({ doc }) => isHeld(doc))).map(({ gold, reading }) => {
    const found = (reading.layers?.attributions ?? []).flatMap((one) =>
      PARTS.flatMap((type) => {
        const part = one[type]
        return part ? [{ span: part.span, type }] : []
      }),
    )
    return spanCounts(gold, found, PARTS)
  })
  return PARTS.flatMap((part) => [
    {
      component: 'attribution',
      data: 'PolNeAR dev, held half; trained on its train part',
      n: `${counts.length} reports, ${sum(counts, `exact.${part}.gold`)} spans`,
      metric: `exact F1, ${part}`,
      figure: withInterval(counts, f1(`exact.${part}`)),
      reference: `${PUBLISHED[part]} (published, on its test part)`,
    },
    {
      component: 'attribution',
      data: 'PolNeAR dev, held half; trained on its train part',
      n: `${sum(counts, `overlap.${part}.gold`)} spans`,
      metric: `overlap F1, ${part}`,
      figure: withInterval(counts, f1(`overlap.${part}`)),
      reference: '–',
    },
  ])
}

const readPolnear = (part: string): GoldDocument<Labelled[]>[] => {
  const folder = join(DATA, 'polnear', part)
  const byText = new Map(
    readdirSync(join(folder, 'attributions'))
      .filter((name) => name.endsWith('.ann'))
      .sort()
      .reverse()
      .map((name) => [name.replace(/_[^_]*\.ann$/, ''), name] as const),
  )
  return [...byText].reverse().map(([doc, file]) => {
    const text = readFileSync(join(folder, 'text', `${doc}.txt`), 'utf8')
    const units = unitsOf(text)
    const parts = new Map<string, Labelled>()
    const used = new Set<string>()
    for (const line of readFileSync(join(folder, 'attributions', file), 'utf8').split('\n')) {
      const span = /^(T\d+)\t(Source|Cue|Content) ([\d ;]+)\t/.exec(line)
      if (span) parts.set(span[1]!, { type: span[2]!.toLowerCase(), span: extent(span[3]!, units) })
      const event = /^E\d+\t(.*)/.exec(line)
      if (event) for (const [, , key] of event[1]!.matchAll(/(Source|Cue|Content)\d*:(T\d+)/g)) used.add(key!)
    }
    return { doc, text, gold: [...parts].filter(([key]) => used.has(key)).map(([, one]) => one) }
  })
}

const extent = (offsets: string, units: readonly number[]): Span => {
  const numbers = offsets.split(/[ ;]/).map(Number)
  return { start: units[Math.min(...numbers)]!, end: units[Math.max(...numbers)]! }
}
