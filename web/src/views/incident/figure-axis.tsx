import type { Estimate, FigureRow } from '../../api/types.js'
import { dateText, number, rangeText } from '../../claims/words.js'
import { hrefOf } from '../../url.js'

const WIDTH = 560
const ROW = 30

/** Figures of one kind on one axis: a range is a bar, an open end an arrow. */
export const FigureAxis = ({ figures, estimates }: { readonly figures: readonly FigureRow[]; readonly estimates: readonly Estimate[] }) => {
  const kinds = [...new Set(figures.map(({ kind }) => kind))]
  return (
    <div className="figure-axes">
      {kinds.map((kind) => (
        <Axis
          key={kind}
          kind={kind}
          figures={figures.filter((one) => one.kind === kind)}
          estimate={estimates.find((one) => one.kind === kind) ?? null}
        />
      ))}
    </div>
  )
}

interface AxisProps {
  readonly kind: string
  readonly figures: readonly FigureRow[]
  readonly estimate: Estimate | null
}

const Axis = ({ kind, figures, estimate }: AxisProps) => {
  const most = Math.max(1, ...figures.flatMap(({ low, high }) => [low ?? 0, high ?? (low ?? 0) * 1.3]))
  const log = most > 5000
  const x = (value: number) => (log ? Math.log1p(value) / Math.log1p(most) : value / most) * (WIDTH - 24) + 8
  const ticks = log ? [1, 10, 100, 1000, 10_000, 100_000, 1_000_000].filter((tick) => tick < most) : ticksOf(most)
  return (
    <figure className="figure-axis">
      <figcaption>
        <h3>{kind === 'other' ? 'Other counts' : kind.charAt(0).toUpperCase() + kind.slice(1)}</h3>
        {estimate && (
          <p className="note">
            By the rule “{estimate.rule}”: {estimate.best === null ? 'no best figure' : `best ${number(estimate.best)}`},{' '}
            {rangeText(estimate)}
          </p>
        )}
      </figcaption>
      <ol>
        {figures.map((figure) => {
          const from = figure.low ?? 0
          const to = figure.high ?? most
          return (
            <li key={`${figure.claim} ${figure.span.start}`}>
              <a href={hrefOf('reader', figure.report, { claim: figure.claim, field: 'figures' })}>
                <span className="who">{figure.said.at(-1) ?? figure.publisher ?? 'unknown'}</span>
                <span className="note">
                  {[figure.said.length > 0 && figure.publisher, figure.published && dateText(figure.published)].filter(Boolean).join(', ')}
                </span>
              </a>
              <svg viewBox={`0 0 ${WIDTH} ${ROW}`} aria-hidden="true">
                {ticks.map((tick) => (
                  <line key={tick} className="tick" x1={x(tick)} x2={x(tick)} y1={0} y2={ROW} />
                ))}
                {from === to ? (
                  <circle cx={x(from)} cy={ROW / 2} r={5} />
                ) : (
                  <>
                    <line
                      className={figure.high === null || figure.low === null ? 'range open' : 'range'}
                      x1={x(from)}
                      x2={x(to)}
                      y1={ROW / 2}
                      y2={ROW / 2}
                    />
                    {figure.low !== null && <line className="end" x1={x(from)} x2={x(from)} y1={ROW / 2 - 6} y2={ROW / 2 + 6} />}
                    {figure.high !== null && <line className="end" x1={x(to)} x2={x(to)} y1={ROW / 2 - 6} y2={ROW / 2 + 6} />}
                  </>
                )}
              </svg>
              <span className="amount">
                {rangeText(figure)} {figure.of && <span className="note">{figure.of}</span>}
              </span>
            </li>
          )
        })}
      </ol>
      <svg className="scale" viewBox={`0 0 ${WIDTH} 18`} aria-hidden="true">
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={12} textAnchor="middle">
            {number(tick)}
          </text>
        ))}
      </svg>
    </figure>
  )
}

const ticksOf = (most: number): readonly number[] => {
  const size = 10 ** Math.floor(Math.log10(most))
  const step = [0.2, 0.5, 1, 2].map((part) => part * size).find((one) => most / one <= 6) ?? size
  const whole = Math.max(1, step)
  return Array.from({ length: Math.floor(most / whole) + 1 }, (_, i) => i * whole)
}
