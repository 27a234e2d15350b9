import { createRoute, z } from '@hono/zod-openapi'
import { streamSSE } from 'hono/streaming'
import { ServeError } from '../problem.js'
import type { Serving } from '../serving.js'
import { failure, router } from './route.js'

const listen = createRoute({
  method: 'get',
  path: '/events',
  summary: 'Server-sent events: `changed` when the record is other than before, `job` on the progress of long work',
  responses: {
    200: { description: 'The stream; each event has JSON data.', content: { 'text/event-stream': { schema: z.string() } } },
    default: failure,
  },
})

/** Streams at once, so that pages left open cannot use up the server. */
const LISTENERS = 200
const HEARTBEAT = 20_000

export const eventRoutes = ({ events }: Serving) =>
  router().openapi(listen, (c) => {
    if (events.listeners >= LISTENERS) throw new ServeError(503, 'serve/too-many-requests', 'too many pages listen')
    return streamSSE(c, async (stream) => {
      let gone = () => {}
      const end = new Promise<void>((resolve) => {
        gone = resolve
      })
      const stop = events.listen((event) => {
        stream.writeSSE({ event: event.kind, data: JSON.stringify(event) }).catch(gone)
        if (event.kind === 'closing') gone()
      })
      stream.onAbort(gone)
      const beat = setInterval(() => stream.writeSSE({ event: 'beat', data: '{}' }).catch(gone), HEARTBEAT)
      await stream.writeSSE({ event: 'hello', data: '{}' })
      await end
      clearInterval(beat)
      stop()
    })
  })
