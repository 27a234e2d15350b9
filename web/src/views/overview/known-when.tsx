import { useEffect, useState } from 'react'
import { useApi } from '../../api/client.js'
import type { TimelineBin } from '../../api/types.js'
import { dateText } from '../../claims/words.js'
import { setParams, usePlace } from '../../url.js'

const DAY = 86_400_000
const iso = (day: number) => new Date(day * DAY).toISOString().slice(0, 10)

/** What was known when: a slider over the days of publication, that can play. */
export const KnownWhen = () => {
  const { params } = usePlace()
  const { data } = useApi<{ readonly items: readonly TimelineBin[] }>('/timeline?by=published&unit=day')
  const [playing, setPlaying] = useState(false)
  const days = (data?.items ?? []).flatMap(({ from }) => (from === null ? [] : [Date.parse(`${from}T00:00Z`) / DAY]))
  const asOf = params.get('as-of')
  const at =
    asOf === null ? days.length : days.filter((day) => day <= Date.parse(`${asOf.padEnd(10, '-01').slice(0, 10)}T00:00Z`) / DAY).length - 1
  useEffect(() => {
    if (!playing || days.length === 0) return
    const timer = setTimeout(() => {
      const next = at >= days.length ? 0 : at + 1
      setParams({ 'as-of': next >= days.length ? null : iso(days[next]!) })
      if (next >= days.length) setPlaying(false)
    }, 700)
    return () => clearTimeout(timer)
  })
  if (days.length < 2) return null
  return (
    <div className="known-when">
      <button type="button" onClick={() => setPlaying(!playing)} aria-pressed={playing}>
        {playing ? 'Stop' : 'Play'}
      </button>
      <label htmlFor="known-when">What was known</label>
      <input
        id="known-when"
        type="range"
        min={0}
        max={days.length}
        value={Math.max(0, at)}
        aria-valuetext={asOf === null ? 'now' : `on ${dateText(asOf)}`}
        onChange={(event) => {
          const index = Number(event.currentTarget.value)
          setParams({ 'as-of': index >= days.length ? null : iso(days[index]!) })
        }}
      />
      <output htmlFor="known-when">{asOf === null ? 'now' : `on ${dateText(asOf)}`}</output>
    </div>
  )
}
