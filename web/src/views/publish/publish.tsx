import { useEffect, useState } from 'react'
import { type ApiError, refresh, send, useApi, useVersion } from '../../api/client.js'
import { number } from '../../claims/words.js'
import { announce } from '../../parts/announce.js'
import { useSession } from '../../parts/session.js'
import { setParams, usePlace } from '../../url.js'
import { FORMATS, PUBLISHABLE } from './publishable.js'

interface Preview {
  readonly claims: Change
  readonly incidents: Change
  readonly removed: Readonly<Record<string, number>>
  readonly files: readonly { readonly name: string; readonly rows: number }[]
  readonly examples: readonly {
    readonly of: 'claims' | 'incidents'
    readonly before: Readonly<Record<string, unknown>>
    readonly after: Readonly<Record<string, unknown>> | null
    readonly why: string | null
  }[]
}
interface Change {
  readonly before: number
  readonly after: number
}
interface Publication {
  readonly id: string
  readonly manifest: {
    readonly published: string
    readonly files: readonly { readonly name: string; readonly rows: number; readonly bytes: number; readonly sha256: string }[]
  }
}

const CHOICES = [
  ['of', 'A table of', ['claims,incidents', 'claims', 'incidents']],
  ['claims', 'Which claims', ['accepted', 'not-rejected']],
  ['place', 'Places', ['as-coded', 'admin1', 'country', 'withheld']],
  ['time', 'Times', ['as-coded', 'month', 'year', 'withheld']],
  ['names', 'Names of actors', ['public', 'codes', 'withheld']],
  ['sources', 'Sources', ['named', 'publishers', 'withheld']],
] as const

const START: Readonly<Record<string, string>> = {
  name: 'public-summary',
  of: 'claims,incidents',
  formats: 'csv,jsonl',
  claims: 'accepted',
  place: 'admin1',
  time: 'as-coded',
  names: 'public',
  sources: 'publishers',
  delayDays: '0',
  minOrigins: '0',
  withhold: '',
  fields: [
    'type',
    'mode',
    'status',
    'negated',
    'certainty',
    'time',
    'place',
    'actors',
    'recipients',
    'figures',
    'attribution',
    'publisher',
    'published',
    'origins',
  ].join(','),
}

const WORDS: Readonly<Record<string, string>> = {
  'claims,incidents': 'claims and incidents',
  accepted: 'those a person accepted',
  'not-rejected': 'all that nobody rejected or holds',
  'as-coded': 'as coded',
  admin1: 'no nearer than the province',
  country: 'the country alone',
  month: 'the month',
  year: 'the year',
  withheld: 'withheld',
  public: 'groups, states, office-holders',
  codes: 'country and sector alone',
  named: 'publishers and whom they cite',
  publishers: 'publishers alone',
}

/** Stands in the address where nothing is ticked. */
const NONE = 'none'
const listOf = (ticked: string) => ticked.split(',').filter((one) => one !== NONE)

const profileOf = (values: Readonly<Record<string, string>>) => ({
  name: values.name,
  of: values.of!.split(','),
  formats: listOf(values.formats!),
  fields: listOf(values.fields!),
  claims: values.claims,
  place: values.place,
  time: values.time,
  names: values.names,
  sources: values.sources,
  delayDays: Number(values.delayDays) || 0,
  minOrigins: Number(values.minOrigins) || 0,
  withhold: values
    .withhold!.split('\n')
    .map((line) => line.trim())
    .filter(Boolean),
})

