import type { Problem } from '../report.js'

/** The file or report was not read. `code` is the rule's name, without the package. */
export const failure = (file: string, code: string, message: string): Problem => ({
  code: `ingest/${code}`,
  message,
  severity: 'error',
  file,
  span: null,
})

/** The report was read, but there is something to know about it. */
export const warning = (file: string, code: string, message: string): Problem => ({ ...failure(file, code, message), severity: 'warning' })
