import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { CERTAINTIES, CLAIM_TYPES, FIGURE_KINDS, STATUSES } from '../src/claim.js'
import { loadCodebook } from '../src/code/codebook.js'
import { ingest } from '../src/ingest/ingest.js'
import { EXAMPLES } from './herodot.js'

const words = z.string().min(1)
const code = z
  .string()
  .regex(/^[A-Z]{3}:[A-Z]{3}$/)
  .nullable()
const actor = z.strictObject({ text: words, name: words.nullable(), code })
const edtf = z.string().regex(/^(\.\.|\d{4}(-\d\d){0,2})(\/(\.\.|\d{4}(-\d\d){0,2}))?$/)

const codedSchema = z.strictObject({
  doc: words,
  published: z.string().nullable(),
  sentences: z.array(words),
  claims: z.array(
    z.strictObject({
      s: z.int().min(0),
      trigger: words,
      type: z.enum(CLAIM_TYPES),
      mode: words.nullable(),
      actor: z.array(actor),
      recipient: z.array(actor),
      place: z.array(z.strictObject({ text: words, name: words.nullable(), country: z.string().length(3).nullable() })),
      time: z.strictObject({ text: words.nullable(), value: edtf.nullable() }),
      figures: z.array(
        z
          .strictObject({
            text: words,
            kind: z.enum(FIGURE_KINDS),
            of: words.nullable(),
            low: z.int().nullable(),
            high: z.int().nullable(),
          })
          .refine(({ low, high }) => low !== null || high !== null),
      ),
      status: z.enum(STATUSES),
      negated: z.boolean(),
      background: z.boolean(),
      certainty: z.enum(CERTAINTIES),
      attribution: z.array(z.strictObject({ source: words.nullable(), cue: words.nullable(), name: words.nullable(), code })),
      optional: z.boolean(),
    }),
  ),
})

type Coded = z.infer<typeof codedSchema>

const FOLDER = new URL('../examples/coded/', import.meta.url)
const read = (file: string): Coded => codedSchema.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')))
const codebook = loadCodebook()

/** Whether `text` (`12|the army`, `the army#2`) stands where it says, as whole words. */
const stands = (sentences: readonly string[], s: number, text: string): boolean => {
  const [, elsewhere, quote, nth] = /^(?:(\d+)\|)?(.*?)(?:#(\d+))?$/s.exec(text)!
  const literal = quote!.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const found = sentences[Number(elsewhere ?? s)]?.match(new RegExp(`(?<!\\p{L})${literal}(?!\\p{L})`, 'gu')) ?? []
  return found.length >= Number(nth ?? 1)
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith('.claims.json')))('examples/coded/%s', (file) => {
  const coded = read(file)
  const example = EXAMPLES.find((name) => name.startsWith(`${coded.doc}.`))!

  test('has the sentences of its report', async () => {
    expect(file).toBe(`${coded.doc}.claims.json`)
    for await (const { report } of ingest([fileURLToPath(new URL(`../examples/${example}`, import.meta.url))])) {
      let at = 0
      for (const sentence of coded.sentences) {
        const start = report!.text.indexOf(sentence, at)
        expect(start, sentence).toBeGreaterThanOrEqual(at)
        at = start + sentence.length
      }
      expect(coded.published).toBe(report!.published)
    }
  })

  test('quotes words that stand there', () => {
    const missing = coded.claims.flatMap(({ s, trigger, actor, recipient, place, time, figures, attribution }) =>
      [
        trigger,
        ...[...actor, ...recipient, ...place, time, ...figures].map(({ text }) => text),
        ...attribution.flatMap(({ source, cue }) => [source, cue]),
      ]
        .filter((text) => text !== null && !stands(coded.sentences, s, text))
        .map((text) => `${s}: ${text}`),
    )
    expect(missing).toEqual([])
  })

  test('has modes of the codebook', () => {
    for (const { type, mode } of coded.claims)
      if (mode !== null) expect(codebook.types.get(type)!.modes.map((entry) => entry.mode)).toContain(mode)
  })
})
