import { clean } from './clean.js'
import type { DomDocument, DomNode } from './dom.js'
import { decode, decodingProblems } from './encoding.js'
import type { Draft, Format } from './format.js'
import { megabytes, PAGE_LIMIT } from './limits.js'
import { type PageMetadata, pageMetadata } from './page-metadata.js'
import { type Paragraph, paragraphs } from './page-text.js'
import { failure } from './problem.js'

const SENTENCE_WORDS = 8

/**
 * A web page. The stored text is its main text, one paragraph a line, without headline, captions and navigation;
 * title, byline, publisher, time and address come from what the page says about itself.
 */
export const html: Format = {
  suffixes: ['.html', '.htm', '.xhtml'],
  looksLike: (head) =>
    /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|main|article|section|div|p|meta|title)\b/is.test(head),
  async *read({ file, bytes }) {
    if (bytes.length > PAGE_LIMIT) {
      const message = `is a page of ${megabytes(bytes.length)}; at most ${megabytes(PAGE_LIMIT)} are read: save the article alone`
      yield { draft: null, problems: [failure(file, 'too-large', message)] }
      return
    }
    const decoded = decode(bytes, declaredEncoding(bytes))
    const draft = await article(decoded.text)
    yield draft === null
      ? {
          draft,
          problems: [failure(file, 'no-article', 'is a page in which no article was found: save the article itself, or its text as .txt')],
        }
      : { draft, problems: decodingProblems(file, decoded) }
  },
}

const declaredEncoding = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null
}

/** Loaded when first needed: reading text alone should not wait for it. */
const libraries = async () => {
  const [{ parseHTML }, { Readability }] = await Promise.all([import('linkedom'), import('@mozilla/readability')])
  return { parseHTML, Readability }
}

const article = async (source: string): Promise<Draft | null> => {
  const { parseHTML, Readability } = await libraries()
  try {
    const { document } = parseHTML(whole(source))
    const metadata = pageMetadata(document as unknown as DomDocument)
    const headings = [...document.querySelectorAll('h1')].map((heading) => field(heading.textContent))
    const found = new Readability(document, { serializer: (node: unknown) => node as DomNode }).parse()
    if (!found?.content) return null
    const title = titleOf(field(found.title), headings)
    const byline = field(found.byline)?.replace(/^by:?\s+/i, '') ?? null
    const prose = paragraphs(found.content).filter(({ text }) => text !== title && text.replace(/^by:?\s+/i, '') !== byline)
    if (!isArticle(prose, metadata)) return null
    return {
      doc: null,
      title,
      byline,
      publisher: field(metadata.publisher ?? found.siteName),
      published: metadata.published,
      url: metadata.url,
      text: clean(prose.map(({ text }) => text).join('\n')),
    }
  } catch (error) {
    // A page nested thousands deep overflows the stack of the libraries.
    if (error instanceof RangeError) return null
    throw error
  }
}

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
