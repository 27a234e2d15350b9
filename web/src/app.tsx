import { lazy, Suspense, useEffect, useState } from 'react'
import { listen, useApi } from './api/client.js'
import type { Job, Summary } from './api/types.js'
import { Adding, addFiles, jobsChanged } from './parts/adding.js'
import { Announcements } from './parts/announce.js'
import { Help } from './parts/help.js'
import { useKeys } from './parts/keys.js'
import { Login } from './parts/login.js'
import { useSession } from './parts/session.js'
import { ThemeSwitch } from './parts/theme.js'
import { go, hrefOf, usePlace, type View } from './url.js'

const SHOWN: { readonly [view in View]: ReturnType<typeof lazy> } = {
  overview: lazy(() => import('./views/overview/overview.js')),
  reader: lazy(() => import('./views/reader/reader.js')),
  review: lazy(() => import('./views/review/review.js')),
  incident: lazy(() => import('./views/incident/incident.js')),
  actors: lazy(() => import('./views/actors/actors.js')),
  sources: lazy(() => import('./views/sources/sources.js')),
  publish: lazy(() => import('./views/publish/publish.js')),
  'double-coding': lazy(() => import('./views/double-coding/double-coding.js')),
  activity: lazy(() => import('./views/activity/activity.js')),
  team: lazy(() => import('./views/team/team.js')),
}

const TABS: readonly (readonly [View, string, key: string])[] = [
  ['overview', 'Overview', '1'],
  ['reader', 'Reports', '2'],
  ['review', 'Review', '3'],
  ['incident', 'Incidents', '4'],
  ['actors', 'Actors', '5'],
  ['sources', 'Sources', '6'],
  ['publish', 'Publish', '7'],
  ['double-coding', 'Double coding', '8'],
  ['activity', 'Activity', '9'],
]

export const App = () => {
  const { view } = usePlace()
  const session = useSession()
  const { data: summary } = useApi<Summary>(session.known && !session.needsLogin ? '/summary' : null)
  const [dragging, setDragging] = useState(false)
  const [helping, setHelping] = useState(false)
  useEffect(
    () => (session.needsLogin || !session.known ? undefined : listen((job) => jobsChanged(job as Job))),
    [session.needsLogin, session.known],
  )
  useEffect(() => {
    document.title = `${TABS.find(([one]) => one === view)?.[1] ?? 'Herodot'} – Herodot`
    document.querySelector('.top nav [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [view])
  useKeys({ '?': () => setHelping(true), ...Object.fromEntries(TABS.map(([one, , key]) => [key, () => go(hrefOf(one))])) })
  useEffect(() => dropTarget(setDragging), [])
  const Shown = SHOWN[view]
  if (session.needsLogin) return <Login session={session} />
  if (!session.known && location.pathname === '/setup') return null
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <header className="top">
        <a className="brand" href="/overview">
          Herodot
        </a>
        <nav aria-label="Views">
          {TABS.map(([one, name, key]) => (
            <a key={one} href={hrefOf(one)} aria-current={one === view ? 'page' : undefined} title={`${name} (${key})`}>
              {name}
              {one === 'review' && summary !== null && summary.pending > 0 && <span className="count">{summary.pending}</span>}
            </a>
          ))}
        </nav>
        <div className="tools">
          {session.mayWrite && <Adding />}
          <button type="button" className="quiet" onClick={() => setHelping(true)} aria-label="Keys and signs" title="Keys and signs (?)">
            ?
          </button>
          <ThemeSwitch />
          <a className="who" href="/team" title={session.accounts ? 'Team and account' : 'The name that decisions carry'}>
            {session.accounts ? session.name : 'You'}
          </a>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`view view-${view}`}>
        <Suspense fallback={<p className="waiting">…</p>}>
          <Shown />
        </Suspense>
      </main>
      <Announcements />
      {dragging && (
        <div className="dropping" aria-hidden="true">
          <p>Drop reports to read them into the record</p>
        </div>
      )}
      {helping && <Help onClose={() => setHelping(false)} />}
    </>
  )
}

/** Lets files and folders be dropped anywhere on the window. */
const dropTarget = (setDragging: (on: boolean) => void) => {
  const over = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    setDragging(true)
  }
  const leave = (event: DragEvent) => {
    if (event.relatedTarget === null) setDragging(false)
  }
  const drop = (event: DragEvent) => {
    if (!event.dataTransfer) return
    event.preventDefault()
    setDragging(false)
    void addFiles(event.dataTransfer)
  }
  addEventListener('dragover', over)
  addEventListener('dragleave', leave)
  addEventListener('drop', drop)
  return () => {
    removeEventListener('dragover', over)
    removeEventListener('dragleave', leave)
    removeEventListener('drop', drop)
  }
}
