import { codedReport } from './coded-report.js'
import type { Format } from './format.js'
import { html } from './html.js'
import { text } from './text.js'

/** Every format that is read. The first that looks like the content wins; the last takes what no other does. */
export const FORMATS: readonly Format[] = [codedReport, html, text]
