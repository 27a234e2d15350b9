/** Marks that turn the direction of writing and can make text look like other text. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** Foreign text made safe for a terminal, on one line: no control characters, hence no escape sequences, and no marks of direction. */
export const printable = (text: string): string =>
  text
    .replace(DIRECTION, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
