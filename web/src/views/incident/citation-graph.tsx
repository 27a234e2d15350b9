import { useMemo } from 'react'
import type { Citations } from '../../api/types.js'

const WIDTH = 220
const GAP = 110
const ROW = 34
const SIGNS = { report: '▤', speaker: '“', origin: '◎' } as const
const EDGES = { copies: 'copies', cites: 'cites', 'comes-from': 'comes from' } as const

/** Reports on the left, whom they cite to the right of them, origins last. */
export const CitationGraph = ({ citations }: { readonly citations: Citations }) => {
  const { at, columns, rows } = useMemo(() => layout(citations), [citations])
  const width = columns * WIDTH + (columns - 1) * GAP
  const name = (id: string) => citations.nodes.find((node) => node.id === id)?.name ?? id
  return (
    <div className="citation-graph">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="scrolls" tabIndex={0} aria-label="Graph of who relies on whom; the list below says the same in words">
        <svg width={width} height={rows * ROW + 8} aria-hidden="true">
          <defs>
            <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
              <path d="M0 0 8 4 0 8Z" />
            </marker>
          </defs>
          {citations.edges.map(({ from, to, kind }) => {
            const [a, b] = [at.get(from)!, at.get(to)!]
            const [x1, y1, x2, y2] = [a.x + WIDTH, a.y + 13, b.x - 2, b.y + 13]
            const same = a.x === b.x
            const line = same
              ? `M${a.x + WIDTH} ${y1} C${a.x + WIDTH + 50} ${y1} ${a.x + WIDTH + 50} ${y2} ${a.x + WIDTH + 4} ${y2}`
              : `M${x1} ${y1} C${x1 + GAP / 2} ${y1} ${x2 - GAP / 2} ${y2} ${x2} ${y2}`
            return <path key={`${kind}${from}${to}`} className={`edge e-${kind}`} d={line} markerEnd="url(#arrow)" />
          })}
          {citations.nodes.map(({ id, kind, name: label }) => {
            const { x, y } = at.get(id)!
            return (
              <g key={id} className={`node n-${kind}`} transform={`translate(${x} ${y})`}>
                <rect width={WIDTH} height={26} rx={kind === 'report' ? 3 : 13} />
                <text x={10} y={17}>
                  {SIGNS[kind]} {label.length > 30 ? `${label.slice(0, 29)}…` : label}
                </text>
              </g>
            )
          })}
        </svg>
      </section>
      <details>
        <summary>In words</summary>
        <ul>
          {citations.edges.map(({ from, to, kind }) => (
            <li key={`${kind}${from}${to}`}>
              {name(from)} <span className="note">{EDGES[kind]}</span> {name(to)}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** Columns by the longest way from a report; origins always in the last. */
const layout = ({ nodes, edges }: Citations) => {
  const depth = new Map(nodes.map(({ id }) => [id, 0]))
  for (let round = 0; round < 6; round++)
    for (const { from, to, kind } of edges)
      if (kind !== 'copies') depth.set(to, Math.min(6, Math.max(depth.get(to)!, depth.get(from)! + 1)))
  const last = Math.max(1, ...depth.values())
  for (const { id, kind } of nodes) if (kind === 'origin') depth.set(id, last)
  const counts = new Map<number, number>()
  const at = new Map(
    nodes.map(({ id }) => {
      const column = depth.get(id)!
      const row = counts.get(column) ?? 0
      counts.set(column, row + 1)
      return [id, { x: column * (WIDTH + GAP), y: row * ROW + 4 }] as const
    }),
  )
  return { at, columns: last + 1, rows: Math.max(...counts.values(), 1) }
}
