/** Values of a file with one JSON value a line; throws with the number of a line that is none. */
export async function* jsonLines(bytes: AsyncIterable<Uint8Array | string>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder()
  let rest = ''
  let number = 0
  for await (const chunk of bytes) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop()!
    for (const line of lines) if (++number && line.trim() !== '') yield value(line, number)
  }
  if (rest.trim() !== '') yield value(rest, number + 1)
}

const value = (line: string, number: number): unknown => {
  try {
    return JSON.parse(line)
  } catch {
    throw new Error(`line ${number} is not JSON`)
  }
}
