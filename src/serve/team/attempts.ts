/** Failures in a row that cost nothing; each further one doubles the wait. */
const FREE = 5
const FIRST_WAIT = 1000
const LONGEST_WAIT = 15 * 60_000
/** Names remembered at once; others' failures all count together then. */
const NAMES = 10_000

interface Failures {
  readonly count: number
  readonly until: number
}

/** Slows down those who guess passwords. */
export class Attempts {
  readonly #failures = new Map<string, Failures>()
  /** Hashes being worked out; each takes memory and a core. */
  #underway = 0

  constructor(private readonly now: () => number) {}

  /** Milliseconds to wait before the next attempt on a name, 0 for none. */
  wait(name: string): number {
    const failures = this.#failures.get(this.#key(name))
    return Math.max(0, (failures?.until ?? 0) - this.now())
  }

  failed(name: string): void {
    const key = this.#key(name)
    const count = (this.#failures.get(key)?.count ?? 0) + 1
    const wait = count < FREE ? 0 : Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (count - FREE))
    this.#failures.set(key, { count, until: this.now() + wait })
  }

  succeeded(name: string): void {
    this.#failures.delete(this.#key(name))
  }

  /** Does the work unless too much of it is under way; null then. */
  async bounded<Result>(most: number, work: () => Promise<Result>): Promise<Result | null> {
    if (this.#underway >= most) return null
    this.#underway++
    try {
      return await work()
    } finally {
      this.#underway--
    }
  }

  #key(name: string): string {
    const key = name.toLowerCase()
    return this.#failures.has(key) || this.#failures.size < NAMES ? key : ''
  }
}
