/** What pages are told; they ask again for what they show. */
export type ServeEvent =
  /** Something in the record is other than before: `what` names it where known. */
  | { readonly kind: 'changed'; readonly what: 'reports' | 'decisions' | 'links' | 'team' | 'anything'; readonly ids: readonly string[] }
  | { readonly kind: 'job'; readonly job: unknown }
  /** The server stops. */
  | { readonly kind: 'closing' }

export type Listener = (event: ServeEvent) => void

/** Passes on what happens to whoever listens. */
export class Events {
  readonly #listeners = new Set<Listener>()

  /** Gives the function that ends listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(event: ServeEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  get listeners(): number {
    return this.#listeners.size
  }
}
