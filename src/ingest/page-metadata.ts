import type { DomDocument } from './dom.js'
import { isoDate } from './published.js'

export interface PageMetadata {
  readonly publisher: string | null
  readonly published: string | null
  readonly url: string | null
  /** Whether the page says of itself that it is an article. */
  readonly article: boolean
}

const ARTICLE = /(?:Article|Report|BlogPosting|LiveBlog|WebPage)/

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'publish-date',
  'publish_date',
  'publishdate',
  'publication_date',
  'pubdate',
  'date',
]

const PUBLISHERS = ['og:site_name', 'article:publisher_name', 'dc.publisher', 'dcterms.publisher', 'citation_publisher', 'publisher']

/** What a page says about itself in its head, its JSON-LD and its microdata. */
export const pageMetadata = (document: DomDocument): PageMetadata => {
  const metas = metaTags(document)
  const linked = linkedData(document).filter(({ type }) => ARTICLE.test(type))
  const times = [
    ...document.querySelectorAll('time[itemprop~="datePublished"], time[pubdate], article time[datetime], header time[datetime]'),
  ]
  return {
    publisher: firstOf([...PUBLISHERS.map((name) => metas.get(name)), ...linked.map(({ publisher }) => publisher)]),
    published: firstOf(
      [
        ...linked.map(({ published }) => published),
        ...DATES.map((name) => metas.get(name)),
        document.querySelector('[itemprop~="datePublished"][content]')?.getAttribute('content'),
        ...times.map((time) => time.getAttribute('datetime') ?? time.textContent),
      ].map((date) => (date ? isoDate(date) : null)),
    ),
    url: firstOf([document.querySelector('link[rel~="canonical"]')?.getAttribute('href'), metas.get('og:url')].map(absolute)),
    article:
      linked.some(({ type }) => type !== 'WebPage') ||
      metas.get('og:type') === 'article' ||
      document.querySelector('article, [itemprop~="articleBody"]') !== null,
  }
}

const firstOf = (values: readonly (string | null | undefined)[]): string | null => values.find((value) => value?.trim())?.trim() ?? null

const absolute = (address: string | null | undefined) => (address && /^https?:\/\//i.test(address) ? address : null)

/** Content of the `meta` tags by lower-case `name`, `property` or `itemprop`; the first of a name counts. */
const metaTags = (document: DomDocument): ReadonlyMap<string, string> => {
  const metas = new Map<string, string>()
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop'))?.toLowerCase()
    if (name && !metas.has(name)) metas.set(name, meta.getAttribute('content')!)
  }
  return metas
}

interface Linked {
  readonly type: string
  readonly publisher: string | null
  readonly published: string | null
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const words = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The typed objects of a page's JSON-LD, those in lists and graphs included; broken JSON-LD is as good as none. */
const linkedData = (document: DomDocument): readonly Linked[] =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return objects(JSON.parse(script.textContent ?? ''))
    } catch {
      return []
    }
  })

const objects = (value: unknown): readonly Linked[] => {
  if (Array.isArray(value)) return value.flatMap(objects)
  if (!isObject(value)) return []
  const { publisher } = value
  const linked = {
    type: [value['@type']].flat().join(' '),
    publisher: isObject(publisher) ? words(publisher.name) : words(publisher),
    published: words(value.datePublished),
  }
  return [linked, ...objects(value['@graph'])]
}
