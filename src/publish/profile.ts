import { z } from '@hono/zod-openapi'
import { CLAIM_TYPES } from '../claim.js'

/** What of a claim or incident can be published; nothing else leaves the record. */
export const PUBLISHABLE = [
  'type', 'mode', 'status', 'negated', 'background', 'certainty', 'confidence', 'verdict', 'time', 'place', 'coordinates', 'actors', 'recipients',
  'figures', 'attribution', 'publisher', 'title', 'url', 'published', 'words', 'origins', 'codes',
] as const // biome-ignore format: a list
export type Publishable = (typeof PUBLISHABLE)[number]

/** Formats that a publication can have, and the fields without which they would say nothing. */
export const FORMATS = ['csv', 'jsonl', 'hxl', 'acled', 'ged', 'geojson', 'parquet'] as const
export type Format = (typeof FORMATS)[number]
const NEEDS: { readonly [format in Format]?: { readonly of: 'claims' | 'incidents'; readonly fields: readonly Publishable[] } } = {
  hxl: { of: 'claims', fields: ['type'] },
  acled: { of: 'incidents', fields: ['type', 'codes'] },
  ged: { of: 'incidents', fields: ['type', 'figures'] },
  geojson: { of: 'incidents', fields: ['type', 'place', 'coordinates'] },
}

const day = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)
const TYPE = new RegExp(`^(${CLAIM_TYPES.join('|')})(/[a-z-]+)?$`)
const word = z.string().min(1).max(200)

/** Which part of a record is published and how it is made safe. What a profile does not name is not published. */
export const ProfileSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
      .openapi({ example: 'monthly', description: 'Small letters, digits and hyphens.' }),
    of: z
      .array(z.enum(['claims', 'incidents']))
      .min(1)
      .openapi({ description: 'What there is a file of.' }),
    formats: z.array(z.enum(FORMATS)).min(1).openapi({
      description: '`hxl` needs claims; `acled` (with `codes`), `ged` (with `figures`) and `geojson` (with `coordinates`) need incidents.',
    }),
    fields: z.array(z.enum(PUBLISHABLE)).min(1),
    place: z
      .enum(['as-coded', 'admin1', 'country', 'withheld'])
      .default('withheld')
      .openapi({ description: 'Places are given no more precisely; coordinates only with `as-coded`.' }),
    time: z.enum(['as-coded', 'month', 'year', 'withheld']).default('withheld'),
    delayDays: z.int().min(0).max(36_500).default(0).openapi({ description: 'Reports published in the last days are left out.' }),
    names: z.enum(['public', 'codes', 'withheld']).default('withheld').openapi({
      description:
        '`public`: names of groups, states and office-holders; private persons only as what they are. `codes`: country and sector alone.',
    }),
    sources: z
      .enum(['named', 'publishers', 'withheld'])
      .default('withheld')
      .openapi({ description: '`named`: also who is cited, private persons never; `publishers`: only who published.' }),
    claims: z.enum(['accepted', 'not-rejected']).default('accepted').openapi({ description: 'By what people ruled; held claims never.' }),
    since: day.optional(),
    until: day.optional(),
    country: z
      .array(z.string().regex(/^[A-Z]{3}$/))
      .min(1)
      .optional(),
    types: z
      .array(z.string().regex(TYPE).openapi({ example: 'ASSAULT/aerial' }))
      .min(1)
      .optional(),
    minOrigins: z.int().min(0).optional(),
    withhold: z
      .array(word)
      .max(10_000)
      .default([])
      .openapi({ description: 'Names, publishers and addresses (or their beginnings) that must not appear: what has one is left out.' }),
  })
  .superRefine((profile, { addIssue }) => {
    for (const format of profile.formats) {
      const needs = NEEDS[format]
      const missing = needs?.fields.filter((field) => !profile.fields.includes(field)) ?? []
      if (needs && !profile.of.includes(needs.of)) addIssue({ code: 'custom', path: ['formats'], message: `${format} needs ${needs.of}` })
      if (missing.length > 0) addIssue({ code: 'custom', path: ['formats'], message: `${format} needs the fields ${missing.join(', ')}` })
      if (format === 'geojson' && profile.place !== 'as-coded')
        addIssue({ code: 'custom', path: ['formats'], message: 'geojson needs places as coded: coarser ones have no coordinates' })
    }
  })
  .openapi('Profile')

export type Profile = z.output<typeof ProfileSchema>
