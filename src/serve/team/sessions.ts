import { SESSION_DAYS } from '../cookies.js'
import type { Role, Viewer } from '../viewer.js'
import { digest, newSecret } from './secrets.js'
import type { TeamStore } from './store.js'

const LASTS = SESSION_DAYS * 86_400_000

/** Who is logged in; the record of it holds no secret that could be used. */
export class Sessions {
  constructor(
    private readonly store: TeamStore,
    private readonly now: () => number,
  ) {}

  /** Gives the secret for the cookie. */
  begin(user: string): string {
    const secret = newSecret()
    this.store.run('DELETE FROM session WHERE until < ?', this.now())
    this.store.run('INSERT INTO session VALUES (?, ?, ?)', digest(secret), user, this.now() + LASTS)
    return secret
  }

  viewer(secret: string): Viewer | null {
    const row = this.store.one<{ name: string; role: string }>(
      'SELECT u.name, u.role FROM session s JOIN user u ON u.name = s.user WHERE s.secret = ? AND s.until >= ?',
      digest(secret),
      this.now(),
    )
    return row ? { name: row.name, role: row.role as Role } : null
  }

  end(secret: string): void {
    this.store.run('DELETE FROM session WHERE secret = ?', digest(secret))
  }

  endAllOf(user: string): void {
    this.store.run('DELETE FROM session WHERE user = ?', user)
  }
}
