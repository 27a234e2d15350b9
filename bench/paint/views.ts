import type { Page } from 'playwright-core'
import type { Samples } from '../queries/samples.js'

export interface View {
  readonly name: string
  /** Its address at the n-th load. */
  readonly path: (samples: Samples, n: number) => string
  /** What must be there for the view to be read. */
  readonly shows: string
  /** What somebody does in it. */
  readonly acts: readonly ((page: Page) => Promise<unknown>)[]
}

const press = (key: string) => (page: Page) => page.keyboard.press(key)
const click = (selector: string) => (page: Page) => page.locator(selector).first().click()
const type = (selector: string, words: string) => (page: Page) => page.locator(selector).first().pressSequentially(words, { delay: 60 })
const choose = (selector: string, option: string) => (page: Page) => page.locator(selector).first().selectOption(option)
const of = (list: readonly string[], n: number) => list[n % list.length]!

export const VIEWS: readonly View[] = [
  {
    name: 'overview',
    path: () => '/overview',
    shows: '.results .incident-line',
    acts: [click('.results [role=tab]:nth-child(2)'), click('.time-area button:text("day")'), type('.filter-bar input', 'hospital')],
  },
  { name: 'overview of claims', path: () => '/overview?list=claims&type=ASSAULT', shows: '.results .claim-line', acts: [press('End')] },
  { name: 'reports', path: () => '/reader', shows: '.report-row', acts: [click('.report-row')] },
  {
    name: 'reader',
    path: ({ reports }, n) => `/reader/${of(reports, n)}`,
    shows: '.report-text .trigger',
    acts: [press('j'), press('j'), press('k'), press('c')],
  },
  {
    name: 'review',
    path: () => '/review',
    shows: '.queue .claim-line',
    acts: [press('j'), press('e'), press('ArrowRight'), press('Escape')],
  },
  { name: 'pairs', path: () => '/review?mode=pairs', shows: '.pairs .side blockquote', acts: [press('n'), press('u')] },
  { name: 'incidents', path: () => '/incident', shows: '.incident-line', acts: [click('.incident-line')] },
  {
    name: 'incident',
    path: ({ incidents }, n) => `/incident/${of(incidents, n)}`,
    shows: '.accounts td a',
    acts: [click('.account-claims input')],
  },
  { name: 'actors', path: () => '/actors', shows: '.network .node', acts: [choose('.network select', '80')] },
  { name: 'dossier', path: ({ actors }, n) => `/actors/${of(actors, n)}`, shows: '.dossier .claim-line', acts: [press('End')] },
  { name: 'sources', path: () => '/sources', shows: '.numbers tbody tr', acts: [click('main :is(button, select, [role=tab])')] },
  {
    name: 'publish, without its preview',
    path: () => '/publish?claims=not-rejected',
    shows: '.profile .fields',
    acts: [click('.fields input')],
  },
  { name: 'activity', path: () => '/activity', shows: '.decision-line', acts: [press('End')] },
]
