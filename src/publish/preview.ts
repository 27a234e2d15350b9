import { z } from '@hono/zod-openapi'
import type { Record } from '../record/index.js'
import { contentOf } from './content.js'
import { filesOf } from './files.js'
import type { Profile } from './profile.js'
import { type Removed, reducer } from './reduce.js'

const RowSchema = z.record(z.string(), z.unknown())

export const PreviewSchema = z
  .object({
    claims: z.object({ before: z.int(), after: z.int() }),
    incidents: z.object({ before: z.int(), after: z.int() }),
    removed: z.record(z.string(), z.int()).openapi({ description: 'What is left out or made coarser, by cause.' }),
    files: z.array(z.object({ name: z.string(), rows: z.int() })).openapi({ description: 'What would be written.' }),
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
  const content = await contentOf(reducer(record, profile, now, removed), ({ of, before, after, why }) => {
    counts[of].before++
    if (after) counts[of].after++
    const list = after ? kept : out
    if (list.length < EXAMPLES / 2) list.push({ of, before, after, why })
  })
  const files = filesOf(profile, content).map(({ name, rows }) => ({ name, rows }))
  return { ...counts, removed: Object.fromEntries(removed), files, examples: [...kept, ...out] }
}
