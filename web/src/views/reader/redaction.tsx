import { useState } from 'react'
import { type ApiError, redact } from '../../api/client.js'
import type { Decision, ReportThing, Span } from '../../api/types.js'
import { announce } from '../../parts/announce.js'
import { Dialog } from '../../parts/dialog.js'
import { useKeys } from '../../parts/keys.js'
import { hrefOf } from '../../url.js'

interface Props {
  readonly report: ReportThing
  /** Words marked so far. */
  readonly chosen: Span | null
  readonly onClose: () => void
}

/** Removing words for good: they are marked, a reason is given, and the whole is confirmed. */
export const Redaction = ({ report, chosen, onClose }: Props) => {
  const [confirming, setConfirming] = useState(false)
  const [alsoIn, setAlsoIn] = useState<readonly string[] | null>(null)
  const confirm = () => chosen && setConfirming(true)
  useKeys({ Enter: confirm })
  if (alsoIn)
    return (
      <section className="redaction" aria-label="Words removed">
        <h2>Removed for good</h2>
        <p>The same words stand in {alsoIn.length === 1 ? 'another report' : `${alsoIn.length} other reports`}:</p>
        <ul>
          {alsoIn.map((id) => (
            <li key={id}>
              <a href={hrefOf('reader', id)}>{id}</a>
            </li>
          ))}
        </ul>
        <button type="button" onClick={onClose}>
          Done
        </button>
      </section>
    )
  const words = chosen && report.text.slice(chosen.start, chosen.end)
  return (
    <section className="redaction" aria-label="Redaction">
      <h2>Remove words for good</h2>
      <p>
        {words ? (
          <>
            Marked: <q>{words}</q>
          </>
        ) : (
          'Mark the words in the text with the pointer, or with the arrow keys; shift takes more.'
        )}
      </p>
      <p className="note">
        They go from the report, its claims, the indexes and the kept bytes. █ stays in their place, with who removed them and why.
        Publications and exports already written keep them.
      </p>
      <div className="row">
        <button type="button" className="primary" disabled={!chosen} onClick={confirm}>
          Go on <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={onClose}>
          Leave off <kbd>Esc</kbd>
        </button>
      </div>
      {confirming && chosen && (
        <Confirm
          report={report.row.id}
          span={chosen}
          words={words!}
          onClose={() => setConfirming(false)}
          onRemoved={(others) => {
            announce('The words are gone')
            if (others.length > 0) setAlsoIn(others)
            else onClose()
          }}
        />
      )}
    </section>
  )
}

interface ConfirmProps {
  readonly report: string
  readonly span: Span
  readonly words: string
  readonly onClose: () => void
  readonly onRemoved: (alsoIn: readonly string[]) => void
}

const Confirm = ({ report, span, words, onClose, onRemoved }: ConfirmProps) => {
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const remove = async () => {
    setBusy(true)
    try {
      onRemoved(await redact(report, span, reason.trim()))
    } catch (thrown) {
      setError((thrown as ApiError).message)
      setBusy(false)
    }
  }
  return (
    <Dialog title="Remove these words for good?" onClose={onClose}>
      <form
        className="confirm"
        onSubmit={(event) => {
          event.preventDefault()
          void remove()
        }}
      >
        <blockquote>{words}</blockquote>
        <p>This cannot be undone, by you or by anybody.</p>
        <label>
          Why? Do not repeat the words here.
          <input value={reason} maxLength={5000} required onChange={(event) => setReason(event.currentTarget.value)} />
        </label>
        {error && <p role="alert">{error}</p>}
        <div className="row">
          <button type="submit" className="danger" disabled={busy || reason.trim() === ''}>
            {busy ? 'Removing…' : 'Remove for good'}
          </button>
          <button type="button" onClick={onClose}>
            Keep them
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What was removed from a report: by whom, when and why; never what. */
export const Tombstones = ({ decisions }: { readonly decisions: readonly Decision[] }) => (
  <details>
    <summary>Words were removed from it</summary>
    <ul>
      {decisions
        .filter(({ kind }) => kind === 'redact')
        .map(({ id, at, author, reason }) => (
          <li key={id}>
            {at.slice(0, 16).replace('T', ' ')}, {author}: <q>{reason}</q>
          </li>
        ))}
    </ul>
  </details>
)
