import type { Record } from '../record/index.js'
import type { Events } from './events.js'
import type { Jobs } from './jobs.js'
import type { Team } from './team/team.js'
import type { Access, Viewer } from './viewer.js'

/** All that the routes work with. */
export interface Serving {
  readonly record: Record
  readonly team: Team
  readonly events: Events
  readonly jobs: Jobs
  readonly access: Access
  /** Whether people reach the server over TLS alone. */
  readonly secure: boolean
  /** Who decides where there are no accounts and the request names nobody. */
  readonly author: string
  /** Folder that publications are written to. */
  readonly publications: string
  /** A PMTiles file of the user's own; null where none was named. */
  readonly baseMap: string | null
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Is told of faults of the program. */
  readonly fault: (error: unknown) => void
}

export interface Env {
  Variables: {
    viewer: Viewer
    /** The hash of the session's secret, where there is a session. */
    session: string | null
  }
}
