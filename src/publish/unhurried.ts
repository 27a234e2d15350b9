import { setImmediate } from 'node:timers/promises'

/** Milliseconds of work between which others get their turn. */
const TURN = 20

/** Goes through things one after another and lets others work in between. */
export async function* unhurried<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  let since = performance.now()
  for (const item of items) {
    yield item
    if (performance.now() - since < TURN) continue
    await setImmediate()
    since = performance.now()
  }
}
