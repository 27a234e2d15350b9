import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/report.js'
import { chronoTimes } from '../reference/chrono.js'
import type { Component, GoldDocument } from './component.js'
import { type Counts, f1, plain, sum, withInterval } from './counts.js'
import { DATA, isHeld, readText } from './data.js'
import { pairs } from './match.js'

interface GoldTime {
  readonly span: Span
  /** TIMEX3 or TIMEX2 value. */
  readonly value: string
}

/** Time expressions: detection and values on the half of TempEval-3's training set and of WikiWars that no rule was developed on. */
export const time: Component = (read) =>
  (
    [
      ['TempEval-3 (TimeBank, AQUAINT), held half', readTempEval(), 'HeidelTime value F1 77.6 (published, on the platinum set)'],
      ['WikiWars, held half', readWikiWars(), null],
    ] as const
  ).flatMap(([data, documents, published]) => {
    const measured = read(documents.filter(({ doc }) => isHeld(doc)))
    const mine = measured.map(({ gold, reading }) => count(gold, reading.layers?.times ?? [], valueFits))
    const chrono = measured.map(({ gold, text, published }) => count(gold, chronoTimes(text, published ?? null), valueFits))
    const chronoFigure = (name: string) => `chrono-node ${plain(chrono, f1(name))} (measured)`
    const base = {
      component: 'time',
      data: `${data}; rules, no training`,
      n: `${measured.length} reports, ${sum(mine, 'strict.gold')} times`,
    }
    return [
      { ...base, metric: 'detection F1, strict', figure: withInterval(mine, f1('strict')), reference: chronoFigure('strict') },
      { ...base, metric: 'detection F1, relaxed', figure: withInterval(mine, f1('relaxed')), reference: chronoFigure('relaxed') },
      {
        ...base,
        metric: 'value F1 (as EDTF)',
        figure: withInterval(mine, f1('value')),
        reference: [chronoFigure('value'), ...(published ? [published] : [])].join('; '),
      },
    ]
  })

const count = <F extends { readonly span: Span; readonly value: string | null }>(
  gold: readonly GoldTime[],
  found: readonly F[],
  fits: (gold: GoldTime, found: F) => boolean,
): Counts => {
  const matched = pairs(gold, found, () => true)
  const sides = (name: string, hits: number) => ({ [`${name}.hits`]: hits, [`${name}.found`]: found.length, [`${name}.gold`]: gold.length })
  return {
    ...sides('strict', matched.filter(([g, f]) => g.span.start === f.span.start && g.span.end === f.span.end).length),
    ...sides('relaxed', matched.length),
    ...sides('value', matched.filter(([g, f]) => fits(g, f)).length),
  }
}

/** True where the program's value says what gold says. A vague reference (PRESENT_REF) is no date, so that null is right. */
const valueFits = (gold: GoldTime, found: { readonly value: string | null }): boolean =>
  edtfOf(gold.value) === (found.value && lengthOf(found.value))

const pad = (value: number, width = 2): string => String(value).padStart(width, '0')
const dayOf = (year: number, month: number, day: number): string => {
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(year, month - 1, day)
  return `${pad(date.getUTCFullYear(), 4)}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}`
}
/** One spelling of a length, as ISO 8601 has it: a day for 24 hours, months for quarters, years for decades and centuries. */
const lengthOf = (value: string): string =>
  value
    .replace(/^PT24H$/, 'P1D')
    .replace(/^P(\d+)Q$/, (_, quarters: string) => `P${Number(quarters) * 3}M`)
    .replace(/^PX(?:DE|C)$/, 'PXY')
    .replace(/^P(\d+)DE$/, 'P$10Y')
    .replace(/^P(\d+)CE$/, 'P$100Y')
const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** EDTF, or ISO 8601 for a length, of a TIMEX value; null where it is no date. The time of day is left out. */
const edtfOf = (timex: string): string | null => {
  if (/^P[T\dX]/.test(timex)) return lengthOf(timex)
  if (timex === '' || timex.includes('REF') || /^X/.test(timex)) return null
  const value = timex.replace(/T.*$/, '')
  const before = /^BC(\d+)$/.exec(value)
  if (before) return `-${pad(Number(before[1]) - 1, 4)}`
  const week = /^(\d{4})-W(\d\d?)(-WE)?$/.exec(value)
  if (week) {
    const year = Number(week[1])
    const first = new Date(Date.UTC(year, 0, 4))
    const monday = 4 - ((first.getUTCDay() + 6) % 7) + 7 * (Number(week[2]) - 1)
    return week[3]
      ? `${dayOf(year, 1, monday + 5)}/${dayOf(year, 1, monday + 6)}`
      : `${dayOf(year, 1, monday)}/${dayOf(year, 1, monday + 6)}`
  }
  const part = /^(\d{4})-(?:([QH])(\d)|(SP|SU|FA|WI))$/.exec(value)
  if (part) {
    const year = Number(part[1])
    const length = part[2] === 'H' ? 6 : 3
    const from = part[4] ? SEASONS[part[4]]! : (Number(part[3]) - 1) * length + 1
    return `${dayOf(year, from, 1).slice(0, 7)}/${dayOf(year, from + length - 1, 1).slice(0, 7)}`
  }
  const decade = /^(\d{3})X?$/.exec(value)
  if (decade) return `${decade[1]}0/${decade[1]}9`
  const century = /^(\d\d)(?:XX)?$/.exec(value)
  if (century) return `${century[1]}01/${Number(century[1]) + 1}00`
  return value
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

/** The text of inline mark-up and the outermost elements of one tag in it. */
const readInline = (markup: string, tag: string): { text: string; gold: GoldTime[] } => {
  let text = ''
  const gold: GoldTime[] = []
  const open: { start: number; attributes: string }[] = []
  for (const piece of markup.match(/<[^>]+>|&\w+;|[^<&]+|[<&]/g) ?? []) {
    if (piece.startsWith(`<${tag}`)) open.push({ start: text.length, attributes: piece })
    else if (piece === `</${tag}>`) {
      const { start, attributes } = open.pop()!
      const value = /\bval(?:ue)?="([^"]*)"/.exec(attributes)?.[1] ?? ''
      if (open.length === 0) gold.push({ span: { start, end: text.length }, value })
    } else if (!/^<./.test(piece)) text += ENTITIES[piece] ?? piece
  }
  return { text, gold }
}

const readTempEval = (): GoldDocument<GoldTime[]>[] =>
  ['TimeBank', 'AQUAINT'].flatMap((part) =>
    readdirSync(join(DATA, 'tempeval', part))
      .filter((name) => name.endsWith('.tml'))
      .sort()
      .map((name) => {
        const markup = readText('tempeval', part, name)
        const published = /<DCT>.*?value="(\d{4}-\d\d-\d\d)/s.exec(markup)?.[1] ?? null
        return { doc: name, published, ...readInline(/<TEXT>(.*?)<\/TEXT>/s.exec(markup)![1]!, 'TIMEX3') }
      }),
  )

/** The corpus gives each page's day of download, which is no date that the text counts from. */
const DOWNLOADED = '2009-12-19'

const readWikiWars = (): GoldDocument<GoldTime[]>[] =>
  readdirSync(join(DATA, 'wikiwars/keyinline'))
    .sort()
    .map((name) => ({
      doc: name,
      published: DOWNLOADED,
      ...readInline(/<TEXT>(.*?)<\/TEXT>/s.exec(readText('wikiwars/keyinline', name))![1]!, 'TIMEX2'),
    }))
