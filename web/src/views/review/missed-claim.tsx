import { useState } from 'react'
import { CERTAINTIES, STATUSES } from '../../../../src/claim.js'
import { type ApiError, rule } from '../../api/client.js'
import type { ClaimType, ReportThing, Span } from '../../api/types.js'
import { definitionOf, modesOf } from '../../claims/family.js'
import { FIELD_NAME, type Field } from '../../claims/fields.js'
import { useKeys } from '../../parts/keys.js'
import { TypeSelect, withWords } from './field-editor.js'

interface Props {
  readonly report: ReportThing
  readonly chosen: Span | null
  readonly onClose: () => void
  readonly onAdded: (claim: string | null) => void
}

const PARTS = ['actor', 'recipient', 'place', 'time', 'figures', 'attribution'] as const satisfies readonly Field[]
type Draft = { readonly [part in (typeof PARTS)[number]]: unknown } & { readonly trigger: Span | null }

const EMPTY: Draft = {
  trigger: null,
  actor: [],
  recipient: [],
  place: [],
  time: { span: null, text: null, value: null, precision: 'unknown', how: 'not-stated' },
  figures: [],
  attribution: [],
}

/** A claim that the reading missed: its words are marked one part after the other. */
export const MissedClaim = ({ report, chosen, onClose, onAdded }: Props) => {
  const { text } = report
  const [draft, setDraft] = useState(EMPTY)
  const [type, setType] = useState<ClaimType>('ASSAULT')
  const [mode, setMode] = useState('')
  const [status, setStatus] = useState<string>('actual')
  const [certainty, setCertainty] = useState<string>('certain')
  const [negated, setNegated] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const words = chosen && text.slice(chosen.start, chosen.end)
  const put = (part: (typeof PARTS)[number] | 'trigger') => {
    if (!chosen) return
    setDraft((before) => ({ ...before, [part]: part === 'trigger' ? chosen : withWords(part, before[part], chosen, text) }))
  }
  const save = async () => {
    if (!draft.trigger) return setError('First mark the word that says what happened, and take it.')
    const { trigger, ...parts } = draft
    try {
      const { claims } = await rule({
        kind: 'add',
        report: report.row.id,
        claim: {
          ...parts,
          type,
          mode: mode || null,
          status,
          certainty,
          negated,
          background: false,
          sentence: sentenceAround(report, trigger),
          trigger: { span: trigger, text: text.slice(trigger.start, trigger.end) },
        },
      })
      onAdded(claims[0]?.id ?? null)
    } catch (thrown) {
      setError((thrown as ApiError).message)
    }
  }
  const takeTrigger = () => put('trigger')
  useKeys({ Enter: takeTrigger, s: () => void save() })
  return (
    <section className="field-editor missed" aria-label="A missed claim">
      <h2>A claim that was missed</h2>
      <p className="choosing">
        {words ? (
          <>
            Marked: <q>{words}</q>
          </>
        ) : (
          'Mark words in the text with the pointer, or with the arrow keys; shift takes more. Then say what they are.'
        )}
      </p>
      <div className="row parts">
        <button type="button" disabled={!chosen} onClick={() => put('trigger')}>
          What happened <kbd>Enter</kbd>
        </button>
        {PARTS.map((part) => (
          <button type="button" key={part} disabled={!chosen} onClick={() => put(part)}>
            {FIELD_NAME[part]}
          </button>
        ))}
      </div>
      <dl className="draft">
        <div>
          <dt>What</dt>
          <dd>
            {draft.trigger ? (
              <q className="words">{text.slice(draft.trigger.start, draft.trigger.end)}</q>
            ) : (
              <span className="note">not yet marked</span>
            )}
          </dd>
        </div>
        {PARTS.map((part) => {
          const said = wordsIn(draft[part])
          return said.length > 0 ? (
            <div key={part}>
              <dt>{FIELD_NAME[part]}</dt>
              <dd>
                <q className="words">{said.join(' · ')}</q>{' '}
                <button
                  type="button"
                  className="quiet"
                  aria-label={`Empty ${FIELD_NAME[part]}`}
                  onClick={() => setDraft({ ...draft, [part]: EMPTY[part] })}
                >
                  ✕
                </button>
              </dd>
            </div>
          ) : null
        })}
      </dl>
      <div className="edited">
        <div className="labelled">
          <span>Type</span>
          <TypeSelect
            value={type}
            onChange={(next) => {
              setType(next)
              setMode('')
            }}
          />
        </div>
        <p className="note">{definitionOf(type)}</p>
        {modesOf(type).length > 0 && (
          <label>
            Mode
            <select value={mode} onChange={(event) => setMode(event.currentTarget.value)}>
              <option value="">none</option>
              {modesOf(type).map((one) => (
                <option key={one.mode}>{one.mode}</option>
              ))}
            </select>
          </label>
        )}
        <label>
          Status
          <select value={status} onChange={(event) => setStatus(event.currentTarget.value)}>
            {STATUSES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          How sure
          <select value={certainty} onChange={(event) => setCertainty(event.currentTarget.value)}>
            {CERTAINTIES.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label className="check">
          <input type="checkbox" checked={negated} onChange={(event) => setNegated(event.currentTarget.checked)} /> said not to have
          happened
        </label>
      </div>
      {error && <p role="alert">{error}</p>}
      <div className="row">
        <button type="button" className="primary" onClick={() => void save()}>
          Add the claim <kbd>s</kbd>
        </button>
        <button type="button" onClick={onClose}>
          Leave off <kbd>Esc</kbd>
        </button>
      </div>
    </section>
  )
}

const wordsIn = (value: unknown): readonly string[] => {
  if (!Array.isArray(value)) return (value as { text: string | null }).text ? [(value as { text: string }).text] : []
  return value.map((one: { text?: string; source?: { text: string } | null; cue?: { text: string } | null }) =>
    'text' in one ? one.text! : [one.source?.text, one.cue?.text].filter(Boolean).join(' '),
  )
}

/** The sentence that holds a span: that of a claim beside it, or up to the nearest stops. */
const sentenceAround = ({ text, claims }: ReportThing, { start, end }: Span): Span => {
  const known = claims.find(({ claim }) => claim.sentence.start <= start && claim.sentence.end >= end)
  if (known) return known.claim.sentence
  const before = Math.max(text.lastIndexOf('. ', start - 1) + 2, text.lastIndexOf('\n', start - 1) + 1)
  const stop = /[.!?](?=\s|$)|\n/.exec(text.slice(end))
  return { start: before > start ? 0 : before, end: stop ? end + stop.index + (stop[0] === '\n' ? 0 : 1) : text.length }
}
