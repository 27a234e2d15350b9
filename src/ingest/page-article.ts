import { clean } from './clean.js'
import type { DomDocument, DomNode } from './dom.js'
import type { Draft } from './format.js'
import { PAGE_DEPTH_LIMIT, PAGE_TAG_LIMIT } from './limits.js'
import { type PageMetadata, pageMetadata } from './page-metadata.js'
import { type Paragraph, paragraphs } from './page-text.js'
import { isoDate } from './published.js'

const SENTENCE_WORDS = 8
const BYLINE = /^By:? \p{Lu}.{1,80}[^.!?]$/u

/** Loaded when first needed: reading text alone should not wait for it. */
const libraries = async () => {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  return { parseHTML, Readability }
}

/** The article of a page as a report; `none` where there is none, `overgrown` where the page has too many tags, or too deep a nest of them, to look. */
export const articleOf = async (source: string): Promise<Draft | 'none' | 'overgrown'> => {
  if (source.split('<', PAGE_TAG_LIMIT + 1).length > PAGE_TAG_LIMIT) return 'overgrown'
  const { parseHTML, Readability } = await libraries()
  const { document } = parseHTML(whole(source))
  if (isDeep(document as unknown as DomNode)) return 'overgrown'
  const metadata = pageMetadata(document as unknown as DomDocument)
  const headings = [...document.querySelectorAll('h1')].map((heading) => field(heading.textContent))
  const found = new Readability(document, { serializer: (node: unknown) => node as DomNode }).parse()
  if (!found?.content) return 'none'
  const title = titleOf(field(found.title), headings)
  const all = paragraphs(found.content).filter(({ text }) => text !== title)
  const named = field(found.byline) ?? all.slice(0, 2).find(({ text }) => BYLINE.test(text))?.text ?? null
  // What stands where a byline would may be the date.
  const date = named && isoDate(named)
  const byline = date ? null : named && withoutBy(named)
  const prose = all.filter(({ text }) => byline === null || withoutBy(text) !== byline)
  if (!isArticle(prose, metadata)) return 'none'
  return {
    doc: null,
    title,
    byline,
    publisher: field(metadata.publisher ?? found.siteName),
    published: metadata.published ?? date,
    url: metadata.url,
    text: clean(prose.map(({ text }) => text).join('\n')),
  }
}

/** Finding the article takes time that grows with the square of the depth. */
const isDeep = (root: DomNode): boolean => {
  let level = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > PAGE_DEPTH_LIMIT) return true
    level = level.flatMap((node) => [...node.childNodes])
  }
  return false
}

const withoutBy = (text: string): string => text.replace(/^by:?\s+/i, '')

/** The parser makes a document only of a page that has its outermost elements. */
const whole = (source: string): string => (/<html[\s>]/i.test(source) ? source : `<html><body>${source}</body></html>`)

const field = (value: string | null | undefined): string | null =>
  clean(value ?? '')
    .replace(/\s+/g, ' ')
    .trim() || null

/** The page's title without the name of the site, where its only heading tells what that is. */
const titleOf = (title: string | null, headings: readonly (string | null)[]): string | null => {
  const heading = headings.length === 1 ? headings[0]! : null
  return heading && title?.startsWith(heading) ? heading : title
}

/** A page that calls itself an article needs some prose, any other page a paragraph that is a sentence and not a list of links. */
const isArticle = (prose: readonly Paragraph[], { article }: PageMetadata): boolean => {
  const unlinked = prose.filter(({ text, linked }) => linked < 0.5 * text.length)
  if (article) return unlinked.some(({ text }) => /\s\S+\s/.test(text))
  return unlinked.some(({ text }) => text.split(' ').length >= SENTENCE_WORDS && /[.!?]["'”’)\]]*(?:\s|$)/.test(text))
}
