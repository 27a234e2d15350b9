import { z } from '@hono/zod-openapi'
import type { Record } from '../record/index.js'
import type { Profile } from './profile.js'
import { type Removed, reducer } from './reduce.js'
import { unhurried } from './unhurried.js'

const RowSchema = z.record(z.string(), z.unknown())

export const PreviewSchema = z
  .object({
    claims: z.object({ before: z.int(), after: z.int() }),
    incidents: z.object({ before: z.int(), after: z.int() }),
    removed: z.record(z.string(), z.int()).openapi({ description: 'What is left out or made coarser, by cause.' }),
    examples: z.array(
      z.object({ of: z.enum(['claims', 'incidents']), before: RowSchema, after: RowSchema.nullable(), why: z.string().nullable() }),
    ),
  })
  .openapi('Preview')

export type Preview = z.output<typeof PreviewSchema>

const EXAMPLES = 20

/** What a profile would publish, with examples of what is kept and what is left out, each as it is and as it would be. */
export const preview = async (record: Record, profile: Profile, now: number): Promise<Preview> => {
  const removed: Removed = new Map()
  const counts = { claims: { before: 0, after: 0 }, incidents: { before: 0, after: 0 } }
  const kept: Preview['examples'] = []
  const out: Preview['examples'] = []
  for await (const { of, before, after, why } of unhurried(reducer(record, profile, now, removed))) {
    counts[of].before++
    if (after) counts[of].after++
    const list = after ? kept : out
    if (list.length < EXAMPLES / 2) list.push({ of, before, after, why })
  }
  return { ...counts, removed: Object.fromEntries(removed), examples: [...kept, ...out] }
}
