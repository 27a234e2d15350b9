import { ServeError } from '../problem.js'
import type { Role, Viewer } from '../viewer.js'
import { Assignments } from './assignments.js'
import { Attempts } from './attempts.js'
import { hashPassword, isPassword } from './passwords.js'
import { digest, newSecret } from './secrets.js'
import { Sessions } from './sessions.js'
import { TeamStore } from './store.js'
import { type User, Users } from './users.js'

const WEEK = 7 * 86_400_000
/** Passwords hashed at once. */
const HASHES = 4

/** Somebody logged in, and the secret for their cookie. */
export interface Login {
  readonly viewer: Viewer
  readonly secret: string
}

/** The people who work on a record. Close it after use. */
export class Team {
  readonly users: Users
  readonly sessions: Sessions
  readonly assignments: Assignments
  readonly #store: TeamStore
  readonly #attempts: Attempts

  constructor(
    path: string,
    private readonly now: () => number = Date.now,
  ) {
    this.#store = new TeamStore(path)
    this.users = new Users(this.#store)
    this.sessions = new Sessions(this.#store, now)
    this.assignments = new Assignments(this.#store, now)
    this.#attempts = new Attempts(now)
  }

  close(): void {
    this.#store.close()
  }

  async login(name: string, password: string): Promise<Login> {
    const known = this.users.find(name)
    await this.#check(name, password, new ServeError(401, 'serve/bad-login', 'name or password is wrong'))
    return this.#begin({ name: known!.name, role: known!.role })
  }

  /** A code that sets a password once, for a user (made where there is none), or for the first administrator. */
  invite(name: string | null, role: Role): string {
    if (name !== null) {
      this.#keepAdministrator(name, role)
      this.users.put(name, role, this.now())
    }
    const code = newSecret()
    this.#store.run('DELETE FROM invitation WHERE until < ? OR name IS ?', this.now(), name)
    this.#store.run('INSERT INTO invitation VALUES (?, ?, ?, ?)', digest(code), name, role, this.now() + WEEK)
    return code
  }

  /** Takes up an invitation; `name` counts only where the invitation has none. */
  async setUp(code: string, name: string | null, password: string): Promise<Login> {
    const refused = new ServeError(403, 'serve/not-allowed', 'this link was used already or is too old: ask for a new one')
    const invitation = () =>
      this.#store.one<{ name: string | null; role: string }>(
        'SELECT name, role FROM invitation WHERE code = ? AND until >= ?',
        digest(code),
        this.now(),
      )
    if (!invitation()) throw refused
    const hash = await this.#busy(() => hashPassword(password))
    const found = invitation()
    if (!found) throw refused
    const user = found.name ?? name
    if (user === null) throw new ServeError(400, 'serve/bad-request', 'name: the first administrator needs one')
    if (found.name === null && this.users.find(user)?.active) throw new ServeError(409, 'serve/conflict', 'there is a user of that name')
    const role = found.role as Role
    this.#store.run('DELETE FROM invitation WHERE code = ?', digest(code))
    this.users.put(user, role, this.now())
    this.users.setPassword(user, hash)
    this.sessions.endAllOf(user)
    this.#attempts.succeeded(user)
    return this.#begin({ name: user, role })
  }

  /** Ends all sessions but a new one, whose secret it gives. */
  async changePassword({ name }: Viewer, old: string, password: string): Promise<string> {
    await this.#check(name, old, new ServeError(403, 'serve/bad-login', 'the old password is wrong'))
    this.users.setPassword(name, await this.#busy(() => hashPassword(password)))
    this.sessions.endAllOf(name)
    return this.sessions.begin(name)
  }

  changeRole(name: string, role: Role): User {
    const user = this.#known(name)
    this.#keepAdministrator(user.name, role)
    this.users.put(user.name, role, this.now())
    return this.users.find(user.name)!
  }

  remove(name: string): void {
    const user = this.#known(name)
    this.#keepAdministrator(user.name, null)
    this.#store.run('DELETE FROM invitation WHERE name = ?', user.name)
    this.sessions.endAllOf(user.name)
    this.users.remove(user.name)
  }

  async #check(name: string, password: string, wrong: ServeError): Promise<void> {
    const wait = this.#attempts.wait(name)
    if (wait > 0) throw tooMany(wait)
    // Counted before the slow hash, so that many guesses at once are no way around the wait.
    this.#attempts.failed(name)
    if (!(await this.#busy(() => isPassword(password, this.users.passwordOf(name))))) throw wrong
    this.#attempts.succeeded(name)
  }

  async #busy<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = await this.#attempts.bounded(HASHES, async () => ({ value: await work() }))
    if (result === null) throw tooMany(1000)
    return result.value
  }

  #begin(viewer: Viewer): Login {
    return { viewer, secret: this.sessions.begin(viewer.name) }
  }

  #known(name: string): User {
    const user = this.users.find(name)
    if (user === null) throw new ServeError(404, 'serve/not-found', 'there is no user of that name')
    return user
  }

  /** Without an administrator nobody could manage accounts. */
  #keepAdministrator(name: string, role: Role | null): void {
    const user = this.users.find(name)
    if (user?.role !== 'administrator' || !user.active || role === 'administrator' || this.users.administrators() > 1) return
    throw new ServeError(409, 'serve/conflict', 'this is the last administrator')
  }
}

const tooMany = (wait: number) =>
  new ServeError(429, 'serve/too-many-requests', 'too many attempts: wait a little', { 'retry-after': String(Math.ceil(wait / 1000)) })
