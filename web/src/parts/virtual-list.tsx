import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

interface Props<Row> {
  readonly rows: readonly Row[]
  /** Height of each row in CSS pixels. */
  readonly height: number
  readonly render: (row: Row, index: number) => ReactNode
  readonly keyOf: (row: Row) => string
  readonly label: string
  /** Row that is kept in view. */
  readonly selected?: number | undefined
  /** Is called when the end comes near. */
  readonly onEnd?: (() => void) | undefined
  readonly className?: string | undefined
}

const AROUND = 8

/** A list of rows of one height, of which only those in view are in the document. */
export function VirtualList<Row>({ rows, height, render, keyOf, label, selected, onEnd, className }: Props<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const [{ top, size }, setView] = useState({ top: 0, size: 600 })
  useMeasured(box, setView)
  const first = Math.max(0, Math.floor(top / height) - AROUND)
  const last = Math.min(rows.length, Math.ceil((top + size) / height) + AROUND)
  useEffect(() => {
    if (last >= rows.length - AROUND) onEnd?.()
  }, [last, rows.length, onEnd])
  useLayoutEffect(() => {
    const element = box.current
    if (!element || selected === undefined || selected < 0) return
    const above = selected * height
    if (above < element.scrollTop) element.scrollTop = above
    else if (above + height > element.scrollTop + element.clientHeight) element.scrollTop = above + height - element.clientHeight
  }, [selected, height])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard
    <section ref={box} className={`virtual ${className ?? ''}`} tabIndex={0} aria-label={label}>
      <ol style={{ height: rows.length * height }}>
        {rows.slice(first, last).map((row, index) => (
          <li
            key={keyOf(row)}
            style={{ top: (first + index) * height, height }}
            aria-setsize={rows.length}
            aria-posinset={first + index + 1}
          >
            {render(row, first + index)}
          </li>
        ))}
      </ol>
    </section>
  )
}

const useMeasured = (box: RefObject<HTMLDivElement | null>, setView: (view: { top: number; size: number }) => void) =>
  useEffect(() => {
    const element = box.current
    if (!element) return
    const measure = () => setView({ top: element.scrollTop, size: element.clientHeight })
    const watch = new ResizeObserver(measure)
    watch.observe(element)
    element.addEventListener('scroll', measure, { passive: true })
    return () => {
      watch.disconnect()
      element.removeEventListener('scroll', measure)
    }
  }, [box, setView])
