// The part of the DOM that is used here. TypeScript's own `dom` library would let the globals of a browser pass in the whole program.

export interface DomNode {
  readonly nodeType: number
  /** Upper case for the elements of HTML. */
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly textContent: string | null
  readonly childNodes: Iterable<DomNode>
}

export interface DomElement extends DomNode {
  getAttribute(name: string): string | null
}

export interface DomDocument {
  querySelector(selector: string): DomElement | null
  querySelectorAll(selector: string): Iterable<DomElement>
}
