import { knowledge, type Role } from './knowledge.js'
import { type Word, wordsOf } from './words.js'

/** A role word or phrase; word indices, `end` exclusive. */
export interface RoleMatch {
  readonly first: number
  readonly end: number
  readonly role: Role
}

const LONGEST = 5

let byWords: ReadonlyMap<string, Role> | null = null

const roles = (): ReadonlyMap<string, Role> => {
  byWords ??= new Map([...knowledge().roles].map(([words, role]) => [keyOf(wordsOf(words)), role]))
  return byWords
}

const keyOf = (words: readonly Word[]): string => words.map((word) => word.norm).join(' ')

/** The role that a stretch of words spells exactly, or null. */
export const roleAt = (words: readonly Word[], first: number, end: number): Role | null =>
  roles().get(keyOf(words.slice(first, end))) ?? null

/** Role words within a stretch, leftmost and longest first, never overlapping. */
export const rolesIn = (words: readonly Word[], first: number, end: number): RoleMatch[] => {
  const found: RoleMatch[] = []
  for (let i = first; i < end; i++) {
    for (let j = Math.min(end, i + LONGEST); j > i; j--) {
      const role = roleAt(words, i, j)
      if (!role) continue
      found.push({ first: i, end: j, role })
      i = j - 1
      break
    }
  }
  return found
}
