import { useSyncExternalStore } from 'react'

export const VIEWS = [
  'overview',
  'reader',
  'review',
  'incident',
  'actors',
  'sources',
  'publish',
  'double-coding',
  'activity',
  'team',
] as const
export type View = (typeof VIEWS)[number]

/** What the address says: a view, what it shows, and all the rest of its state. */
export interface Place {
  readonly view: View
  readonly id: string | null
  readonly params: URLSearchParams
}

type Params = Readonly<Record<string, string | null | undefined>>

export const placeOf = (url: URL): Place => {
  const [view, id] = url.pathname.split('/').filter(Boolean)
  const known = VIEWS.find((one) => one === view) ?? 'overview'
  return { view: known, id: id === undefined ? null : decoded(id), params: url.searchParams }
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The address of a view; parameters that are null or empty are left out. */
export const hrefOf = (view: View, id: string | null = null, params: Params = {}): string => {
  const query = new URLSearchParams(Object.entries(params).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])))
  const path = id === null ? `/${view}` : `/${view}/${encodeURIComponent(id)}`
  return query.size === 0 ? path : `${path}?${query}`
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  if (listeners.size === 1) addEventListener('popstate', tell)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) removeEventListener('popstate', tell)
  }
}

/** Goes to an address of the application; with `replace`, "back" leads past the present one. */
export const go = (href: string, { replace = false } = {}): void => {
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  tell()
}

let known: { readonly href: string; readonly place: Place } | null = null
const present = (): Place => {
  if (known?.href !== location.href) known = { href: location.href, place: placeOf(new URL(location.href)) }
  return known.place
}

/** The present address, as it changes. */
export const usePlace = (): Place => useSyncExternalStore(subscribe, present)

/** Changes parameters of the present address; null removes one. */
export const setParams = (changes: Params, { replace = true } = {}): void => {
  const { view, id, params } = present()
  go(hrefOf(view, id, { ...Object.fromEntries(params), ...changes }), { replace })
}

/** Lets plain clicks on links of the application change the view without loading the page anew. */
export const followLinks = (event: MouseEvent): void => {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin || link.pathname.startsWith('/api/')) return
  if (link.hash && link.pathname === location.pathname) return
  event.preventDefault()
  go(link.href)
  if (!link.closest('[data-keeps-scroll]')) scrollTo(0, 0)
}
