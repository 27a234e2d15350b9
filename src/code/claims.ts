import { createHash } from 'node:crypto'
import type { ActorFiller, Attribution, Claim, Coder, Figure, PlaceFiller, TimeFiller } from '../claim.js'
import type { FigureLink, Parse, Trigger } from '../parse/parse.js'
import { overlaps, type Problem, type Report, type Span, sliceOf, spanKey } from '../report.js'
import type { Resolution } from '../resolve/resolution.js'
import type { Codebook } from './codebook.js'
import { codesOf } from './codes.js'
import { countedBy } from './counted.js'
import { figureKind } from './figure-kind.js'
import { withoutBareRepeats } from './repeats.js'
import { type Sentence, sentencesOf } from './sentence.js'
import { statusFromWords } from './status.js'

/** What the code stage makes of one report. */
export interface Coding {
  /** In the order of their triggers in the text. */
  readonly claims: readonly Claim[]
  readonly problems: readonly Problem[]
}

/**
 * Assembles the claims of a report from what was read and what it refers to; a pure function. Of triggers that share words the
 * surest makes the claim. A mode that its type does not have is left out. A number that could not be read leaves a problem.
 */
export const codeClaims = (report: Report, parse: Parse, resolution: Resolution, coder: Coder, codebook: Codebook): Coding => {
  const sentences = sentencesOf(parse)
  const coded = distinct(parse.triggers).map((trigger) =>
    codeClaim(report, sentences[trigger.sentence]!, resolution, coder, codebook, trigger),
  )
  return { claims: withoutBareRepeats(coded.map(({ claim }) => claim)), problems: coded.flatMap(({ problems }) => problems) }
}

const codeClaim = (report: Report, sentence: Sentence, resolution: Resolution, coder: Coder, codebook: Codebook, trigger: Trigger) => {
  const { text } = report
  const [understood, unclear] = partition(surest(trigger.figures), ({ span }) => resolution.figures.has(spanKey(span)))
  const uncoded = {
    id: idOf(report, coder, trigger),
    type: trigger.type,
    mode: modeOf(codebook, trigger),
    sentence: sentence.span,
    trigger: quote(text, trigger.span),
    actor: once(
      trigger,
      surest(trigger.actor).map(({ span }) => actorFiller(text, resolution, span)),
    ),
    recipient: once(
      trigger,
      surest(trigger.recipient).map(({ span }) => actorFiller(text, resolution, span)),
    ),
    place: once(
      trigger,
      surest(trigger.place).map(({ span }) => placeFiller(text, resolution, span)),
    ),
    time: timeFiller(text, resolution, trigger),
    figures: distinctSpans(understood.flatMap((link) => figureOf(codebook, text, sentence, resolution, trigger, link) ?? [])),
    status: statusFromWords(text.slice(sentence.span.start, trigger.span.start)) ?? trigger.status,
    negated: trigger.negated,
    background: trigger.background,
    certainty: trigger.certainty,
    attribution: attributionOf(text, resolution, trigger),
  }
  const claim: Claim = { ...uncoded, codes: codesOf(codebook, uncoded, sliceOf(text, sentence.span)), confidence: trigger.confidence }
  const puzzling = unclear.filter(({ span }) => !VAGUE.test(sliceOf(text, span)) && !isDated(resolution, span))
  return { claim, problems: puzzling.map(({ span }) => notUnderstood(text, span)) }
}

/** Triggers in text order; where some share words, the surest of them, and of equally sure ones the first. */
const distinct = (triggers: readonly Trigger[]): readonly Trigger[] => {
  const taken = new Set<number>()
  const kept = [...triggers].sort(bySureness).filter(({ span }) => {
    const units = Array.from({ length: span.end - span.start }, (_, at) => span.start + at)
    if (units.some((unit) => taken.has(unit))) return false
    for (const unit of units) taken.add(unit)
    return true
  })
  return kept.sort(byPosition)
}

interface Sure {
  readonly span: Span
  readonly confidence: number
}

/** Links in text order, one for each span: the surest. */
const surest = <L extends Sure>(links: readonly L[]): readonly L[] => {
  const kept = new Map<string, L>()
  for (const link of [...links].sort(bySureness)) if (!kept.has(spanKey(link.span))) kept.set(spanKey(link.span), link)
  return [...kept.values()].sort(byPosition)
}

