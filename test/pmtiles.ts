/** A PMTiles archive (version 3) with one vector tile: a square of water over Africa and the near East, in a layer `water`. */
export const tinyPmtiles = (): Buffer => {
  const tile = message(3, [message(1, 'water'), message(2, [number(3, 3), message(4, varints(SQUARE))]), number(5, 4096), number(15, 2)])
  const metadata = Buffer.from(
    JSON.stringify({ attribution: '<a href="https://maps.example">Own survey</a>', vector_layers: [{ id: 'water', fields: {} }] }),
  )
  const directory = varints([1, 0, 1, tile.length, 1])
  const header = Buffer.alloc(127)
  header.write('PMTiles', 'latin1')
  header[7] = 3
  const parts = [directory, metadata, Buffer.alloc(0), tile]
  let at = header.length
  for (const [index, part] of parts.entries()) {
    header.writeBigUInt64LE(BigInt(at), 8 + index * 16)
    header.writeBigUInt64LE(BigInt(part.length), 16 + index * 16)
    at += part.length
  }
  for (const offset of [72, 80, 88]) header.writeBigUInt64LE(1n, offset)
  header.set([1, 1, 1, 1, 0, 0], 96)
  for (const [index, degrees] of [-180, -85, 180, 85].entries()) header.writeInt32LE(degrees * 1e7, 102 + index * 4)
  return Buffer.concat([header, ...parts])
}

const zigzag = (value: number) => (value << 1) ^ (value >> 31)

/** Move to, three lines, close (Mapbox Vector Tile specification 2.1, section 4.3). */
const SQUARE = [9, zigzag(2048), zigzag(1500), 26, zigzag(1000), 0, 0, zigzag(800), zigzag(-1000), 0, 15]

const varints = (values: readonly number[]): Buffer =>
  Buffer.from(
    values.flatMap((value) => {
      const bytes: number[] = []
      for (let rest = value; ; rest >>>= 7) {
        if (rest < 128) return [...bytes, rest]
        bytes.push((rest & 127) | 128)
      }
    }),
  )

/** A field of a protocol buffer that has a length. */
const message = (field: number, content: string | Buffer | readonly Buffer[]): Buffer => {
  const body = typeof content === 'string' ? Buffer.from(content) : Buffer.isBuffer(content) ? content : Buffer.concat(content)
  return Buffer.concat([varints([(field << 3) | 2, body.length]), body])
}

const number = (field: number, value: number): Buffer => varints([field << 3, value])
