import type { Certainty, ClaimType, FigureKind, Status } from '../claim.js'
import type { Span } from '../report.js'
import { isOneClause } from './clause.js'
import { argmax, type Run, readRuns, softmax } from './labels.js'
import type { LinkInput, Logits, Manifest } from './model.js'
import type { FigureLink, Link, Trigger } from './parse.js'
import type { EncodedSentence, Window } from './windows.js'

/** Most word pieces read around a trigger for its links: its sentence and what fits of the one before. */
const CONTEXT = 128
/** Upper bounds of the buckets of a sentence's place in the report. */
const POSITIONS = [0, 1, 2, 4, 8, 16]

/** A word of a window: its first piece in the row, and its extent in the text. */
export interface WindowWord {
  readonly row: number
  readonly sentence: number
  readonly span: Span
}

/** A trigger word found in a window, before its links are read. */
export interface Found {
  readonly word: WindowWord
  /** Last word of the trigger, for particles and light verbs. */
  readonly last: WindowWord
  readonly type: ClaimType
  readonly confidence: number
}

/** Words of the window, context included, in order. */
export function wordsOf(window: Window, sentences: readonly EncodedSentence[]): WindowWord[] {
  const words: { row: number; sentence: number; span: Span; word: number }[] = []
  for (let row = 0; row < window.ids.length; row++) {
    const sentence = window.sentences[row]!
    if (sentence < 0) continue
    const position = window.positions[row]!
    const { words: numbers, spans } = sentences[sentence]!
    const open = words.at(-1)
    if (open && open.sentence === sentence && open.word === numbers[position])
      open.span = { start: open.span.start, end: spans[position]!.end }
    else words.push({ row, sentence, span: spans[position]!, word: numbers[position]! })
  }
  return words
}

/** Trigger words of the window's core, with their types. */
export function findTriggers(
  window: Window,
  words: readonly WindowWord[],
  logits: Logits,
  decode: Manifest['decode'],
  names: readonly string[],
): Found[] {
  const found: Found[] = []
  const inner = names.length - 1
  words.forEach((word, i) => {
    if (word.sentence < window.core) return
    const p = softmax(logits, word.row)
    if (1 - p[0]! - p[inner]! < decode.trigger) return
    p[0] = 0
    p[inner] = 0
    const best = argmax(p)
    let last = word
    for (let j = i + 1; j < words.length && j <= i + 3 && words[j]!.sentence === word.sentence; j++) {
      if (argmax(softmax(logits, words[j]!.row)) !== inner) break
      last = words[j]!
    }
    found.push({ word, last, type: names[best] as ClaimType, confidence: calibrated(p[best]!, decode.calibration) })
  })
  return found
}

/** Value of a rising piecewise-linear map. */
export function calibrated(raw: number, map: Manifest['decode']['calibration']): number {
  const above = map.findIndex(([x]) => x >= raw)
  if (above <= 0) return map[Math.max(above, 0)]![1]
  const [x0, y0] = map[above - 1]!
  const [x1, y1] = map[above]!
  return y0 + ((y1 - y0) * (raw - x0)) / (x1 - x0)
}

/** What the linker reads for a word taken as a trigger. */
export function linkInput(window: Window, word: WindowWord, last: WindowWord, mark: number): LinkInput {
  const { sentence } = word
  const own = window.sentences.indexOf(sentence)
  let to = window.sentences.lastIndexOf(sentence) + 1
  let from = own
  if (to - own >= CONTEXT) {
    from = Math.max(own, Math.min(word.row - CONTEXT / 2, to - CONTEXT))
    to = from + CONTEXT
  } else {
    const before = window.sentences.indexOf(sentence - 1)
    if (before >= 0) from = Math.max(before, to - CONTEXT)
  }
  const flags: number[] = []
  for (let row = from; row < to; row++) {
    const inTrigger = window.sentences[row] === sentence && row >= word.row && row <= last.row
    flags.push(inTrigger ? 2 : window.sentences[row] === sentence ? 1 : 0)
  }
  // a trigger of several pieces is marked on all of them
  for (let row = last.row + 1; row < to && window.sentences[row] === sentence && window.joins[row]; row++) flags[row - from] = 2
  const bucket = POSITIONS.findIndex((bound) => sentence <= bound)
  return { row: 0, from, to, flags, mark, position: bucket < 0 ? POSITIONS.length : bucket, at: word.row - from }
}

