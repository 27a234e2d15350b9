import type { Role } from '../viewer.js'
import type { TeamStore } from './store.js'

export interface User {
  readonly name: string
  readonly role: Role
  /** ISO 8601. */
  readonly made: string
  /** Whether the invitation was taken up. */
  readonly active: boolean
}

interface Row {
  readonly name: string
  readonly role: string
  readonly password: string | null
  readonly made: number
}

const userOf = ({ name, role, password, made }: Row): User => ({
  name,
  role: role as Role,
  made: new Date(made).toISOString(),
  active: password !== null,
})

/** People with an account; names differ in more than case. */
export class Users {
  constructor(private readonly store: TeamStore) {}

  list(): readonly User[] {
    return this.store.all<Row>('SELECT * FROM user ORDER BY name').map(userOf)
  }

  find(name: string): User | null {
    const row = this.store.one<Row>('SELECT * FROM user WHERE name = ?', name)
    return row ? userOf(row) : null
  }

  hasAdministrator(): boolean {
    return this.administrators() > 0
  }

  /** How many administrators can log in. */
  administrators(): number {
    return this.store.one<{ n: number }>("SELECT count(*) AS n FROM user WHERE role = 'administrator' AND password IS NOT NULL")!.n
  }

  passwordOf(name: string): string | null {
    return this.store.one<{ password: string | null }>('SELECT password FROM user WHERE name = ?', name)?.password ?? null
  }

  /** Makes the user where there is none of that name. */
  put(name: string, role: Role, made: number): void {
    this.store.run('INSERT INTO user VALUES (?, ?, NULL, ?) ON CONFLICT (name) DO UPDATE SET role = excluded.role', name, role, made)
  }

  setPassword(name: string, hash: string): void {
    this.store.run('UPDATE user SET password = ? WHERE name = ?', hash, name)
  }

  remove(name: string): boolean {
    return this.store.run('DELETE FROM user WHERE name = ?', name) > 0
  }
}
