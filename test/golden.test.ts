import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EXAMPLES, GOLDEN, herodot } from './herodot.js'

/**
 * Every `examples/x` has `golden/x.jsonl`, what `herodot read examples/x --jsonl` prints. A missing one is written, and is a failure
 * where `CI` is set; a mismatch leaves `x.jsonl-changed` beside it, to look at and to rename where the change is meant.
 * Confidences are not compared: the model's arithmetic differs a little from one processor to another.
 */
describe.skipIf(!existsSync(GOLDEN))('golden output', () => {
  test.concurrent.each(EXAMPLES)('%s', async (example) => {
    const golden = new URL(`${example}.jsonl`, GOLDEN)
    const changed = new URL(`${example}.jsonl-changed`, GOLDEN)
    const actual = await herodot('read', `examples/${example}`, '--jsonl', '--quiet')
    if (!existsSync(golden)) {
      if (process.env.CI)
        throw new Error(`There is no ${golden.pathname}: run the tests where CI is not set, look at what they write and commit it`)
      writeFileSync(golden, actual)
      return
    }
    const expected = readFileSync(golden, 'utf8')
    const same = JSON.stringify(comparable(actual)) === JSON.stringify(comparable(expected))
    if (same) rmSync(changed, { force: true })
    else writeFileSync(changed, actual)
    expect(comparable(actual)).toEqual(comparable(expected))
    expect(same, 'the order of the fields').toBe(true)
  })
})

const comparable = (jsonl: string): readonly unknown[] =>
  jsonl
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line, (key, value) => (key === 'confidence' ? undefined : value)))
