import { memo, type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { ClaimRow, Span } from '../api/types.js'
import { type Family, familyOf } from '../claims/family.js'
import { type Field, roleSpans, spanOf } from '../claims/fields.js'
import { FamilyMark } from './marks.js'

interface Props {
  readonly text: string
  readonly claims: readonly ClaimRow[]
  readonly selected: ClaimRow | null
  readonly field: Field | null
  /** Words being chosen. */
  readonly chosen?: Span | null
  /** Spans that are hidden until asked for. */
  readonly covered?: readonly Span[]
  readonly onUncover?: (span: Span) => void
  readonly onPick: (claim: string, field: Field | null) => void
  /** Words were marked with the pointer. */
  readonly onChoose?: (span: Span) => void
  readonly label: string
}

interface Mark {
  readonly kind: 'trigger' | 'source' | 'sentence' | 'role' | 'chosen' | 'covered' | 'removed'
  readonly span: Span
  readonly claim?: ClaimRow
  readonly role?: string
  readonly field?: Field
}

/** The text of a report with its claims marked; all of it is shown as text, whatever it holds. */
export const ReportText = memo(function ReportText(props: Props) {
  const { text, claims, selected, field, chosen = null, covered = NONE, onPick, onChoose, onUncover, label } = props
  const box = useRef<HTMLElement>(null)
  const marks = useMemo(
    () => [...marksOf(claims, selected, chosen, covered), ...removedFrom(text)],
    [text, claims, selected, chosen, covered],
  )
  const paragraphs = useMemo(() => paragraphsOf(text), [text])
  useEffect(() => {
    if (!selected || !box.current) return
    const span = field ? spanOf(selected.claim, field) : selected.claim.trigger.span
    const element = box.current.querySelector<HTMLElement>(`[data-at="${span.start}"]`) ?? elementAt(box.current, span.start)
    if (element) bringIntoView(element)
  }, [selected, field])
  useEffect(() => {
    if (!chosen || !box.current) return
    const element = elementAt(box.current, Math.max(chosen.start, chosen.end - 1))
    if (element) bringIntoView(element)
  }, [chosen])
  useEffect(() => {
    const element = box.current
    if (!element) return
    const click = (event: MouseEvent) => {
      const range = getSelection()
      if (range && !range.isCollapsed) return
      const target = event.target as Element
      const cover = target.closest<HTMLElement>('[data-cover]')
      if (cover) return onUncover?.({ start: Number(cover.dataset.cover), end: Number(cover.dataset.coverEnd) })
      const role = target.closest<HTMLElement>('[data-field]')
      const trigger = target.closest<HTMLElement>('[data-claim]')
      if (trigger) onPick(trigger.dataset.claim!, null)
      else if (role && selected) onPick(selected.id, role.dataset.field as Field)
    }
    const choose = () => {
      const range = getSelection()
      if (!range || range.isCollapsed || !onChoose || !element.contains(range.anchorNode)) return
      const span = spanOfSelection(element, range, text)
      if (span) onChoose(span)
    }
    element.addEventListener('click', click)
    element.addEventListener('pointerup', choose)
    return () => {
      element.removeEventListener('click', click)
      element.removeEventListener('pointerup', choose)
    }
  }, [onPick, onChoose, onUncover, selected, text])
  return (
    <article ref={box} className="report-text" aria-label={label}>
      {paragraphs.map((span) => (
        <p key={span.start} data-start={span.start}>
          {pieces(text, span, marks, field)}
        </p>
      ))}
    </article>
  )
})

const NONE: readonly Span[] = []

const bringIntoView = (element: HTMLElement) => {
  const { top, bottom } = element.getBoundingClientRect()
  if (top < 140 || bottom > innerHeight - 120) element.scrollIntoView({ block: 'center' })
}

/** The element that shows the code unit at an offset. */
const elementAt = (box: HTMLElement, offset: number): HTMLElement | null => {
  let found: HTMLElement | null = null
  for (const element of box.querySelectorAll<HTMLElement>('[data-start]')) if (Number(element.dataset.start) <= offset) found = element
  return found
}

const paragraphsOf = (text: string): readonly Span[] =>
  [...text.matchAll(/[^\n]+/g)]
    .filter(([line]) => line.trim() !== '')
    .map(({ index, 0: line }) => ({ start: index, end: index + line.length }))

const marksOf = (
  claims: readonly ClaimRow[],
  selected: ClaimRow | null,
  chosen: Span | null,
  covered: readonly Span[],
): readonly Mark[] => {
  const marks: Mark[] = claims
    .filter(({ verdict }) => verdict !== 'rejected')
    .flatMap((claim): Mark[] => [
      { kind: 'trigger', span: claim.claim.trigger.span, claim },
      ...claim.claim.attribution.flatMap(({ source }): Mark[] => (source ? [{ kind: 'source', span: source.span }] : [])),
    ])
  if (selected) {
    marks.push({ kind: 'sentence', span: selected.claim.sentence })
    if (selected.verdict === 'rejected') marks.push({ kind: 'trigger', span: selected.claim.trigger.span, claim: selected })
    for (const { span, role, field } of roleSpans(selected.claim)) marks.push({ kind: 'role', span, role, field, claim: selected })
  }
  if (chosen) marks.push({ kind: 'chosen', span: chosen })
  for (const span of covered) marks.push({ kind: 'covered', span })
  return marks.filter(({ span }) => span.end > span.start)
}

/** Where words were removed for good. */
const removedFrom = (text: string): readonly Mark[] =>
  [...text.matchAll(/█+/g)].map(({ index, 0: blocks }) => ({ kind: 'removed', span: { start: index, end: index + blocks.length } }))

/** A paragraph cut wherever a mark begins or ends. */
const pieces = (text: string, { start, end }: Span, marks: readonly Mark[], field: Field | null): ReactNode[] => {
  const here = marks.filter(({ span }) => span.start < end && span.end > start)
  const cuts = new Set([start, end])
  for (const { span } of here) {
    if (span.start > start) cuts.add(span.start)
    if (span.end < end) cuts.add(span.end)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((from, index) => piece(text, from, sorted[index + 1]!, here, field))
}

const piece = (text: string, from: number, to: number, marks: readonly Mark[], field: Field | null): ReactNode => {
  const mine = marks.filter(({ span }) => span.start <= from && span.end >= to)
  const words = text.slice(from, to)
  const of = (kind: Mark['kind']) => mine.find((mark) => mark.kind === kind)
  const cover = of('covered')
  if (cover)
    return (
      <span key={from} className="covered" data-start={from} data-cover={cover.span.start} data-cover-end={cover.span.end}>
        <span aria-hidden="true">{words}</span>
        {from === cover.span.start && <button type="button">Covered: show</button>}
      </span>
    )
  if (of('removed'))
    return (
      <span key={from} className="removed" data-start={from} role="img" aria-label="words removed" title="Words were removed here">
        {words}
      </span>
    )
  if (mine.length === 0)
    return (
      <span key={from} data-start={from}>
        {words}
      </span>
    )
  const roles = mine.filter(({ kind }) => kind === 'role')
  const role = roles.sort((a, b) => a.span.end - a.span.start - (b.span.end - b.span.start))[0]
  const trigger = of('trigger')
  const family: Family | null = trigger ? familyOf(trigger.claim!.claim.type) : null
  const classes = [
    family && `trigger f-${family}`,
    trigger && trigger.claim!.verdict !== 'none' && `v-${trigger.claim!.verdict}`,
    of('source') && 'source',
    of('sentence') && 'in-sentence',
    role && `role r-${role.field}`,
    role && role.field === field && 'current',
    of('chosen') && 'chosen',
  ]
  return (
    <span
      key={from}
      className={classes.filter(Boolean).join(' ')}
      data-start={from}
      data-at={role || trigger ? from : undefined}
      data-claim={trigger?.claim?.id}
      data-field={role?.field}
      data-role={role && role.span.start === from ? role.role : undefined}
    >
      {family && trigger!.span.start === from && <FamilyMark family={family} />}
      {words}
    </span>
  )
}

/** Offsets of what is marked with the pointer, without white space at its ends. */
const spanOfSelection = (box: HTMLElement, selection: Selection, text: string): Span | null => {
  const range = selection.getRangeAt(0)
  const offset = (node: Node, at: number): number | null => {
    const element = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-start]')
    if (!element || !box.contains(element)) return null
    const before = document.createRange()
    before.setStart(element, 0)
    before.setEnd(node, at)
    return Number(element.dataset.start) + before.toString().length
  }
  const [start, end] = [offset(range.startContainer, range.startOffset), offset(range.endContainer, range.endOffset)]
  return start === null || end === null ? null : trimmed(text, { start: Math.min(start, end), end: Math.max(start, end) })
}

export const trimmed = (text: string, { start, end }: Span): Span | null => {
  let [from, to] = [start, end]
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return from < to ? { start: from, end: to } : null
}
