import { decode, decodingProblems } from './encoding.js'
import type { Format } from './format.js'
import { megabytes, PAGE_LIMIT } from './limits.js'
import { articleOf } from './page-article.js'
import { failure } from './problem.js'

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
    const draft = await articleOf(decoded.text)
    if (typeof draft !== 'string') yield { draft, problems: decodingProblems(file, decoded) }
    else yield { draft: null, problems: [draft === 'none' ? noArticle(file) : failure(file, 'too-large', OVERGROWN)] }
  },
}

const OVERGROWN = 'has more tags, or deeper nested ones, than any article: save the article alone'

const noArticle = (file: string) =>
  failure(file, 'no-article', 'is a page in which no article was found: save the article itself, or its text as .txt')

const declaredEncoding = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? null
}
