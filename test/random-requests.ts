import type { Asking } from './served.js'

/** As far as the API's description goes. */
export interface Schema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly pattern?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]
  readonly additionalProperties?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly example?: unknown
}

interface Content {
  readonly content?: { readonly [type: string]: { readonly schema: Schema } }
}

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: Schema }[]
  readonly requestBody?: Content
  readonly responses: { readonly [status: string]: Content }
}

export interface Description {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } }
  readonly components: { readonly schemas: { readonly [name: string]: Schema } }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export const numbers = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Text that has broken programs before. */
const ODD = [
  '', ' ', '0', '-1', 'null', '*', '"', '"open', "'; DROP TABLE claim; --", '%', '_', 'a*b*', 'NEAR(a b)', 'AND OR NOT', '(', 'sentence:x', '^x', '{}',
  '<script>alert(1)</script>', '../../etc/passwd', '\u0000', '\ud800', '\u202e', '😀', 'x'.repeat(300), '1e309', '9'.repeat(30), 'constructor',
  '__proto__', 'Mosul', '2016-02-31', '0000', '2016-11', 'ASSAULT', 'geonames:1', '91,181', '36,43', 'IRQ', 'rest.', 'rest.x', 'e30', 'W10',
] as const // biome-ignore format: a list

/** As text that can stand in an address: halves of surrogate pairs cannot. */
const wellFormed = (value: unknown): string => Buffer.from(String(value)).toString()

/** What a parameter or field of some name is likely to be. */
export type Known = { readonly [name: string]: readonly string[] }

export interface RandomRequest {
  readonly path: string
  readonly asking: Asking
  /** What the answer should look like, by status; undefined where it is no JSON. */
  readonly answers: (status: number) => Schema | undefined
}

/** Makes requests by the API's own description, some right, some slightly wrong, some nonsense. */
export const requests = (description: Description, known: Known, seed: number): (() => RandomRequest) => {
  const random = numbers(seed)
  const chance = (share: number) => random() < share
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const resolve = (schema: Schema): Schema => (schema.$ref ? description.components.schemas[schema.$ref.split('/').at(-1)!]! : schema)

  const text = (name: string, { pattern, example, minLength = 0 }: Schema): unknown => {
    if (known[name] && chance(0.6)) return pick(known[name])
    if (example !== undefined && chance(0.6)) return example
    if (pattern?.includes('d{4}') && chance(0.8)) return pick(['2016', '2016-11', '2016-11-03', '2017-01-01'])
    const odd = pick(ODD)
    return odd.length < minLength && chance(0.8) ? 'x'.repeat(minLength) : odd
  }
  const number = ({ minimum = -10, maximum = 1000, type }: Schema): number => {
    const value = chance(0.8)
      ? minimum + random() * Math.min(maximum - minimum, 200)
      : pick([0, -1, 1e300, 2 ** 53, 0.5, minimum - 1, maximum + 1])
    return type === 'integer' && chance(0.95) ? Math.floor(value) : value
  }
  const value = (name: string, given: Schema, depth = 0): unknown => {
    const schema = resolve(given)
    if (chance(0.03)) return pick([null, [], {}, 'x', 7, true, [[]]])
    const choices = schema.oneOf ?? schema.anyOf
    if (choices) return value(name, pick(choices), depth)
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => value(name, part, depth)))
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return pick(schema.enum)
    const type = typeof schema.type === 'string' ? schema.type : schema.type ? pick(schema.type) : 'null'
    if (type === 'string') return text(name, schema)
    if (type === 'number' || type === 'integer') return number({ ...schema, type })
    if (type === 'boolean') return chance(0.5)
    if (type === 'array') {
      if (schema.prefixItems) return schema.prefixItems.map((item) => value(name, item, depth + 1))
      const length = Math.max(schema.minItems ?? 0, depth > 4 ? 0 : Math.floor(random() * 4))
      return Array.from({ length }, () => value(name, schema.items ?? {}, depth + 1))
    }
    if (type !== 'object') return null
    const names = Object.entries(schema.properties ?? {}).filter(([field]) => schema.required?.includes(field) || chance(0.5))
    return Object.fromEntries(names.filter(() => chance(0.98)).map(([field, part]) => [field, value(field, part, depth + 1)]))
  }

  const operations = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return () => {
    const { path, method, operation } = pick(operations.filter((one) => one.path !== '/events'))
    const parameters = operation.parameters ?? []
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const schema = parameters.find((one) => one.name === name)!.schema
      return encodeURIComponent(wellFormed(value(name, schema)))
    })
    const query = new URLSearchParams()
    for (const { name, schema, required, in: place } of parameters)
      if (place === 'query' && (required || chance(0.25))) query.append(name, wellFormed(value(name, schema)))
    const content = operation.requestBody?.content
    const json = content?.['application/json']?.schema
    const body = json ? value('', json) : content ? form(value('', content['multipart/form-data']!.schema)) : undefined
    const answers = (status: number) => (operation.responses[status] ?? operation.responses.default)?.content?.['application/json']?.schema
    return { path: `${filled}${query.size > 0 ? `?${query}` : ''}`, asking: { method: method.toUpperCase(), body }, answers }
  }

  function form(fields: unknown): FormData {
    const data = new FormData()
    for (let n = Math.floor(random() * 3); n > 0; n--) data.append('files', new File(['rebels fled in Mosul'], wellFormed(pick(ODD))))
    for (const [name, field] of Object.entries(Object(fields))) if (name !== 'files') data.append(name, wellFormed(field))
    return data
  }
}

/** A schema that stands by itself. */
export const inlined = (schema: Schema, { components }: Description): Schema =>
  JSON.parse(JSON.stringify(schema), (_, part) =>
    part?.$ref ? inlined(components.schemas[part.$ref.split('/').at(-1)]!, { components, paths: {} }) : part,
  )
