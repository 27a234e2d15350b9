/** What all people together saw. */
export interface Log {
  readonly answers: { readonly what: string; readonly time: number }[]
  readonly errors: string[]
  /** Ids of decisions that the server said it had stored. */
  readonly decisions: string[]
}

export const newLog = (): Log => ({ answers: [], errors: [], decisions: [] })