/** What leaves the record, and how it is made safe; seen before it is written. */
export default function Publish() {
  const { params } = usePlace()
  const session = useSession()
  const version = useVersion()
  const values = { ...START, ...Object.fromEntries([...params].filter(([name]) => name in START)) }
  const profile = JSON.stringify(profileOf(values))
  const [preview, setPreview] = useState<Preview | null>(null)
  const [error, setError] = useState<string | null>(null)
  const { data: written } = useApi<{ readonly items: readonly Publication[] }>('/publish')
  useEffect(() => {
    void version
    let gone = false
    const timer = setTimeout(() => {
      send<Preview>('/publish/preview', JSON.parse(profile)).then(
        (answer) => {
          if (gone) return
          setPreview(answer)
          setError(null)
        },
        (thrown: ApiError) => !gone && setError(thrown.message),
      )
    }, 200)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [profile, version])
  const write = async () => {
    try {
      const { id } = await send<Publication>('/publish', JSON.parse(profile))
      announce(`Written: ${id}`)
      refresh()
    } catch (thrown) {
      announce((thrown as ApiError).message)
    }
  }
  return (
    <div className="publish">
      <form className="profile" aria-label="Export profile" onSubmit={(event) => event.preventDefault()}>
        <h1>Publish</h1>
        <p className="note">What a profile does not name is not published. This address holds the whole profile.</p>
        <label>
          Name
          <input value={values.name} pattern="[a-z0-9][a-z0-9\-]*" onChange={(event) => setParams({ name: event.currentTarget.value })} />
        </label>
        {CHOICES.map(([name, label, options]) => (
          <label key={name}>
            {label}
            <select value={values[name]} onChange={(event) => setParams({ [name]: event.currentTarget.value })}>
              {options.map((option) => (
                <option key={option} value={option}>
                  {WORDS[option] ?? option}
                </option>
              ))}
            </select>
          </label>
        ))}
        <fieldset className="formats">
          <legend>Written as</legend>
          {FORMATS.map(([one, name]) => (
            <Choice key={one} param="formats" all={FORMATS.map(([format]) => format)} chosen={values.formats!} one={one} name={name} />
          ))}
        </fieldset>
        <label>
          Leave out reports of the last days
          <input type="number" min={0} value={values.delayDays} onChange={(event) => setParams({ delayDays: event.currentTarget.value })} />
        </label>
        <label>
          Independent origins, at least
          <input
            type="number"
            min={0}
            value={values.minOrigins}
            onChange={(event) => setParams({ minOrigins: event.currentTarget.value })}
          />
        </label>
        <label>
          Never publish these names, one a line
          <textarea rows={3} value={values.withhold} onChange={(event) => setParams({ withhold: event.currentTarget.value })} />
        </label>
        <fieldset className="fields">
          <legend>Fields</legend>
          {PUBLISHABLE.map((one) => (
            <Choice key={one} param="fields" all={PUBLISHABLE} chosen={values.fields!} one={one} name={one} />
          ))}
        </fieldset>
        <button
          type="button"
          className="primary"
          disabled={!preview || error !== null || !session.administers}
          onClick={() => void write()}
        >
          Write the publication
        </button>
      </form>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="preview" tabIndex={0} aria-label="Preview">
        {error && <p role="alert">{error}</p>}
        {preview && (
          <>
            <div className="before-after">
              <Kept name="claims" change={preview.claims} />
              <Kept name="incidents" change={preview.incidents} />
              <div>
                <h2>Left out or made coarser</h2>
                <dl>
                  {Object.entries(preview.removed)
                    .sort(([, a], [, b]) => b - a)
                    .map(([cause, count]) => (
                      <div key={cause}>
                        <dt>{cause.replaceAll('-', ' ')}</dt>
                        <dd>{number(count)}</dd>
                      </div>
                    ))}
                </dl>
              </div>
            </div>
            <h2>Files</h2>
            <ul className="would-be">
              {preview.files.map(({ name, rows }) => (
                <li key={name}>
                  {name} <span className="note">{rows === 1 ? '1 row' : `${number(rows)} rows`}</span>
                </li>
              ))}
            </ul>
            <h2>Before and after</h2>
            {preview.claims.after === 0 && (
              <p className="note">
                Nothing would be published: no claim meets the profile. <a href="/review">Accept some in Review</a>, or choose “
                {WORDS['not-rejected']}”.
              </p>
            )}
            <ol className="examples">
              {preview.examples.map(({ of, before, after, why }, index) => (
                <li key={`${String(before.id ?? index)}${of}`}>
                  <p>
                    <strong>{of === 'claims' ? 'Claim' : 'Incident'}</strong>{' '}
                    {why ? (
                      <span className="verdict v-rejected">
                        <span aria-hidden="true">✕</span> left out: {why.replaceAll('-', ' ')}
                      </span>
                    ) : (
                      <span className="verdict v-accepted">
                        <span aria-hidden="true">✓</span> published
                      </span>
                    )}
                  </p>
                  <Difference before={before} after={after} />
                </li>
              ))}
            </ol>
          </>
        )}
        <h2>Written so far</h2>
        {written?.items.length === 0 && <p className="note">No publication yet.</p>}
        <ul className="written">
          {written?.items.map(({ id, manifest }) => (
            <li key={id}>
              <strong>{id}</strong> <span className="note">{manifest.published.slice(0, 16).replace('T', ' ')}</span>{' '}
              {manifest.files.map(({ name, rows, sha256 }) => (
                <a key={name} href={`/api/v1/publish/${id}/${name}`} download title={`SHA-256 ${sha256}`}>
                  {name} ({number(rows)})
                </a>
              ))}{' '}
              <a href={`/api/v1/publish/${id}/manifest.json`} download>
                manifest
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** One of several that can be ticked; they stand in the address in the order of `all`. */
const Choice = ({
  param,
  all,
  chosen,
  one,
  name,
}: {
  readonly param: string
  readonly all: readonly string[]
  readonly chosen: string
  readonly one: string
  readonly name: string
}) => {
  const now = new Set(chosen.split(','))
  return (
    <label>
      <input
        type="checkbox"
        checked={now.has(one)}
        onChange={(event) => {
          const next = all.filter((other) => (other === one ? event.currentTarget.checked : now.has(other)))
          setParams({ [param]: next.join(',') || NONE })
        }}
      />{' '}
      {name}
    </label>
  )
}

const Kept = ({ name, change: { before, after } }: { readonly name: string; readonly change: Change }) => (
  <div>
    <h2>{name === 'claims' ? 'Claims' : 'Incidents'}</h2>
    <p className="big">
      {number(after)} <span className="note">of {number(before)}</span>
    </p>
    <div className="share">
      <span className="bar" aria-hidden="true">
        <span style={{ inlineSize: `${before === 0 ? 0 : (after / before) * 100}%` }} />
      </span>
    </div>
  </div>
)

/** A value in words; of an object what it holds. */
const shown = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return String(value)
  return Object.values(value).map(shown).filter(Boolean).join(', ')
}

/** A row as it is and as it would be, field by field. */
const Difference = ({
  before,
  after,
}: {
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>> | null
}) => (
  <table className="difference">
    <tbody>
      {Object.keys(before)
        .filter((key) => shown(before[key]) !== '' || (after && shown(after[key]) !== ''))
        .map((key) => {
          const [was, is] = [shown(before[key]), after ? shown(after[key]) : '']
          return (
            <tr key={key} className={was === is ? '' : 'changed'}>
              <th scope="row">{key}</th>
              <td>{was === is ? was : <del>{was}</del>}</td>
              <td>{was === is ? '' : is === '' ? <span className="note">withheld</span> : <ins>{is}</ins>}</td>
            </tr>
          )
        })}
    </tbody>
  </table>
)
