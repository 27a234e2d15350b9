import { type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { path, useApi } from '../../api/client.js'
import type { TimelineBin } from '../../api/types.js'
import { filtersOf } from '../../claims/filters.js'
import { dateText, number } from '../../claims/words.js'
import { setParams, usePlace } from '../../url.js'

const DAY = 86_400_000
const UNITS = ['day', 'week', 'month'] as const
type Unit = (typeof UNITS)[number]

const dayOf = (iso: string) => Date.parse(`${iso}T00:00Z`) / DAY
const isoOf = (day: number) => new Date(Math.round(day) * DAY).toISOString().slice(0, 10)
const endOf = (from: number, unit: Unit): number => {
  if (unit === 'day') return from + 1
  if (unit === 'week') return from + 7
  const date = new Date(from * DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY
}
/** First or last day of a date of any precision. */
const edge = (iso: string, side: 'first' | 'last'): number => {
  const [year, month, day] = iso.split('-').map(Number)
  if (day) return dayOf(iso)
  if (side === 'first') return Date.UTC(year!, (month ?? 1) - 1, 1) / DAY
  return Date.UTC(month ? year! : year! + 1, month ?? 0, 1) / DAY - 1
}

/** Claims over time; a stretch of it can be chosen by dragging, or typed. */
export const Timeline = () => {
  const { params } = usePlace()
  const unit = UNITS.find((one) => one === params.get('unit')) ?? 'month'
  const by = params.get('by')
  const { data } = useApi<{ readonly items: readonly TimelineBin[] }>(path('/timeline', { ...filtersOf(params, ['since', 'until']), unit }))
  const box = useRef<SVGSVGElement>(null)
  const [width, setWidth] = useState(800)
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width))
    if (box.current) watch.observe(box.current)
    return () => watch.disconnect()
  }, [])
  const dated = useMemo(() => (data?.items ?? []).flatMap((bin) => (bin.from === null ? [] : [{ ...bin, day: dayOf(bin.from) }])), [data])
  const undated = data?.items.find(({ from }) => from === null)?.claims ?? 0
  const window = useMemo(() => windowOf(dated, unit), [dated, unit])
  const [first, last] = window
  const x = (day: number) => ((day - first) / (last - first)) * width
  const dayAt = (event: PointerEvent<SVGSVGElement>) => {
    const { left, width: wide } = event.currentTarget.getBoundingClientRect()
    return first + Math.max(0, Math.min(1, (event.clientX - left) / wide)) * (last - first)
  }
  const most = Math.max(1, ...dated.filter(({ day }) => day >= first && day < last).map(({ claims }) => claims))
  const [since, until] = [params.get('since'), params.get('until')]
  const brush = drag
    ? ([Math.min(...drag), Math.max(...drag)] as const)
    : since || until
      ? ([since ? edge(since, 'first') : first, until ? edge(until, 'last') + 1 : last] as const)
      : null
  const down = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    setDrag([dayAt(event), dayAt(event)])
  }
  const up = () => {
    if (!drag) return
    const [from, to] = [Math.min(...drag), Math.max(...drag)]
    setDrag(null)
    if (to - from < (last - first) / 200) setParams({ since: null, until: null })
    else setParams({ since: isoOf(Math.floor(from)), until: isoOf(Math.ceil(to) - 1) })
  }
  const before = sum(dated.filter(({ day }) => day < first))
  const after = sum(dated.filter(({ day }) => day >= last))
  return (
    <section className="timeline" aria-label="Claims over time">
      <div className="timeline-tools">
        <fieldset className="switch">
          <legend className="visually-hidden">Count by</legend>
          <button type="button" aria-pressed={by !== 'published'} onClick={() => setParams({ by: null })}>
            When it happened
          </button>
          <button type="button" aria-pressed={by === 'published'} onClick={() => setParams({ by: 'published' })}>
            When it was published
          </button>
        </fieldset>
        <fieldset className="switch">
          <legend className="visually-hidden">Bars of</legend>
          {UNITS.map((one) => (
            <button key={one} type="button" aria-pressed={one === unit} onClick={() => setParams({ unit: one === 'month' ? null : one })}>
              {one}
            </button>
          ))}
        </fieldset>
        <p className="note">
          {before > 0 && <span>{number(before)} earlier · </span>}
          {after > 0 && <span>{number(after)} later · </span>}
          {undated > 0 ? `${number(undated)} without a date` : 'all dated'}
        </p>
        {brush && !drag && (
          <button type="button" onClick={() => setParams({ since: null, until: null })}>
            {[since && `from ${dateText(since)}`, until && `until ${dateText(until)}`].filter(Boolean).join(' ')} ✕
          </button>
        )}
      </div>
      <svg
        ref={box}
        className="bars"
        role="img"
        aria-label={`${number(sum(dated))} dated claims${dated.length > 0 ? `, ${dateText(dated[0]!.from!)} to ${dateText(dated.at(-1)!.from!)}` : ''}. Type dates under Filters to choose a stretch.`}
        onPointerDown={down}
        onPointerMove={(event) => drag && setDrag([drag[0], dayAt(event)])}
        onPointerUp={up}
      >
        {ticksOf(first, last).map(({ day, label }) => (
          <g key={day} className="tick">
            <line x1={x(day)} x2={x(day)} y1={0} y2={66} />
            {x(day) + 7 * label.length + 3 < width && (
              <text x={x(day) + 3} y={78}>
                {label}
              </text>
            )}
          </g>
        ))}
        {brush && (
          <rect
            className="brush"
            x={x(Math.max(first, brush[0]))}
            width={Math.max(2, x(Math.min(last, brush[1])) - x(Math.max(first, brush[0])))}
            y={0}
            height={64}
          />
        )}
        {dated
          .filter(({ day }) => day >= first && day < last)
          .map(({ day, claims, from }) => {
            const tall = Math.max(2, (claims / most) * 58)
            const inside = !brush || (day < brush[1] && endOf(day, unit) > brush[0])
            return (
              <rect
                key={day}
                className={inside ? 'bar' : 'bar outside'}
                x={x(day) + 0.5}
                width={Math.max(1.5, x(endOf(day, unit)) - x(day) - 1)}
                y={64 - tall}
                height={tall}
              >
                <title>
                  {dateText(unit === 'month' ? from!.slice(0, 7) : from!)}: {claims} claims
                </title>
              </rect>
            )
          })}
        <line className="axis" x1={0} x2={width} y1={64} y2={64} />
      </svg>
    </section>
  )
}

