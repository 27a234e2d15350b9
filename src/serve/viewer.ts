export const ROLES = ['reader', 'coder', 'administrator'] as const
/** Each may do all that those before it may. */
export type Role = (typeof ROLES)[number]

/** Who asks. */
export interface Viewer {
  readonly name: string
  readonly role: Role
}

export const may = ({ role }: Viewer, needed: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(needed)

/** How people are told apart: not at all, by one shared token, or by accounts. */
export type Access = 'open' | 'token' | 'users'