/** Of fillers that name the same thing ("the group" and "it"), the one nearest to the trigger. */
const once = <F extends { readonly span: Span; readonly name: string }>({ span }: Trigger, fillers: readonly F[]): readonly F[] => {
  const distance = (filler: F) => Math.max(filler.span.start - span.end, span.start - filler.span.end)
  const same = (a: F, b: F) => a !== b && a.name.toLowerCase() === b.name.toLowerCase()
  return fillers.filter((a) => !fillers.some((b) => same(a, b) && distance(b) < distance(a)))
}

const bySureness = (a: Sure, b: Sure): number => b.confidence - a.confidence || byPosition(a, b)

const byPosition = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  a.span.start - b.span.start || a.span.end - b.span.end

const idOf = (report: Report, coder: Coder, { span, type }: Trigger): string =>
  createHash('sha256')
    .update([report.sha256.text, coder.name, coder.version, coder.model, spanKey(span), type].join('\n'))
    .digest('hex')
    .slice(0, 16)

const modeOf = (codebook: Codebook, { type, mode }: Trigger): string | null =>
  codebook.types.get(type)!.modes.some((entry) => entry.mode === mode) ? mode : null

const quote = (text: string, span: Span) => ({ span, text: sliceOf(text, span) })

const UNRESOLVED = { code: null, actor: null, wikidata: null, how: 'unresolved' } as const

const actorFiller = (text: string, resolution: Resolution, span: Span): ActorFiller => {
  const words = quote(text, span)
  return { ...words, ...(resolution.actors.get(spanKey(span)) ?? { name: words.text, ...UNRESOLVED }) }
}

const NOWHERE = {
  country: null,
  geonameid: null,
  lat: null,
  lon: null,
  admin1: null,
  precision: 'unknown',
  alternatives: [],
  how: 'unresolved',
} as const

const placeFiller = (text: string, resolution: Resolution, span: Span): PlaceFiller => {
  const words = quote(text, span)
  return { ...words, ...(resolution.places.get(spanKey(span)) ?? { name: words.text, ...NOWHERE }) }
}

const NEVER = { value: null, precision: 'unknown', how: 'unresolved' } as const

const timeFiller = (text: string, resolution: Resolution, trigger: Trigger): TimeFiller => {
  if (trigger.time === null) return { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' }
  const { span, value, precision, how } = resolution.times.get(spanKey(trigger.span)) ?? { ...NEVER, span: trigger.time.span }
  return { ...quote(text, span), value, precision, how }
}

const figureOf = (
  codebook: Codebook,
  text: string,
  sentence: Sentence,
  resolution: Resolution,
  trigger: Trigger,
  { span, kinds }: FigureLink,
): Figure | null => {
  const { low, high, span: whole } = resolution.figures.get(spanKey(span))!
  const of = countedBy(codebook, text, sentence, trigger, whole)
  const kind = figureKind(codebook, codebook.types.get(trigger.type)!, text, sentence.span, { span: whole, of, kinds })
  return kind && { ...quote(text, whole), kind, of, low, high }
}

/** Two parts of one number are one figure. */
const distinctSpans = (figures: readonly Figure[]): readonly Figure[] => [
  ...new Map(figures.map((figure) => [spanKey(figure.span), figure])).values(),
]

/** A number of a date is no figure. */
const isDated = ({ expressions }: Resolution, span: Span): boolean => expressions.some((time) => overlaps(time.span, span))

const attributionOf = (text: string, resolution: Resolution, trigger: Trigger): readonly Attribution[] =>
  trigger.attribution
    .filter(({ source, cue }) => source !== null || cue !== null)
    .map(({ source, cue }) => {
      if (source === null) return { source, cue: cue && quote(text, cue.span) }
      const { name, code, ...words } = actorFiller(text, resolution, source.span)
      return { source: { span: words.span, text: words.text, name, code }, cue: cue && quote(text, cue.span) }
    })

/** Words of quantity that the guide does not count as figures. */
const VAGUE =
  /^(?:(?:a|the)\s+)?(?:several|some|many|few|a few|numerous|multiple|various|number of|series of|handful of|group of|most|more|others|all|both|each|any|much|least|last)$/i

const notUnderstood = (text: string, span: Span): Problem => ({
  code: 'code/figure-not-understood',
  message: `The number "${sliceOf(text, span)}" could not be read`,
  severity: 'warning',
  file: null,
  span,
})

const partition = <T>(items: readonly T[], test: (item: T) => boolean): readonly [readonly T[], readonly T[]] => [
  items.filter(test),
  items.filter((item) => !test(item)),
]
