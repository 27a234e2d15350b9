import pc from 'picocolors'
import type { Claim, Reading } from '../claim.js'
import { languageName } from '../ingest/language.js'
import { type Span, sliceOf, spanKey } from '../report.js'
import { claimLines, sourceName, typeColour } from './claim-lines.js'
import { type Colours, type Layout, wrapped } from './layout.js'
import { printable } from './printable.js'

/** A report as a page for people: where it comes from, its sentences, under each what it claims, and at the end who says how much. */
export const page = (reading: Reading, { width, colour }: Layout): string => {
  const colours = pc.createColors(colour)
  const body = pieces(reading).map((piece) =>
    piece.claims.length === 0
      ? wrapped(colours.dim(printable(piece.text)), width, '  ')
      : [sentence(reading.report.text, piece, width, colours), ...piece.claims.map((claim) => claimLines(claim, width, colours))].join(
          '\n',
        ),
  )
  const end = colours.dim('─'.repeat(width))
  return `${[...header(reading, width, colours), ...body.flatMap((block) => ['', block]), '', end, summary(reading, width, colours)].join('\n')}\n\n`
}

const header = ({ doc, report }: Reading, width: number, colours: Colours): readonly string[] => {
  const { title, publisher, byline, published, language, url } = report
  const facts = [
    publisher,
    byline,
    published?.replace('T', ' ') ?? 'date unknown (--published gives it)',
    language && languageName(language),
  ].filter((fact) => fact !== null)
  const dim = (text: string) => wrapped(colours.dim(printable(text)), width)
  return [
    dim(`── ${doc} `.padEnd(width, '─')),
    ...(title === null ? [] : [wrapped(colours.bold(printable(title)), width)]),
    dim(facts.join(' · ')),
    ...(url === null ? [] : [dim(url)]),
  ]
}

/** A stretch of the text: a sentence with its claims, or what lies between such sentences, a paragraph at a time. */
interface Piece {
  readonly span: Span
  readonly text: string
  readonly claims: readonly Claim[]
}

const pieces = ({ report: { text, title }, claims }: Reading): readonly Piece[] => {
  const byPlace = [...claims].sort((a, b) => a.sentence.start - b.sentence.start || a.trigger.span.start - b.trigger.span.start)
  const sentences = groups(byPlace, ({ sentence }) => spanKey(sentence)).values()
  const found: Piece[] = []
  let from = 0
  for (const claimsOfSentence of sentences) {
    const span = claimsOfSentence[0]!.sentence
    found.push(...between(text, from, span.start), { span, text: sliceOf(text, span), claims: claimsOfSentence })
    from = Math.max(from, span.end)
  }
  return [...found, ...between(text, from, text.length)].filter((piece, i) => i > 0 || piece.claims.length > 0 || piece.text !== title)
}

const groups = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> => {
  const found = new Map<string, Item[]>()
  for (const item of items) {
    const group = found.get(key(item))
    if (group) group.push(item)
    else found.set(key(item), [item])
  }
  return found
}

const between = (text: string, start: number, end: number): readonly Piece[] =>
  text
    .slice(start, end)
    .split('\n')
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => ({ span: { start, end }, text: paragraph.trim(), claims: [] }))

/** The sentence with the words that make claims standing out, between asterisks where there is no colour. */
const sentence = (text: string, { span, claims }: Piece, width: number, colours: Colours): string => {
  let styled = ''
  let from = span.start
  for (const claim of claims) {
    const { start, end } = claim.trigger.span
    if (start < from || end > span.end) continue
    const trigger = printable(text.slice(start, end))
    const marked = colours.isColorSupported ? colours.bold(colours.underline(typeColour(claim, colours)(trigger))) : `*${trigger}*`
    styled += printable(text.slice(from, start)) + marked
    from = end
  }
  return wrapped(styled + printable(text.slice(from, span.end)), width, '  ')
}

const SOURCES_SHOWN = 6

const summary = ({ claims }: Reading, width: number, colours: Colours): string => {
  if (claims.length === 0) return colours.dim('no claims')
  const sentences = new Set(claims.map((claim) => spanKey(claim.sentence))).size
  const sources = [...groups(claims, sourceName)].map(([name, said]) => ({ name, count: said.length })).sort((a, b) => b.count - a.count)
  const named = sources.slice(0, SOURCES_SHOWN).map(({ name, count }) => `${name}\u00a0${colours.dim(String(count))}`)
  const more = sources.length > SOURCES_SHOWN ? [colours.dim(`${sources.length - SOURCES_SHOWN} more`)] : []
  const counts = `${plural(claims.length, 'claim')} in ${plural(sentences, 'sentence')}`
  return wrapped(`${colours.bold(counts)} · according to ${[...named, ...more].join(', ')}`, width)
}

const plural = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`
