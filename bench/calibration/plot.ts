import type { Bin } from './measure.js'

/** A set of claims to be drawn. */
export interface Series {
  readonly name: string
  readonly bins: readonly Bin[]
  readonly error: number
}

const SIDE = 320
const EDGE = { left: 52, top: 16, right: 16, bottom: 46 }
const STYLES = [
  { stroke: '#1f6f8b', dash: '' },
  { stroke: '#b4531f', dash: '5 3' },
] as const
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1]

const x = (share: number): string => (EDGE.left + share * SIDE).toFixed(1)
const y = (share: number): string => (EDGE.top + (1 - share) * SIDE).toFixed(1)
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** An SVG reliability diagram: the share of claims that are right over their mean confidence, a dot's area by the number of claims. */
export const reliabilityPlot = (series: readonly Series[]): string => {
  const width = EDGE.left + SIDE + EDGE.right
  const height = EDGE.top + SIDE + EDGE.bottom + 18 * series.length
  const grid = TICKS.map(
    (tick) =>
      `<path d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}" stroke="#ddd"/>` +
      `<text x="${x(tick)}" y="${EDGE.top + SIDE + 16}" text-anchor="middle">${tick}</text>` +
      `<text x="${EDGE.left - 8}" y="${Number(y(tick)) + 4}" text-anchor="end">${tick}</text>`,
  )
  const drawn = series.map(({ name, bins, error }, i) => {
    const { stroke, dash } = STYLES[i % STYLES.length]!
    const most = Math.max(...bins.map(({ n }) => n))
    const line = bins.map(({ mean, right }, at) => `${at === 0 ? 'M' : 'L'}${x(mean)} ${y(right)}`).join('')
    const dots = bins.map(
      ({ mean, right, n }) => `<circle cx="${x(mean)}" cy="${y(right)}" r="${(2 + 6 * Math.sqrt(n / most)).toFixed(1)}" fill="${stroke}"/>`,
    )
    const at = EDGE.top + SIDE + EDGE.bottom + 18 * i
    return (
      `<path d="${line}" fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/>${dots.join('')}` +
      `<path d="M${EDGE.left} ${at}h24" stroke="${stroke}" stroke-width="2" stroke-dasharray="${dash}"/>` +
      `<text x="${EDGE.left + 32}" y="${at + 4}">${escaped(name)}: expected calibration error ${error.toFixed(3)}</text>`
    )
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="12" fill="#222">`,
    '<title>Reliability of claim confidence</title>',
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...grid,
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#888" stroke-dasharray="2 3"/>`,
    ...drawn,
    `<text x="${x(0.5)}" y="${EDGE.top + SIDE + 34}" text-anchor="middle">confidence given</text>`,
    `<text transform="rotate(-90)" x="${-Number(y(0.5))}" y="14" text-anchor="middle">share right</text>`,
    '</svg>\n',
  ].join('\n')
}
