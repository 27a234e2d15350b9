import { ask, send, useAccounts, useApi } from '../api/client.js'

export type Role = 'reader' | 'coder' | 'administrator'

interface SessionAnswer {
  readonly access: 'open' | 'token' | 'users'
  readonly viewer: { readonly name: string; readonly role: Role } | null
  readonly setUp: boolean
  readonly baseMap: boolean
}

export interface Session {
  readonly known: boolean
  readonly accounts: boolean
  readonly needsLogin: boolean
  readonly setUp: boolean
  readonly name: string
  readonly mayWrite: boolean
  readonly administers: boolean
  /** Whether the server has a base map for the claims' map. */
  readonly baseMap: boolean
}

/** Who one is, and what one may do. */
export const useSession = (): Session => {
  const { data } = useApi<SessionAnswer>('/session')
  const accounts = data?.access === 'users'
  useAccounts(accounts)
  const role = data?.viewer?.role ?? 'reader'
  return {
    known: data !== null,
    accounts,
    needsLogin: data !== null && data.viewer === null,
    setUp: data?.setUp ?? true,
    name: data?.viewer?.name ?? '',
    mayWrite: role !== 'reader',
    administers: role === 'administrator',
    baseMap: data?.baseMap ?? false,
  }
}

export const logIn = (name: string, password: string) => send('/session', { name, password })
export const setUp = (code: string, name: string | null, password: string) =>
  send('/session/setup', { code, password, ...(name && { name }) })
export const logOut = () => ask('/session', { method: 'DELETE' })
