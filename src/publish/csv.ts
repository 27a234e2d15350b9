/** A cell by RFC 4180; lists have `; ` between, other values are JSON. A text that a spreadsheet would take for a formula gets a `'` before it. */
const cell = (value: unknown): string => {
  const text = plain(value)
  const safe = typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const plain = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(plain).join('; ')
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export const csvLine = (values: readonly unknown[]): string => `${values.map(cell).join(',')}\r\n`
