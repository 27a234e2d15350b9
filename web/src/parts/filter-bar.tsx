import { type ReactNode, useEffect, useRef, useState } from 'react'
import { CERTAINTIES, CLAIM_TYPES, STATUSES } from '../../../src/claim.js'
import type { ClaimType } from '../api/types.js'
import { FAMILIES, FAMILY, typeName } from '../claims/family.js'
import { FILTERS, type FilterName } from '../claims/filters.js'
import { setParams, usePlace } from '../url.js'
import { FamilyMark } from './marks.js'

const NAMES: { readonly [name in FilterName]?: string } = {
  text: 'words',
  type: 'type',
  actor: 'actor',
  place: 'place',
  within: 'within km',
  country: 'country',
  source: 'said by',
  origin: 'origin',
  status: 'status',
  certainty: 'certainty',
  verdict: 'ruled',
  contradicted: 'contradicted',
  'min-origins': 'origins, at least',
  confidence: 'confidence, at least',
  since: 'from',
  until: 'until',
  'as-of': 'as known on',
}

const CHIPS = FILTERS.filter((name) => name !== 'by' && name !== 'text')

/** What is looked for: words, and everything else behind one button; each active filter can be taken away. */
export const FilterBar = ({ children }: { readonly children?: ReactNode }) => {
  const { params } = usePlace()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!open) return
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('pointerdown', away)
    addEventListener('keydown', away)
    return () => {
      removeEventListener('pointerdown', away)
      removeEventListener('keydown', away)
    }
  }, [open])
  const active = CHIPS.filter((name) => params.get(name))
  return (
    <search className="filter-bar">
      <Typed name="text" label="Words in the claims" placeholder="Words in the claims" type="search" />
      <div className="filters" ref={box}>
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          Filters
        </button>
        {open && (
          <div className="popover filter-box">
            <TypeChoice />
            <div className="filter-grid">
              <Typed name="actor" label="Actor" placeholder="name or code, as IRQ:MIL" />
              <Typed name="place" label="Place" placeholder="Mosul" />
              <Typed name="within" label="Within km of it" type="number" />
              <Typed name="country" label="Country" placeholder="IRQ" pattern={/^[A-Za-z]{3}(,[A-Za-z]{3})*$/} />
              <Typed name="source" label="Said or published by" />
              <Chosen name="certainty" values={CERTAINTIES} />
              <Chosen name="status" values={STATUSES} />
              <Chosen name="verdict" values={['none', 'accepted', 'held', 'rejected']} />
              <Chosen name="contradicted" values={['true', 'false']} words={{ true: 'only contradicted', false: 'only uncontradicted' }} />
              <Typed name="min-origins" label="Origins, at least" type="number" />
              <Typed name="since" label="From" placeholder="2016-10" pattern={DAY} />
              <Typed name="until" label="Until" placeholder="2016-11-04" pattern={DAY} />
            </div>
          </div>
        )}
      </div>
      <ul className="chips" aria-label="Active filters">
        {active.map((name) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => setParams({ [name]: null })}
              aria-label={`Remove the filter: ${NAMES[name]} ${params.get(name)}`}
            >
              <span className="note">{NAMES[name]}</span> {chipText(name, params.get(name)!)} <span aria-hidden="true">✕</span>
            </button>
          </li>
        ))}
      </ul>
      {children}
    </search>
  )
}

const DAY = /^\d{4}(-\d\d(-\d\d)?)?$/

const chipText = (name: FilterName, value: string) =>
  name === 'type' ? value.split(',').map(typeName).join(', ') : name === 'contradicted' ? (value === 'true' ? 'yes' : 'no') : value

interface TypedProps {
  readonly name: FilterName
  readonly label: string
  readonly placeholder?: string
  readonly type?: 'text' | 'search' | 'number'
  readonly pattern?: RegExp
}

const Typed = ({ name, label, placeholder, type = 'text', pattern }: TypedProps) => {
  const { params } = usePlace()
  const value = params.get(name) ?? ''
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    const wanted = typed.trim()
    if (wanted === value || (wanted !== '' && pattern && !pattern.test(wanted))) return
    const timer = setTimeout(() => setParams({ [name]: wanted || null }), 250)
    return () => clearTimeout(timer)
  }, [typed, value, name, pattern])
  const input = (
    <input
      type={type}
      value={typed}
      placeholder={placeholder}
      aria-label={label}
      min={0}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  )
  return name === 'text' ? (
    input
  ) : (
    // biome-ignore lint/a11y/noLabelWithoutControl: the input stands in it
    <label>
      <span>{label}</span>
      {input}
    </label>
  )
}

interface ChosenProps {
  readonly name: FilterName
  readonly values: readonly string[]
  readonly words?: Readonly<Record<string, string>>
}

const Chosen = ({ name, values, words = {} }: ChosenProps) => {
  const { params } = usePlace()
  return (
    <label>
      <span>{NAMES[name]!.charAt(0).toUpperCase() + NAMES[name]!.slice(1)}</span>
      <select value={params.get(name) ?? ''} onChange={(event) => setParams({ [name]: event.currentTarget.value || null })}>
        <option value="">any</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {words[value] ?? (value === 'none' ? 'not yet' : value)}
          </option>
        ))}
      </select>
    </label>
  )
}

const TypeChoice = () => {
  const { params } = usePlace()
  const chosen = new Set(params.get('type')?.split(',') ?? [])
  const set = (types: readonly ClaimType[], on: boolean) => {
    const next = CLAIM_TYPES.filter((type) => (types.includes(type) ? on : chosen.has(type)))
    setParams({ type: next.join(',') || null })
  }
  return (
    <fieldset className="type-choice">
      <legend>Types of claims</legend>
      {FAMILIES.map((family) => {
        const { name, types } = FAMILY[family]
        return (
          <div key={family}>
            <button
              type="button"
              className={`quiet f-${family}`}
              aria-pressed={types.every((type) => chosen.has(type))}
              onClick={() => set(types, !types.every((type) => chosen.has(type)))}
            >
              <FamilyMark family={family} /> {name}
            </button>
            {types.map((type) => (
              <label key={type}>
                <input type="checkbox" checked={chosen.has(type)} onChange={(event) => set([type], event.currentTarget.checked)} />{' '}
                {typeName(type)}
              </label>
            ))}
          </div>
        )
      })}
    </fieldset>
  )
}
