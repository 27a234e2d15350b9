import { type ReactNode, useEffect, useRef, useState } from 'react'
import { CERTAINTIES, CLAIM_TYPES, FIGURE_KINDS, STATUSES } from '../../../../src/claim.js'
import type { ActorFiller, Attribution, Claim, ClaimType, Figure, PlaceFiller, Span, TimeFiller } from '../../api/types.js'
import { FAMILIES, FAMILY, modesOf, typeName } from '../../claims/family.js'
import { FIELD_NAME, type Field } from '../../claims/fields.js'
import { useKeys } from '../../parts/keys.js'

interface Props {
  readonly claim: Claim
  readonly field: Field
  readonly text: string
  /** Words chosen in the text. */
  readonly chosen: Span | null
  readonly onSave: (field: Field | 'mode', value: unknown) => void
  readonly onClose: () => void
}

/** Corrects one field; words chosen in the text fill it. */
export const FieldEditor = ({ claim, field, text, chosen, onSave, onClose }: Props) => {
  const [value, setValue] = useState<unknown>(claim[field])
  const box = useRef<HTMLDivElement>(null)
  const taken = chosen && text.slice(chosen.start, chosen.end)
  const take = () => chosen && setValue((before: unknown) => withWords(field, before, chosen, text))
  const byWords = TAKES_WORDS.has(field)
  useEffect(() => {
    if (!byWords) box.current?.querySelector<HTMLElement>('select, input, button')?.focus()
  }, [byWords])
  const save = () => onSave(field, value)
  useKeys({ Enter: byWords && chosen ? take : save, s: save })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to keys of the fields inside
    <div
      ref={box}
      className="field-editor"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation()
          onClose()
        }
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) save()
      }}
    >
      <h3>{FIELD_NAME[field]}</h3>
      {field === 'type' ? (
        <TypeEditor claim={claim} onSave={onSave} value={value as ClaimType} setValue={setValue} />
      ) : (
        EDITORS[field]?.(value, setValue)
      )}
      {byWords && (
        <p className="choosing">
          {taken ? (
            <>
              <q>{taken}</q>{' '}
              <button type="button" onClick={take}>
                Take these words <kbd>Enter</kbd>
              </button>
            </>
          ) : (
            'Mark words in the text with the pointer, or with the arrow keys; shift takes more.'
          )}
        </p>
      )}
      <div className="row">
        <button type="button" className="primary" onClick={save}>
          Save <kbd>s</kbd>
        </button>
        <button type="button" onClick={onClose}>
          Leave as it was <kbd>Esc</kbd>
        </button>
      </div>
    </div>
  )
}

const TAKES_WORDS: ReadonlySet<Field> = new Set(['actor', 'recipient', 'place', 'time', 'figures', 'attribution'])

/** A field's value with words of the text added; in a list, the same words are taken once. */
export const withWords = (field: Field, value: unknown, span: Span, text: string): unknown => {
  const words = { span, text: text.slice(span.start, span.end) }
  const added = <Item extends { readonly span: Span }>(item: Item) => [
    ...(value as Item[]).filter((one) => one.span.start !== span.start),
    item,
  ]
  if (field === 'actor' || field === 'recipient')
    return added<ActorFiller>({ ...words, name: words.text, code: null, actor: null, wikidata: null, how: 'person' })
  if (field === 'place')
    return added<PlaceFiller>({
      ...words,
      name: words.text,
      country: null,
      geonameid: null,
      lat: null,
      lon: null,
      admin1: null,
      precision: 'unknown',
      alternatives: [],
      how: 'person',
    })
  if (field === 'time') return { ...(value as TimeFiller), ...words, how: 'person' }
  if (field === 'figures') {
    const exact = Number(words.text.replaceAll(/[^\d]/g, '')) || 1
    return added<Figure>({ ...words, kind: 'killed', of: null, low: exact, high: exact })
  }
  if (field === 'attribution') {
    const chain = value as Attribution[]
    const last = chain.at(-1)
    if (last?.source && !last.cue) return [...chain.slice(0, -1), { ...last, cue: words }]
    return [...chain, { source: { ...words, name: words.text, code: null }, cue: null }]
  }
  return value
}

type Editor = (value: unknown, set: (value: unknown) => void) => ReactNode

const Remove = ({ what, onClick }: { readonly what: string; readonly onClick: () => void }) => (
  <button type="button" className="quiet" onClick={onClick} aria-label={`Remove ${what}`}>
    ✕
  </button>
)

const fillers: Editor = (value, set) => {
  const list = value as readonly (ActorFiller | PlaceFiller)[]
  const change = (index: number, change: object) => set(list.map((one, i) => (i === index ? { ...one, ...change, how: 'person' } : one)))
  if (list.length === 0) return <p className="note">nobody and nothing yet</p>
  return list.map((one, index) => (
    <div className="edited" key={`${one.span.start}-${one.span.end}`}>
      <q className="words">{one.text}</q>
      <Remove what={one.text} onClick={() => set(list.filter((other) => other !== one))} />
      <label>
        Name
        <input value={one.name} onChange={(event) => change(index, { name: event.currentTarget.value })} />
      </label>
      {'code' in one ? (
        <label>
          Code
          <input
            value={one.code ?? ''}
            placeholder="IRQ:MIL"
            onChange={(event) => change(index, { code: event.currentTarget.value.toUpperCase() || null })}
          />
        </label>
      ) : (
        <label>
          Country
          <input
            value={'country' in one ? (one.country ?? '') : ''}
            placeholder="IRQ"
            onChange={(event) => change(index, { country: event.currentTarget.value.toUpperCase() || null })}
          />
        </label>
      )}
    </div>
  ))
}

