/**
 * Writes an archive of reports and claims whose truth is known: wars with a history, told by agencies and papers that copy,
 * vary, err and correct themselves. Names of places and people are invented. The same seed gives the same archive.
 */
import type { LinkClaim, LinkReport } from '../../src/link/index.js'
import { isoOfDay } from '../../src/link/interval.js'
import { type Happening, happeningsOn } from './history.js'
import { misread } from './misread.js'
import { type Chance, chanceOf } from './random.js'
import { placedAt, type Sentence } from './sentence.js'
import { again, background, blame, denial, lead, minor, scene, state, toll, type View } from './tell.js'
import { warsOf } from './world.js'

export interface Told {
  readonly report: LinkReport & { readonly url: string }
  readonly claims: readonly LinkClaim[]
  /** Happening of each claim, null for states. */
  readonly truth: readonly (string | null)[]
  /** Id of the report whose text it carries, null for a report of its own. */
  readonly copyOf: string | null
}

export interface ArchiveOptions {
  readonly seed: number
  readonly reports: number
  readonly wars?: number
  readonly towns?: number
}

const AGENCIES = ['Reuters', 'AFP', 'Associated Press', 'Meridian Wire', 'Xinhua', 'Anadolu'] as const
const PAPERS = Array.from(
  { length: 60 },
  (_, i) =>
    `${['Harbour', 'Morning', 'Northern', 'Capital', 'Highland', 'River', 'Evening', 'People’s', 'Coastal', 'Valley'][i % 10]} ${['Post', 'Herald', 'Times', 'Courier', 'Monitor', 'Gazette'][Math.floor(i / 10)]}`,
)

/** Reports in about the order of their publication, made as they are asked for. */
export function* archive({ seed, reports, wars: count = 6, towns = 60 }: ArchiveOptions): Generator<Told> {
  const chance = chanceOf(seed)
  const wars = warsOf(chance, count, towns)
  const past = wars.map((): Happening[] => [])
  let written = 0
  for (let day = 16_800; ; day++)
    for (const [at, war] of wars.entries()) {
      const happenings = happeningsOn(chance, war, day, 1 + chance.below(3))
      for (const happening of happenings)
        for (const told of coverage(chance, happening, past[at]!, happenings, () => `r${String(written).padStart(8, '0')}`)) {
          yield told(written)
          if (++written >= reports) return
        }
      past[at] = [...past[at]!, ...happenings].slice(-40)
    }
}

/** The reports on one happening: first those in words of their own, then those that copy them. */
function* coverage(
  chance: Chance,
  happening: Happening,
  past: readonly Happening[],
  others: readonly Happening[],
  nextId: () => string,
): Generator<(n: number) => Told> {
  const originals: { readonly id: string; readonly publisher: string; readonly hour: number; readonly sentences: readonly Sentence[] }[] =
    []
  const accounts = 1 + chance.below(4)
  for (let i = 0; i < accounts; i++) {
    const publisher = chance.happens(0.6) ? chance.pick(AGENCIES) : chance.pick(PAPERS)
    const delay = 4 + chance.below(i === 0 ? 14 : 60)
    const id = nextId()
    const sentences = compose(chance, happening, past, others, publisher, delay)
    originals.push({ id, publisher, hour: delay, sentences })
    yield () => reportOf(id, publisher, null, happening, delay, sentences, null)
    if (delay < 30 && chance.happens(0.25)) {
      const later = nextId()
      const update = compose(chance, happening, past, others, publisher, delay + 30)
      yield () => reportOf(later, publisher, null, happening, delay + 30, update, null)
    }
  }
  for (const original of originals) {
    if (!(AGENCIES as readonly string[]).includes(original.publisher)) continue
    for (const paper of chance.some(PAPERS, chance.below(3))) {
      const id = nextId()
      const hour = original.hour + 1 + chance.below(20)
      const sentences = copied(chance, original.sentences, happening, past, others, paper, hour)
      yield () => reportOf(id, paper, original.publisher, happening, hour, sentences, original.id)
    }
  }
}

