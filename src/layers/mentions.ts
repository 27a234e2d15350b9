import type { MentionType } from '../claim.js'
import type { Mention } from '../parse/parse.js'
import { overlaps, type Span, sliceOf, spanKey } from '../report.js'
import { pronounOf } from '../resolve/coreference/pronouns.js'
import type { Entity } from '../resolve/resolution.js'

export interface TypedSpan {
  readonly span: Span
  readonly type: MentionType
}

const NAMED: readonly MentionType[] = ['person', 'organisation', 'population', 'place', 'facility']

/**
 * One list of what the model found and of the times that the rules found, in text order: of two readings of the same words the surer,
 * and the pronouns of what is named.
 */
export const joinMentions = (text: string, found: readonly Mention[], times: readonly Span[], entities: readonly Entity[]): TypedSpan[] => {
  const kept: TypedSpan[] = []
  const taken = new Set<string>()
  const add = (one: TypedSpan): void => {
    if (taken.has(spanKey(one.span))) return
    taken.add(spanKey(one.span))
    kept.push(one)
  }
  for (const one of [...found].sort((a, b) => b.confidence - a.confidence)) {
    if (one.type === 'time' && times.some((time) => overlaps(time, one.span))) continue
    // two readings that cross cannot both be right
    if (kept.some((k) => crosses(k.span, one.span))) continue
    add(one)
  }
  for (const span of times) add({ span, type: 'time' })
  for (const entity of entities) {
    const type = kept.find((k) => NAMED.includes(k.type) && entity.spans.some((span) => spanKey(span) === spanKey(k.span)))?.type
    if (type === undefined) continue
    for (const span of entity.spans)
      if (pronounOf(sliceOf(text, span)) && !kept.some((k) => k.type === type && overlaps(k.span, span))) add({ span, type })
  }
  return kept.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

const crosses = (a: Span, b: Span): boolean =>
  overlaps(a, b) && !(a.start <= b.start && b.end <= a.end) && !(b.start <= a.start && a.end <= b.end)
