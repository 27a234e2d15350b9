import { type Profiler, Session } from 'node:inspector/promises'
import { ReaderModel } from '../../src/parse/model.js'
import { openReader } from '../../src/pipeline.js'
import type { Report } from '../../src/report.js'

/** Folders of the source whose outermost function on the stack tells the stage. */
const STAGES: readonly (readonly [RegExp, string])[] = [
  [/\/src\/resolve\/time\//, 'resolve: times'],
  [/\/src\/resolve\/place\//, 'resolve: places'],
  [/\/src\/resolve\/coreference\//, 'resolve: coreference'],
  [/\/src\/resolve\/actor\//, 'resolve: actors'],
  [/\/src\/code\//, 'code'],
]

export interface StageTime {
  readonly stage: string
  readonly milliseconds: number
}

/**
 * Where the time of reading goes, in this process and one thread; model runs by the clock, the rest by samples of the stack.
 * `processor` is the processor's time for all of it in milliseconds, which other programs on the machine do not lengthen.
 */
export const stageTimes = async (
  reports: readonly Report[],
): Promise<{ readonly stages: readonly StageTime[]; readonly processor: number }> => {
  const model = { encode: 0, link: 0 }
  const original = { encode: ReaderModel.prototype.encode, link: ReaderModel.prototype.link }
  const timed = <A extends unknown[], R>(name: keyof typeof model, run: (...args: A) => Promise<R>) =>
    async function (this: ReaderModel, ...args: A): Promise<R> {
      const start = performance.now()
      const result = await run.apply(this, args)
      model[name] += performance.now() - start
      return result
    }
  ReaderModel.prototype.encode = timed('encode', original.encode)
  ReaderModel.prototype.link = timed('link', original.link)
  const reader = await openReader()
  await reader.read(reports[0]!)
  model.encode = 0
  model.link = 0
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.start')
  const used = process.cpuUsage()
  const start = performance.now()
  for (const report of reports) await reader.read(report)
  const all = performance.now() - start
  const { user, system } = process.cpuUsage(used)
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  await reader.close()
  Object.assign(ReaderModel.prototype, original)
  const stages = byStage(profile)
  const told = [
    { stage: 'parse: encoder', milliseconds: model.encode },
    { stage: 'parse: links', milliseconds: model.link },
    ...STAGES.map(([, stage]) => ({ stage, milliseconds: stages.get(stage) ?? 0 })),
  ]
  const rest = all - told.reduce((sum, { milliseconds }) => sum + milliseconds, 0)
  const last = { stage: 'parse: sentences, words and labels; all else', milliseconds: Math.max(0, rest) }
  return { stages: [...told, last], processor: (user + system) / 1000 }
}

/** Milliseconds in each stage, from a profile. */
const byStage = ({ nodes, samples, timeDeltas }: Profiler.Profile): ReadonlyMap<string, number> => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const stageOf = new Map<number, string | null>()
  const visit = (id: number, stage: string | null): void => {
    const node = byId.get(id)!
    const mine = stage ?? STAGES.find(([folder]) => folder.test(node.callFrame.url))?.[1] ?? null
    stageOf.set(id, mine)
    for (const child of node.children ?? []) visit(child, mine)
  }
  visit(nodes[0]!.id, null)
  const times = new Map<string, number>()
  samples?.forEach((id, i) => {
    const stage = stageOf.get(id)
    if (stage) times.set(stage, (times.get(stage) ?? 0) + (timeDeltas?.[i] ?? 0) / 1000)
  })
  return times
}
