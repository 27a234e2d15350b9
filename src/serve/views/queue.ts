import { type ClaimRow, type Filters, type Found, findClaims, type Record } from '../../record/index.js'

export interface QueuePage {
  readonly limit?: number | undefined
  readonly cursor?: string | undefined
  readonly order: 'least-certain' | 'contradicted' | 'newest' | 'oldest'
}

const REST = 'rest'

/** Claims to review. `contradicted` gives those that others contradict first, then the rest, each the least certain first. */
export const queuePage = (record: Record, filters: Filters, { limit = 50, cursor, order }: QueuePage): Found<ClaimRow> => {
  const open: Filters = { ...filters, verdict: filters.verdict ?? ['none'] }
  if (order !== 'contradicted') return findClaims(record, open, { limit, cursor, order })
  const part = (contradicted: boolean, from: string | undefined, size: number) =>
    findClaims(record, { ...open, contradicted }, { limit: size, cursor: from, order: 'least-certain' })
  const inRest = cursor?.startsWith(REST) ?? false
  const first = inRest ? { items: [], next: null } : part(true, cursor, limit)
  if (first.next !== null || first.items.length === limit) return { items: first.items, next: first.next ?? `${REST}.` }
  const rest = part(false, inRest ? cursor!.slice(REST.length + 1) || undefined : undefined, limit - first.items.length)
  return { items: [...first.items, ...rest.items], next: rest.next && `${REST}.${rest.next}` }
}
