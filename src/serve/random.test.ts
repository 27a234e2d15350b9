import { expect, it } from 'vitest'
import { z } from 'zod'
import { type Description, inlined, requests, type Schema } from '../../test/random-requests.js'
import { served } from '../../test/served.js'

/** More with `HERODOT_REQUESTS=10000`. */
const REQUESTS = Number(process.env.HERODOT_REQUESTS ?? 1500)
const SEED = Number(process.env.HERODOT_SEED ?? 1)

it('answers random requests as its description says, and never with a fault', { timeout: 600_000 }, async () => {
  const server = await served()
  const description = (await server.ask('/openapi.json')).json as Description
  const all = async (path: string) => (await server.ask(path)).json.items.map(({ id }: { id: string }) => id) as string[]
  const [claims, reports, incidents, actors, places] = await Promise.all(
    ['/claims', '/reports', '/incidents', '/actors', '/places'].map(all),
  )
  const ids = [claims, reports, incidents, actors, places].flatMap((list) => list ?? [])
  const known = {
    id: ids,
    claim: claims!,
    claims: claims!,
    report: reports!,
    reports: reports!,
    incident: incidents!,
    incidents: incidents!,
    coders: ['ann', 'bob'],
    author: ['ann', 'bob'],
    source: ['Ali', 'Meridian Wire'],
    url: ['https://example.org/'],
  }
  const schemas = new Map<Schema, z.ZodType>()
  const schemaOf = (schema: Schema): z.ZodType => {
    const made = schemas.get(schema) ?? z.fromJSONSchema(inlined(schema, description) as never)
    schemas.set(schema, made)
    return made
  }
  const next = requests(description, known, SEED)
  const statuses = new Map<number, number>()
  for (let n = 0; n < REQUESTS; n++) {
    const { path, asking, answers } = next()
    const what = `${n}: ${asking.method} ${path} ${asking.body instanceof FormData ? 'form' : JSON.stringify(asking.body)}`
    const { status, headers, json, text } = await server.ask(path, asking)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    expect(status, `${what}\n${server.faults.map((fault) => (fault as Error).stack)}`).toBeLessThan(500)
    if (status >= 400) {
      expect(headers.get('content-type'), what).toBe('application/problem+json')
      expect(json.code, what).toMatch(/^(serve|record)\/[a-z-]+$/)
    } else {
      const schema = answers(status)
      const checked = schema && schemaOf(schema).safeParse(json)
      expect(checked?.error, `${what}\n${text.slice(0, 2000)}`).toBeUndefined()
    }
  }
  await server.close()
  expect(server.faults).toEqual([])
  expect(statuses.get(200)).toBeGreaterThan(REQUESTS / 5)
})