const compose = (
  chance: Chance,
  happening: Happening,
  past: readonly Happening[],
  others: readonly Happening[],
  outlet: string,
  hours: number,
): readonly Sentence[] => {
  const early = hours < 24
  const count = early ? happening.killedFirst : happening.killed
  const view: View = {
    happening,
    outlet,
    killed: chance.happens(0.08) ? Math.max(0, count + chance.pick([-2, -1, 1, 2, 5])) : count,
    injured: happening.injured,
    actor: chance.happens(0.05) ? chance.pick(happening.war.sides) : happening.actor,
    day: chance.happens(0.04) ? happening.day - 1 : happening.day,
  }
  const sentences: Sentence[] = [lead(chance, view)]
  if (view.killed > 0 && chance.happens(0.8)) sentences.push(toll(chance, view))
  for (let i = chance.below(3); i >= 0; i--) sentences.push(again(chance, view))
  if (chance.happens(0.3)) sentences.push(denial(chance, view))
  if (chance.happens(0.5)) sentences.push(blame(chance, view))
  sentences.push(scene(chance, happening.town))
  for (let i = chance.below(4); i > 0; i--) sentences.push(minor(chance, view))
  for (const other of others)
    if (other !== happening && chance.happens(0.6)) {
      const beside: View = {
        ...view,
        happening: other,
        killed: early ? other.killedFirst : other.killed,
        injured: other.injured,
        actor: other.actor,
        day: other.day,
      }
      sentences.push(lead(chance, beside))
      for (let i = chance.below(3); i > 0; i--) sentences.push(again(chance, beside))
    }
  for (const earlier of chance.some(past, 2 + chance.below(4)))
    sentences.push(background(chance, earlier, happening.day + Math.floor(hours / 24)))
  sentences.push(scene(chance, happening.war.capital))
  for (let i = chance.below(3); i > 0; i--) sentences.push(state(chance, view))
  for (let i = 1 + chance.below(3); i > 0; i--) sentences.push(scene(chance, chance.pick(happening.war.towns)))
  return sentences.map((sentence) => misread(chance, sentence))
}

/** The whole of an agency's copy, a part of it, or either with words of the paper's own. */
const copied = (
  chance: Chance,
  sentences: readonly Sentence[],
  happening: Happening,
  past: readonly Happening[],
  others: readonly Happening[],
  paper: string,
  hours: number,
): readonly Sentence[] => {
  const kept = chance.happens(0.5) ? sentences : sentences.slice(0, Math.max(5, Math.ceil(sentences.length * (0.5 + 0.5 * chance.next()))))
  if (!chance.happens(0.4)) return kept
  return [...kept, ...compose(chance, happening, past, others, paper, hours).slice(1, 3 + chance.below(2))]
}

const reportOf = (
  id: string,
  publisher: string,
  credit: string | null,
  { day, town, kind }: Happening,
  hours: number,
  sentences: readonly Sentence[],
  copyOf: string | null,
): Told => {
  const dateline = `${town.name.toUpperCase()}${credit ? ` (${credit})` : ''} - `
  let text = dateline
  const claims: LinkClaim[] = []
  const truth: (string | null)[] = []
  for (const [n, sentence] of sentences.entries()) {
    if (n > 0) text += n % 3 === 0 ? '\n\n' : ' '
    if (sentence.claim) {
      const claim = placedAt(sentence, text.length, `${id}c${String(n).padStart(2, '0')}`)
      claims.push({ id: claim.id, report: id, claim, sentence: sentence.text })
      truth.push(sentence.truth)
    }
    text += sentence.text
  }
  const published = `${isoOfDay(day + Math.floor(hours / 24))}T${String(hours % 24).padStart(2, '0')}:00:00Z`
  const report = {
    id,
    publisher,
    url: `https://archive.example/${id}`,
    title: `${kind.nouns[0]![0]!.toUpperCase()}${kind.nouns[0]!.slice(1)} in ${town.name}`,
    byline: null,
    published,
    text,
  }
  return { report, claims, truth, copyOf }
}
