import { setParams, usePlace } from '../../url.js'
import { ClaimQueue } from './claim-queue.js'
import { Pairs } from './pairs.js'

const MODES = [
  ['claims', 'Claims'],
  ['pairs', 'Same happening?'],
] as const

/** Judging what was read: claim by claim, or pair by pair. */
export default function Review() {
  const { params } = usePlace()
  const mode = params.get('mode') === 'pairs' ? 'pairs' : 'claims'
  const tabs = (
    <div className="tabs" role="tablist" aria-label="What to review">
      {MODES.map(([one, name]) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === mode}
          onClick={() => setParams({ mode: one === 'claims' ? null : one, claim: null })}
        >
          {name}
        </button>
      ))}
    </div>
  )
  return mode === 'pairs' ? <Pairs tabs={tabs} /> : <ClaimQueue tabs={tabs} />
}
