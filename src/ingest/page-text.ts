import type { DomNode } from './dom.js'

const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
)
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG FIGCAPTION IFRAME BUTTON SELECT TEXTAREA AUDIO VIDEO OBJECT'.split(' '))

const ELEMENT = 1
const TEXT = 3

/** A paragraph of a page, with how many of its UTF-16 code units are the text of links. */
export interface Paragraph {
  readonly text: string
  readonly linked: number
}

/** The paragraphs under an element as a browser would set them, white space collapsed; captions of figures are no prose and left out. */
export const paragraphs = (root: DomNode): readonly Paragraph[] => {
  const done: Paragraph[] = []
  let text = ''
  let linked = 0
  const end = () => {
    const collapsed = text.replace(/[\s\u00a0]+/g, ' ').trim()
    if (collapsed) done.push({ text: collapsed, linked })
    text = ''
    linked = 0
  }
  const walk = (node: DomNode, inLink: boolean) => {
    if (node.nodeType === TEXT) {
      const content = node.nodeValue ?? ''
      text += content
      if (inLink) linked += content.trim().length
    }
    if (node.nodeType !== ELEMENT) return
    const name = node.nodeName.toUpperCase()
    if (SKIPPED.has(name)) return
    if (BLOCKS.has(name)) end()
    for (const child of node.childNodes) walk(child, inLink || name === 'A')
    if (BLOCKS.has(name)) end()
  }
  for (const child of root.childNodes) walk(child, false)
  end()
  return done
}