const sum = (bins: readonly { readonly claims: number }[]) => bins.reduce((total, { claims }) => total + claims, 0)

/** The stretch that holds all but a few far-off claims: history told as background would squeeze the rest. */
const windowOf = (bins: readonly { readonly day: number; readonly claims: number }[], unit: Unit): readonly [number, number] => {
  if (bins.length === 0) return [0, 30]
  const all = sum(bins)
  let [low, high, seen] = [bins[0]!.day, bins.at(-1)!.day, 0]
  for (const { day, claims } of bins) {
    if (seen < all * 0.05) low = day
    seen += claims
    if (seen <= all * 0.98) high = day
  }
  if (high - low > (bins.at(-1)!.day - bins[0]!.day) * 0.7) [low, high] = [bins[0]!.day, bins.at(-1)!.day]
  const room = Math.max(3, (high - low) * 0.02)
  return [low - room, endOf(high, unit) + room]
}

const ticksOf = (first: number, last: number): readonly { readonly day: number; readonly label: string }[] => {
  const months = (last - first) / 30.44
  const step = [1, 3, 6, 12, 24, 60, 120, 240].find((size) => months / size <= 12) ?? 600
  const start = new Date(first * DAY)
  const ticks: { day: number; label: string }[] = []
  for (let month = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY
    if (day >= last) return ticks
    if (day >= first) ticks.push({ day, label: dateText(step >= 12 ? `${Math.floor(month / 12)}` : isoOf(day).slice(0, 7)) })
  }
}
