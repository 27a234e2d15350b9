import { z } from '@hono/zod-openapi'
import { ProfileSchema } from './profile.js'

/** What stands beside published files: how they came about and how to tell that they are whole. */
export const ManifestSchema = z
  .object({
    program: z.object({ name: z.literal('herodot'), version: z.string() }),
    published: z.string().openapi({ description: 'ISO 8601.' }),
    profile: ProfileSchema,
    files: z.array(z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() })),
    coders: z.array(z.object({ name: z.string(), version: z.string(), model: z.string(), claims: z.int() })),
    decisions: z.record(z.string(), z.int()).openapi({ description: 'Decisions in the record, by kind.' }),
    removed: z.record(z.string(), z.int()).openapi({ description: 'What was left out or made coarser, by cause.' }),
  })
  .openapi('Manifest')

export type Manifest = z.output<typeof ManifestSchema>
