import type { MentionType } from '../claim.js'
import type { Span } from '../report.js'
import { type Run, readRuns } from './labels.js'
import type { ReaderModel } from './model.js'
import type { AttributionMention, Mention, Parse, Token, Trigger } from './parse.js'
import { splitSentences } from './sentences.js'
import { findTriggers, linkInput, readTriggers, type WindowWord, wordsOf } from './triggers.js'
import { encodeSentence, packWindows } from './windows.js'

/** A sentence without three letters in a row can hold no claim and is not shown to the model. */
const READABLE = /\p{L}{3}/u
/** Triggers whose links are read in one run of the linker. */
const BATCH = 24

/** Sentences, tokens and one pass of the reader model over the text. */
export async function parseReport(text: string, model: ReaderModel, options: { readonly attributions?: boolean } = {}): Promise<Parse> {
  const sentences = splitSentences(text)
  const encoded = sentences.map((span) =>
    READABLE.test(text.slice(span.start, span.end))
      ? encodeSentence(text, span, model.vocabulary)
      : { ids: [], shapes: [], spans: [], words: [] },
  )
  const { manifest } = model
  const tokens: Token[] = []
  const mentions: Mention[] = []
  const triggers: Trigger[] = []
  const attributions: AttributionMention[] = []
  for (const window of packWindows(encoded, model.vocabulary)) {
    const words = wordsOf(window, encoded)
    const core = words.filter((w) => w.sentence >= window.core)
    if (core.length === 0) continue
    tokens.push(...core.map(({ span, sentence }) => ({ span, sentence })))
    const hidden = await model.encode([window])
    mentions.push(...mentionsOf(core, hidden.heads, model))
    const found = findTriggers(window, words, hidden.heads.trigger!, manifest.decode, manifest.heads.trigger!)
    for (let i = 0; i < found.length; i += BATCH) {
      const batch = found.slice(i, i + BATCH)
      const inputs = batch.map((f) => linkInput(window, f.word, f.last, manifest.marks.indexOf(f.type)))
      triggers.push(...readTriggers(text, batch, inputs, words, await model.link(hidden, inputs), manifest))
    }
    if (options.attributions) {
      const cues = cuesOf(core, hidden.heads.cue!, manifest.heads.cue!)
      for (let i = 0; i < cues.length; i += BATCH) {
        const batch = cues.slice(i, i + BATCH)
        const inputs = batch.map(([first, last]) => linkInput(window, first, last, manifest.marks.indexOf('CUE')))
        const out = await model.link(hidden, inputs)
        batch.forEach(([first, last], k) => {
          const inside = words.filter((w) => w.row >= inputs[k]!.from && w.row < inputs[k]!.to)
          const rows = inside.map((w) => k * out.width + w.row - inputs[k]!.from)
          const runs = readRuns(out.heads.attribution!, rows, manifest.heads.attribution!, manifest.decode.bias.attribution ?? 0)
          const extent = (label: string): Span | null => {
            const own = runs.filter((r) => r.label === label)
            if (own.length === 0) return null
            // a source is one run of words, the one nearest to the cue; a content may stand on both sides of it
            const away = (r: Run) => Math.min(Math.abs(inside[r.from]!.row - last.row), Math.abs(inside[r.to - 1]!.row - first.row))
            const [from, to] =
              label === 'source' ? Array(2).fill(own.reduce((a, b) => (away(b) < away(a) ? b : a))) : [own[0]!, own.at(-1)!]
            return { start: inside[from.from]!.span.start, end: inside[to.to - 1]!.span.end }
          }
          const content = extent('content')
          attributions.push({
            source: extent('source'),
            cue: { start: first.span.start, end: last.span.end },
            content,
            quoted: content !== null && /["\u201c\u201d\u201e\u00ab]/.test(text.slice(Math.max(0, content.start - 1), content.end + 1)),
          })
        })
      }
    }
  }
  return { sentences, tokens, mentions, triggers, attributions }
}

/** Runs of `B`, `I` labels of the cue head as first and last word. */
function cuesOf(
  words: readonly WindowWord[],
  logits: Parameters<typeof readRuns>[0],
  names: readonly string[],
): [WindowWord, WindowWord][] {
  const labels = names.map((n) => (n === 'B' ? 'B-cue' : n === 'I' ? 'I-cue' : n))
  return readRuns(
    logits,
    words.map((w) => w.row),
    labels,
  ).map((run) => [words[run.from]!, words[run.to - 1]!])
}

/** Names first, then what the wider head sees where no name stands. */
function mentionsOf(
  words: readonly WindowWord[],
  heads: Readonly<Record<string, Parameters<typeof readRuns>[0]>>,
  model: ReaderModel,
): Mention[] {
  const rows = words.map((w) => w.row)
  const read = (head: string) =>
    readRuns(heads[head]!, rows, model.manifest.heads[head]!, model.manifest.decode.bias[head] ?? 0).map((run) => ({
      span: { start: words[run.from]!.span.start, end: words[run.to - 1]!.span.end },
      type: run.label as MentionType,
      confidence: run.confidence,
    }))
  const wide = read('mentions')
  const names = read('names').filter(
    (n) => !wide.some((m) => m.span.start <= n.span.start && n.span.end <= m.span.end && m.type === n.type),
  )
  return [...wide, ...names].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}
