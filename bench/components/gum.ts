import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../../src/report.js'
import { DATA, readText } from './data.js'

export interface GumToken {
  readonly span: Span
  readonly upos: string
  readonly xpos: string
  readonly lower: string
}

/** A mention of GUM: tokens `[first, last]` of the document. */
export interface GumMention {
  readonly cluster: string
  readonly type: string
  readonly first: number
  readonly last: number
  /** The mention's head. */
  readonly head: number
}

export interface GumReport {
  readonly doc: string
  readonly text: string
  readonly published: string | null
  readonly tokens: readonly GumToken[]
  readonly mentions: readonly GumMention[]
}

/** Documents of GUM of one genre (Zeldes 2017), with the text as its words and space marks give it. */
export const readGum = (genre: string, parts: readonly ('train' | 'dev')[] = ['train', 'dev']): GumReport[] =>
  parts.flatMap((part) =>
    readdirSync(join(DATA, 'gum/dep', part))
      .filter((name) => name.startsWith(`GUM_${genre}_`))
      .sort()
      .map((name) => readOne(name.replace('.conllu', ''), readText('gum/dep', part, name))),
  )

const readOne = (doc: string, conllu: string): GumReport => {
  let text = ''
  const tokens: GumToken[] = []
  const mentions: GumMention[] = []
  const open: { id: string; first: number; type: string; sub: string }[] = []
  for (const block of conllu.trim().split('\n\n')) {
    if (text !== '') text = `${text.trimEnd()}${/^# newpar/m.test(block) ? '\n\n' : ' '}`
    let whole: { last: number; glued: boolean } | null = null
    for (const line of block.split('\n')) {
      if (line.startsWith('#') || /^\d+\.\d/.test(line)) continue
      const [id, form, , upos, xpos, , , , , misc] = line.split('\t') as string[]
      const glued = misc!.includes('SpaceAfter=No')
      if (id!.includes('-')) {
        whole = { last: Number(id!.split('-')[1]), glued }
        continue
      }
      const at = tokens.length
      tokens.push({ span: { start: text.length, end: text.length + form!.length }, upos: upos!, xpos: xpos!, lower: form!.toLowerCase() })
      text += form
      const inWhole: boolean = whole !== null && Number(id) <= whole.last
      const spaced: boolean = inWhole ? Number(id) === whole!.last && !whole!.glued : !glued
      if (spaced) text += ' '
      const entity = /(?:^|\|)Entity=([^|]*)/.exec(misc!)?.[1] ?? ''
      for (const piece of entity.match(/\([^()]+\)?|[^()]+\)/g) ?? []) {
        const [group, type, , , , sub] = piece.replace(/[()]/g, '').split('-')
        if (piece.startsWith('(')) open.push({ id: group!, first: at, type: type!, sub: sub ?? '1' })
        if (!piece.endsWith(')')) continue
        const index = piece.startsWith('(') ? open.length - 1 : open.findLastIndex((one) => one.id === group)
        const [mention] = index < 0 ? [] : open.splice(index, 1)
        if (!mention) continue
        const head = mention.first + Number(mention.sub.split(',')[0]) - 1
        mentions.push({
          cluster: mention.id,
          type: mention.type,
          first: mention.first,
          last: at,
          head: Number.isNaN(head) ? mention.first : head,
        })
      }
    }
  }
  const published = /^# meta::dateCreated = (\d{4}-\d\d-\d\d)/m.exec(conllu)?.[1] ?? null
  return { doc, text: text.trimEnd(), published, tokens, mentions }
}