const chosenOf =
  (values: readonly string[], label: string): Editor =>
  (value, set) => (
    <select aria-label={label} value={String(value)} onChange={(event) => set(event.currentTarget.value)}>
      {values.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  )

const yesNo =
  (label: string): Editor =>
  (value, set) => (
    <label className="check">
      <input type="checkbox" checked={value === true} onChange={(event) => set(event.currentTarget.checked)} /> {label}
    </label>
  )

const precisionOf = (value: string): TimeFiller['precision'] =>
  value.includes('/')
    ? 'interval'
    : /^\d{4}-\d\d-\d\d$/.test(value)
      ? 'day'
      : /^\d{4}-\d\d$/.test(value)
        ? 'month'
        : /^\d{4}$/.test(value)
          ? 'year'
          : 'unknown'

const bound = (text: string): number | null => (text.trim() === '' ? null : Number(text))

const EDITORS: { readonly [field in Field]?: Editor } = {
  actor: fillers,
  recipient: fillers,
  place: fillers,
  time: (value, set) => {
    const time = value as TimeFiller
    return (
      <div className="edited">
        {time.text && <q className="words">{time.text}</q>}
        <label>
          Date
          <input
            value={time.value ?? ''}
            placeholder="2016-11-01 or 2016-11-04/2016-11-25"
            onChange={({ currentTarget: { value: typed } }) =>
              set({ ...time, value: typed || null, precision: precisionOf(typed), how: 'person' })
            }
          />
        </label>
      </div>
    )
  },
  figures: (value, set) => {
    const list = value as readonly Figure[]
    const change = (index: number, change: object) => set(list.map((one, i) => (i === index ? { ...one, ...change } : one)))
    if (list.length === 0) return <p className="note">no figure yet</p>
    return list.map((one, index) => (
      <div className="edited figures" key={one.span.start}>
        <q className="words">{one.text}</q>
        <Remove what={one.text} onClick={() => set(list.filter((other) => other !== one))} />
        <label>
          Kind
          <select value={one.kind} onChange={(event) => change(index, { kind: event.currentTarget.value })}>
            {FIGURE_KINDS.map((kind) => (
              <option key={kind}>{kind}</option>
            ))}
          </select>
        </label>
        <label>
          Least
          <input type="number" value={one.low ?? ''} onChange={(event) => change(index, { low: bound(event.currentTarget.value) })} />
        </label>
        <label>
          Most
          <input type="number" value={one.high ?? ''} onChange={(event) => change(index, { high: bound(event.currentTarget.value) })} />
        </label>
        <label>
          Of
          <input value={one.of ?? ''} onChange={(event) => change(index, { of: event.currentTarget.value || null })} />
        </label>
      </div>
    ))
  },
  attribution: (value, set) => {
    const chain = value as readonly Attribution[]
    if (chain.length === 0) return <p className="note">the publisher itself; mark the source first, then the word that reports</p>
    return (
      <ol>
        {chain.map((one, index) => (
          <li className="edited" key={`${one.source?.span.start}-${one.cue?.span.start}`}>
            <span>
              {index > 0 && <span className="note">quoting </span>}
              {one.source?.name ?? 'nobody named'} {one.cue && <q className="words">{one.cue.text}</q>}
            </span>
            <Remove what={one.source?.name ?? 'the source'} onClick={() => set(chain.filter((other) => other !== one))} />
          </li>
        ))}
      </ol>
    )
  },
  certainty: chosenOf(CERTAINTIES, 'How sure'),
  status: chosenOf(STATUSES, 'Status'),
  negated: yesNo('said not to have happened'),
  background: yesNo('told as history'),
}

interface TypeEditorProps {
  readonly claim: Claim
  readonly value: ClaimType
  readonly setValue: (value: unknown) => void
  readonly onSave: Props['onSave']
}

const TypeEditor = ({ claim, value, setValue, onSave }: TypeEditorProps) => (
  <div className="edited">
    <div className="labelled">
      <span>Type</span>
      <TypeSelect value={value} onChange={setValue} />
    </div>
    {value === claim.type && modesOf(value).length > 0 && (
      <label>
        Mode
        <select value={claim.mode ?? ''} onChange={(event) => onSave('mode', event.currentTarget.value || null)}>
          <option value="">none</option>
          {modesOf(value).map(({ mode, definition }) => (
            <option key={mode} value={mode} title={definition}>
              {mode}
            </option>
          ))}
        </select>
      </label>
    )}
  </div>
)

export const TypeSelect = ({ value, onChange }: { readonly value: ClaimType; readonly onChange: (type: ClaimType) => void }) => (
  <select aria-label="Type" value={value} onChange={(event) => onChange(CLAIM_TYPES.find((type) => type === event.currentTarget.value)!)}>
    {FAMILIES.map((family) => (
      <optgroup key={family} label={FAMILY[family].name}>
        {FAMILY[family].types.map((type) => (
          <option key={type} value={type}>
            {typeName(type)}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
)
