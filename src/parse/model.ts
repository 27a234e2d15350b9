import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type * as ort from 'onnxruntime-node'
import { readVocabulary, type Vocabulary } from './wordpiece.js'

/** `model/manifest.json`: what the trained files are and how their output is read. */
export interface Manifest {
  /** SHA-256 over the model's files, in the order listed. */
  readonly hash: string
  readonly version: string
  readonly heads: Readonly<Record<string, readonly string[]>>
  readonly marks: readonly string[]
  readonly decode: {
    /** Least probability of a trigger. */
    readonly trigger: number
    /** Added to the log odds of every label but O of a link head, so that F1 is best on the tuning reports. */
    readonly bias: Readonly<Record<string, number>>
    /** Least probability of a positive answer. */
    readonly negated: number
    readonly background: number
    /** Piecewise-linear map from the trigger's raw probability to a calibrated one: `[raw, calibrated]`, rising. */
    readonly calibration: readonly (readonly [number, number])[]
  }
}

/** Logits of a head, row-major `[…, width]`. */
export interface Logits {
  readonly data: Float32Array
  readonly width: number
}

export interface Encoded {
  /** Opaque hidden states, handed back to `link`. */
  readonly hidden: ort.Tensor
  /** Pieces a row was padded to. */
  readonly length: number
  readonly heads: Readonly<Record<string, Logits>>
}

/** One trigger's context, as piece indices `[from, to)` of row `row`. */
export interface LinkInput {
  readonly row: number
  readonly from: number
  readonly to: number
  /** 0 before the trigger's sentence, 1 in it, 2 on the trigger. */
  readonly flags: readonly number[]
  readonly mark: number
  readonly position: number
  /** Index in the context of the trigger's first piece. */
  readonly at: number
}

const FILES = fileURLToPath(new URL('../../model/', import.meta.url))
const TOKEN_HEADS = ['trigger', 'cue', 'names', 'mentions']
const LINK_HEADS = ['role', 'figure', 'attribution', 'sector', 'mode', 'status', 'negated', 'background', 'certainty']

/** Loads what runs the model. */
export type Runtime = () => Promise<typeof ort>

/** The native runtime. Its makers have it count what it is used for and send that: it is told not to, before it is loaded. */
export const nativeRuntime: Runtime = async () => {
  process.env.ORT_DISABLE_TELEMETRY = '1'
  return import('onnxruntime-node')
}

/** The same interface in WebAssembly, for machines that the native part does not know. */
export const webRuntime: Runtime = async () => {
  const lib = await import('onnxruntime-web')
  lib.env.wasm.numThreads = 1
  return lib as unknown as typeof ort
}

const eitherRuntime: Runtime = () => nativeRuntime().catch(webRuntime)

/** The program cannot read at all. */
export class ModelError extends Error {
  constructor(folder: string, { message }: Error) {
    super(`the reader model in ${folder} cannot be opened (${message.split('\n')[0]}): install herodot again [parse/no-model]`)
  }
}

/** The trained reader model, opened once; `close` frees it. */
export class ReaderModel {
  private constructor(
    readonly manifest: Manifest,
    readonly vocabulary: Vocabulary,
    private readonly lib: typeof ort,
    private readonly encoder: ort.InferenceSession,
    private readonly linker: ort.InferenceSession,
  ) {}

  /**
   * Throws a `ModelError` where a file is missing or broken.
   *
   * @param folder where `manifest.json`, `vocab.txt`, `encoder.onnx` and `linker.onnx` are; the package's own by default
   * @param runtime the native one by default, the one in WebAssembly where that does not load: their sums are not the same to the last digit
   */
  static async open(folder: string = FILES, runtime: Runtime = eitherRuntime): Promise<ReaderModel> {
    try {
      const [lib, manifest, vocabulary] = await Promise.all([
        runtime(),
        readFile(join(folder, 'manifest.json'), 'utf8'),
        readFile(join(folder, 'vocab.txt'), 'utf8'),
      ])
      // one thread a session: the same sums in the same order on every machine; workers share the load instead
      const options: ort.InferenceSession.SessionOptions = { intraOpNumThreads: 1, interOpNumThreads: 1, executionMode: 'sequential' }
      const [encoder, linker] = await Promise.all(
        ['encoder.onnx', 'linker.onnx'].map(async (file) => lib.InferenceSession.create(await readFile(join(folder, file)), options)),
      )
      return new ReaderModel(JSON.parse(manifest) as Manifest, readVocabulary(vocabulary), lib, encoder!, linker!)
    } catch (error) {
      throw new ModelError(folder, error as Error)
    }
  }

  /** Encodes windows of pieces together, each padded to the longest. */
  async encode(windows: readonly { readonly ids: readonly number[]; readonly shapes: readonly number[] }[]): Promise<Encoded> {
    const length = Math.max(...windows.map((w) => w.ids.length))
    const ids = new BigInt64Array(windows.length * length).fill(BigInt(this.vocabulary.pad))
    const shapes = new BigInt64Array(windows.length * length)
    const mask = new BigInt64Array(windows.length * length)
    windows.forEach((w, row) => {
      for (let i = 0; i < w.ids.length; i++) {
        ids[row * length + i] = BigInt(w.ids[i]!)
        shapes[row * length + i] = BigInt(w.shapes[i]!)
        mask[row * length + i] = 1n
      }
    })
    const shape = [windows.length, length]
    const tensor = (data: BigInt64Array) => new this.lib.Tensor('int64', data, shape)
    const out = await this.encoder.run({ ids: tensor(ids), shapes: tensor(shapes), mask: tensor(mask) })
    return { hidden: out.hidden as ort.Tensor, length, heads: this.logits(out, TOKEN_HEADS) }
  }

  /** Reads the links and labels of triggers; `width` is the number of pieces each context was padded to. */
  async link(
    encoded: Encoded,
    inputs: readonly LinkInput[],
  ): Promise<{ readonly width: number; readonly heads: Readonly<Record<string, Logits>> }> {
    const width = Math.max(...inputs.map((x) => x.to - x.from))
    const block = () => new BigInt64Array(inputs.length * width)
    const [rows, columns, flags, mask] = [block(), block(), block(), block()]
    inputs.forEach((x, i) => {
      for (let j = 0; j < width; j++) rows[i * width + j] = BigInt(x.row)
      for (let j = x.from; j < x.to; j++) {
        const k = i * width + j - x.from
        columns[k] = BigInt(j)
        flags[k] = BigInt(x.flags[j - x.from]!)
        mask[k] = 1n
      }
    })
    const plane = (data: BigInt64Array) => new this.lib.Tensor('int64', data, [inputs.length, width])
    const line = (of: (x: LinkInput) => number) =>
      new this.lib.Tensor(
        'int64',
        BigInt64Array.from(inputs, (x) => BigInt(of(x))),
        [inputs.length],
      )
    const out = await this.linker.run({
      hidden: encoded.hidden,
      rows: plane(rows),
      columns: plane(columns),
      flags: plane(flags),
      mask: plane(mask),
      mark: line((x) => x.mark),
      position: line((x) => x.position),
      at: line((x) => x.at),
    })
    return { width, heads: this.logits(out, LINK_HEADS) }
  }

  private logits(out: ort.InferenceSession.ReturnType, heads: readonly string[]): Record<string, Logits> {
    return Object.fromEntries(
      heads.map((h) => [h, { data: (out[h] as ort.Tensor).data as Float32Array, width: this.manifest.heads[h]!.length }]),
    )
  }

  async close(): Promise<void> {
    await Promise.all([this.encoder.release(), this.linker.release()])
  }
}