interface Context {
  readonly words: readonly WindowWord[]
  /** Rows of the words' first pieces in the linker's output. */
  readonly rows: readonly number[]
}

function contextOf(words: readonly WindowWord[], input: LinkInput, index: number, width: number): Context {
  const inside = words.filter((w) => w.row >= input.from && w.row < input.to)
  return { words: inside, rows: inside.map((w) => index * width + w.row - input.from) }
}

const EDGE = /^[\s"'\u201c\u201d\u2018\u2019`([,;:.\u2014\u2013-]+|[\s"'\u201c\u201d\u2018`)\],;:\u2014\u2013-]+$/g

/** The words of a run as a span, without quotation marks, brackets and commas at its edges. */
function spanOf(text: string, words: readonly WindowWord[], run: Run): Span | null {
  let { start } = words[run.from]!.span
  let { end } = words[run.to - 1]!.span
  const slice = text.slice(start, end)
  const kept = slice.replace(EDGE, '')
  if (kept === '') return null
  start += slice.indexOf(kept)
  end = start + kept.length
  return { start, end }
}

/** Words that name nothing when they stand alone. */
const EMPTY = /^(?:the|a|an|of|to|in|on|at|by|for|from|with|and|or|that|this|local|its|their)$/i

/**
 * Two runs of a label with nothing between them, or only a hyphen, are one, as is a place with the one that it lies in ("Manbij in Syria"):
 * separate fillers have a comma or "and" between them.
 */
function joined(text: string, words: readonly WindowWord[], runs: readonly Run[]): Run[] {
  const out: Run[] = []
  for (const run of runs) {
    const before = out.at(-1)
    const gap = before ? text.slice(words[before.to - 1]!.span.end, words[run.from]!.span.start) : ''
    if (before && before.label === run.label && (run.label === 'place' ? PLACE_GAP : GAP).test(gap)) {
      const [a, b] = [before.to - before.from, run.to - run.from]
      out[out.length - 1] = { ...before, to: run.to, confidence: (before.confidence * a + run.confidence * b) / (a + b) }
    } else out.push(run)
  }
  return out
}

const GAP = /^(?: |-|)$/
const PLACE_GAP = /^(?: |-| in (?:the )?|)$/

/** Reads the linker's output for each trigger found. */
export function readTriggers(
  text: string,
  found: readonly Found[],
  inputs: readonly LinkInput[],
  words: readonly WindowWord[],
  out: { readonly width: number; readonly heads: Readonly<Record<string, Logits>> },
  manifest: Manifest,
): Trigger[] {
  const { heads, decode } = manifest
  const pick = (head: string, i: number) => heads[head]![argmax(softmax(out.heads[head]!, i))]!
  const yes = (head: 'negated' | 'background', i: number) => softmax(out.heads[head]!, i)[1]! >= decode[head]
  return found.map((trigger, i) => {
    const input = inputs[i]!
    const context = contextOf(words, input, i, out.width)
    const runs = (head: string, more = 0) => readRuns(out.heads[head]!, context.rows, heads[head]!, (decode.bias[head] ?? 0) + more)
    const linkOf = (run: Run): Link | null => {
      const span = spanOf(text, context.words, run)
      if (!span || EMPTY.test(text.slice(span.start, span.end))) return null
      const sector = heads.sector![argmax(softmax(out.heads.sector!, context.rows[run.from]!))]!
      return { span, confidence: run.confidence, sector: sector === '-' ? null : sector }
    }
    const roles = (more = 0) => joined(text, context.words, runs('role', more))
    const role = roles()
    const links = (label: string, among: readonly Run[] = role) =>
      among
        .filter((r) => r.label === label)
        .map(linkOf)
        .filter((x): x is Link => x !== null)
    const plain = (label: string, among?: readonly Run[]) => links(label, among).map((x) => ({ ...x, sector: null }))
    const span = { start: trigger.word.span.start, end: trigger.last.span.end }
    const surestTime = (among: readonly Run[], fits: (time: Span) => boolean = () => true) =>
      plain('time', among)
        .filter((time) => fits(time.span))
        .sort((a, b) => b.confidence - a.confidence)[0] ?? null
    const figures = runs('figure').flatMap((run): FigureLink[] => {
      const span = spanOf(text, context.words, run)
      return span
        ? [{ span, kinds: rankedKinds(out.heads.figure!, context.rows[run.from]!, heads.figure!), confidence: run.confidence }]
        : []
    })
    return {
      span,
      sentence: trigger.word.sentence,
      type: trigger.type,
      mode: modeOf(out.heads.mode!, i, heads.mode!),
      status: pick('status', i) as Status,
      negated: yes('negated', i),
      background: yes('background', i),
      certainty: pick('certainty', i) as Certainty,
      confidence: trigger.confidence,
      actor: links('actor'),
      recipient: links('recipient'),
      place: plain('place'),
      time: surestTime(role) ?? surestTime(roles(TIME_BIAS), (time) => isOneClause(text, span, time)),
      figures,
      attribution: attributionOf(
        joined(text, context.words, runs('attribution')),
        () => joined(text, context.words, runs('attribution', SOURCE_BIAS)),
        (run) => NAMELESS.test(text.slice(context.words[run.from]!.span.start, context.words[run.to - 1]!.span.end)),
        linkOf,
      ),
    }
  })
}

/** The kinds of a figure by its first word, the likeliest first. */
function rankedKinds(logits: Logits, row: number, names: readonly string[]): FigureKind[] {
  const shares = softmax(logits, row)
  return names
    .flatMap((name, i) => (name.startsWith('B-') ? [{ kind: name.slice(2) as FigureKind, share: shares[i]! }] : []))
    .sort((a, b) => b.share - a.share)
    .map(({ kind }) => kind)
}

function modeOf(logits: Logits, i: number, names: readonly string[]): string | null {
  const mode = names[argmax(softmax(logits, i))]!
  return mode === '-' ? null : mode
}

/** How much further a time is looked for where none was found, within the trigger's clause. */
const TIME_BIAS = 2
/** How much further a source is looked for where its cue was found without it. */
const SOURCE_BIAS = 2
/** Cues that go without a source: "is believed", "reportedly". */
const NAMELESS = /\b(?:is|are|was|were|be|been|being)\b|ly$/i

/** The chain of who says so, outermost first, from labelled runs; the surest run of each kind counts. */
function attributionOf(
  runs: readonly Run[],
  wider: () => readonly Run[],
  nameless: (cue: Run) => boolean,
  linkOf: (run: Run) => Link | null,
): Trigger['attribution'] {
  const best = (label: string, among: readonly Run[] = runs) =>
    among.filter((r) => r.label === label).sort((a, b) => b.confidence - a.confidence)[0]
  const link = (run: Run | undefined) => (run ? linkOf(run) : null)
  const pair = (prefix: '' | 'outer-') => {
    const cue = best(`${prefix}cue`)
    const source = best(`${prefix}source`) ?? (cue && !nameless(cue) ? best(`${prefix}source`, wider()) : undefined)
    return { source: link(source), cue: link(cue) }
  }
  return [pair('outer-'), pair('')].filter((x) => x.source || x.cue)
}
