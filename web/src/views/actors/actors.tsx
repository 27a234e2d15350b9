import { path, useApi, usePages } from '../../api/client.js'
import type { ActorRow, ClaimRow, Dossier } from '../../api/types.js'
import { ClaimLine } from '../../claims/claim-line.js'
import { Empty, Failure, Waiting } from '../../parts/states.js'
import { VirtualList } from '../../parts/virtual-list.js'
import { hrefOf, usePlace } from '../../url.js'
import { NetworkGraph } from './network-graph.js'

/** Groups, states and office-holders: a list, the network of all, or the dossier of one. */
export default function Actors() {
  const { id } = usePlace()
  const { rows, error, more } = usePages<ActorRow>(path('/actors'))
  return (
    <div className="actors">
      <nav className="report-list" aria-label="Actors">
        <p className="nothing note">Groups, states and those in office. Private persons have no dossier.</p>
        {error && !rows && <Failure error={error} />}
        {!rows && !error && <Waiting what="actors" />}
        {rows && rows.length > 0 && (
          <VirtualList
            rows={rows}
            height={44}
            label="Actors, those with most claims first"
            keyOf={(row) => row.id}
            onEnd={more}
            selected={rows.findIndex((row) => row.id === id)}
            render={(row) => (
              <a
                className="row-link actor-row"
                href={hrefOf('actors', row.id)}
                aria-current={row.id === id ? 'true' : undefined}
                data-keeps-scroll
              >
                <span>{row.name}</span> {row.code && <code>{row.code}</code>} <span className="tally">{row.claims}</span>
              </a>
            )}
          />
        )}
      </nav>
      {rows?.length === 0 ? (
        <Empty title="No actors yet">
          <p>Actors come from the claims of reports: add some first.</p>
        </Empty>
      ) : id === null ? (
        <NetworkGraph />
      ) : (
        <OneActor key={id} id={id} />
      )}
    </div>
  )
}

const OneActor = ({ id }: { readonly id: string }) => {
  const { data, error } = useApi<Dossier>(`/actors/${encodeURIComponent(id)}`)
  if (error && !data) return <Failure error={error} />
  if (!data) return <Waiting what="the dossier" />
  const { row, names, by, about, affiliations } = data
  return (
    <article className="dossier" aria-labelledby="actor">
      <header>
        <h1 id="actor">{row.name}</h1>
        <p className="lede">
          {row.code && <code>{row.code}</code>} {row.claims} claims
          {row.wikidata && <span className="note"> · Wikidata {row.wikidata}</span>}
        </p>
        <p className="note">
          Called{' '}
          {names
            .slice(0, 8)
            .map(({ name, claims }) => `“${name}” ${claims}`)
            .join(', ')}
        </p>
        <p>
          <a href="/actors">Network of all</a> · <a href={hrefOf('overview', null, { actor: row.id })}>On the map</a>
        </p>
      </header>
      <div className="dossier-columns">
        <ClaimSection title="Says" rows={by.items} none="No claim of its own." />
        <ClaimSection
          title="Said of it"
          rows={about.items}
          none="No claim about it."
          more={about.next ? hrefOf('overview', null, { actor: row.id, list: 'claims' }) : null}
        />
        <ClaimSection title="Belongs, leads, backs" rows={affiliations} none="No affiliation is claimed." />
      </div>
    </article>
  )
}

interface SectionProps {
  readonly title: string
  readonly rows: readonly ClaimRow[]
  readonly none: string
  readonly more?: string | null
}

const ClaimSection = ({ title, rows, none, more = null }: SectionProps) => (
  <section>
    <h2>{title}</h2>
    {rows.length === 0 && <p className="note">{none}</p>}
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <a className="row-link" href={hrefOf('reader', row.report.id, { claim: row.id })}>
            <ClaimLine row={row} withReport />
          </a>
        </li>
      ))}
    </ul>
    {more && <a href={more}>All of them</a>}
  </section>
)
