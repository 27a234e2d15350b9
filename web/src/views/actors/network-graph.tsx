import { useMemo, useState } from 'react'
import { path, useApi } from '../../api/client.js'
import type { Network } from '../../api/types.js'
import { Failure, Waiting } from '../../parts/states.js'
import { hrefOf, setParams, usePlace } from '../../url.js'

const [WIDTH, HEIGHT] = [900, 640]

/** Who is said to act with or against whom; solid lines are "with", dashed "against", thicker with more origins. */
export const NetworkGraph = () => {
  const { params } = usePlace()
  const edges = Number(params.get('edges')) || 40
  const { data, error } = useApi<Network>(path('/network', { edges }))
  const at = useMemo(() => data && settle(data), [data])
  const [over, setOver] = useState<string | null>(null)
  if (error && !data) return <Failure error={error} />
  if (!data || !at) return <Waiting what="the network" />
  const name = (id: string) => data.nodes.find((node) => node.id === id)?.name ?? id
  const near = (id: string) =>
    over === null || id === over || data.edges.some(({ from, to }) => (from === over && to === id) || (to === over && from === id))
  return (
    <section className="network" aria-labelledby="network">
      <header>
        <h1 id="network">Who acts with and against whom</h1>
        <p className="legend">
          <svg width="34" height="8" aria-hidden="true">
            <line className="edge e-with" x1="0" x2="34" y1="4" y2="4" strokeWidth="2.5" />
          </svg>{' '}
          with{' '}
          <svg width="34" height="8" aria-hidden="true">
            <line className="edge e-against" x1="0" x2="34" y1="4" y2="4" strokeWidth="2.5" />
          </svg>{' '}
          against; thicker: more independent origins
          <label>
            Lines
            <select value={edges} onChange={(event) => setParams({ edges: event.currentTarget.value })}>
              {[20, 40, 80, 200].map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        </p>
      </header>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-label="Network; the table below says the same in words">
        {data.edges.map(({ from, to, kind, origins }) => {
          const [a, b] = [at.get(from)!, at.get(to)!]
          const faint = over !== null && from !== over && to !== over
          return (
            <line
              key={`${from} ${to} ${kind}`}
              className={`edge e-${kind} ${faint ? 'faint' : ''}`}
              x1={a.x}
              y1={a.y}
              x2={b.x}
              y2={b.y}
              strokeWidth={1 + Math.min(5, origins)}
            />
          )
        })}
        {data.nodes.map(({ id, name: label }) => {
          const { x, y } = at.get(id)!
          return (
            <a
              key={id}
              href={hrefOf('actors', id)}
              className={near(id) ? 'node' : 'node faint'}
              onMouseEnter={() => setOver(id)}
              onMouseLeave={() => setOver(null)}
            >
              <circle cx={x} cy={y} r={6} />
              <text x={x + 9} y={y + 4}>
                {shortened(label)}
              </text>
            </a>
          )
        })}
      </svg>
      <details>
        <summary>As a table</summary>
        <table className="numbers">
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col">How</th>
              <th scope="col">Whom</th>
              <th scope="col" className="number">
                Origins
              </th>
              <th scope="col" className="number">
                Claims
              </th>
            </tr>
          </thead>
          <tbody>
            {data.edges.map(({ from, to, kind, origins, claims }) => (
              <tr key={`${from} ${to} ${kind}`}>
                <td>{name(from)}</td>
                <td>{kind}</td>
                <td>{name(to)}</td>
                <td className="number">{origins}</td>
                <td className="number">{claims}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}

/** Places the nodes: near ones push each other off, lines and the middle pull; always the same for the same network. */
const settle = ({ nodes, edges }: Network): ReadonlyMap<string, { readonly x: number; readonly y: number }> => {
  const points = nodes.map((_, i) => ({ x: 18 * Math.sqrt(i) * Math.cos(i * 2.39996), y: 18 * Math.sqrt(i) * Math.sin(i * 2.39996) }))
  const index = new Map(nodes.map(({ id }, i) => [id, i]))
  for (let round = 0, heat = 12; round < 300; round++, heat *= 0.985) {
    const push = points.map(({ x, y }) => ({ x: -x * 0.035, y: -y * 0.035 }))
    const add = (i: number, j: number, dx: number, dy: number) => {
      push[i]!.x += dx
      push[i]!.y += dy
      push[j]!.x -= dx
      push[j]!.y -= dy
    }
    for (let i = 0; i < points.length; i++)
      for (let j = i + 1; j < points.length; j++) {
        const [dx, dy] = [points[i]!.x - points[j]!.x, points[i]!.y - points[j]!.y]
        const far = Math.max(1, Math.hypot(dx, dy))
        if (far < ROOM * 3) add(i, j, (dx / far) * (ROOM ** 2 / far) * 0.3, (dy / far) * (ROOM ** 2 / far) * 0.3)
      }
    for (const { from, to } of edges) {
      const [i, j] = [index.get(from)!, index.get(to)!]
      const [dx, dy] = [points[i]!.x - points[j]!.x, points[i]!.y - points[j]!.y]
      const far = Math.max(1, Math.hypot(dx, dy))
      const pull = (ROOM - far) / far / 4
      add(i, j, dx * pull, dy * pull)
    }
    for (const [i, point] of points.entries()) {
      const { x, y } = push[i]!
      const far = Math.max(1, Math.hypot(x, y))
      point.x += (x / far) * Math.min(far, heat)
      point.y += (y / far) * Math.min(far, heat)
    }
  }
  const spread = (axis: 'x' | 'y', size: number) => {
    const all = points.map((point) => point[axis])
    const [low, high] = [Math.min(...all), Math.max(...all)]
    return (value: number) => (high === low ? size / 2 : ((value - low) / (high - low)) * size)
  }
  const [x, y] = [spread('x', WIDTH - 190), spread('y', HEIGHT - 32)]
  const drawn = nodes.map(({ name }, i) => ({ x: x(points[i]!.x) + 12, y: y(points[i]!.y) + 16, width: shortened(name).length * 6.4 + 18 }))
  unstack(drawn)
  return new Map(nodes.map(({ id }, i) => [id, drawn[i]!]))
}

const shortened = (name: string): string => (name.length > 28 ? `${name.slice(0, 27)}…` : name)

/** Height of a node with its name. */
const LINE = 17

/** Moves names that lie on each other up and down until they can be read, or there is no room. */
const unstack = (drawn: { x: number; y: number; readonly width: number }[]): void => {
  for (let round = 0; round < 80; round++) {
    let moved = false
    for (const [i, a] of drawn.entries())
      for (const b of drawn.slice(i + 1)) {
        const over = LINE - Math.abs(a.y - b.y)
        if (over <= 0.5 || a.x + a.width < b.x || b.x + b.width < a.x) continue
        const [upper, lower] = a.y <= b.y ? [a, b] : [b, a]
        upper.y = Math.max(10, upper.y - over / 2)
        lower.y = Math.min(HEIGHT - 8, lower.y + over / 2)
        moved = true
      }
    if (!moved) return
  }
}

/** Length that a line tends to. */
const ROOM = 60
