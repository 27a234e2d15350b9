import { RecordError } from '../errors.js'

/** Where a page ended: the value it was ordered by and the row's key. */
export interface Position {
  readonly value: number
  readonly key: number
}

/** A cursor holds for the order that it was made in. */
export const cursorOf = (order: string, { value, key }: Position): string =>
  Buffer.from(JSON.stringify([order, value, key])).toString('base64url')

export const positionOf = (order: string, cursor: string | undefined): Position | null => {
  if (cursor === undefined) return null
  try {
    const [made, value, key] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (made === order && typeof value === 'number' && typeof key === 'number') return { value, key }
  } catch {}
  throw new RecordError('record/bad-query', 'the cursor is not one of this query: begin with the first page')
}

export const LIMIT = 50
const MOST = 1000

export const limitOf = (limit: number | undefined): number => {
  if (limit === undefined) return LIMIT
  if (Number.isInteger(limit) && limit >= 1 && limit <= MOST) return limit
  throw new RecordError('record/bad-query', `a page has 1 to ${MOST} rows`)
}
