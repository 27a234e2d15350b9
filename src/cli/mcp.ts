import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type Command, UsageError } from './command.js'
import { RECORD_HELP, RECORD_OPTION, recordPath, withRecord } from './open-record.js'
import { parsed } from './options.js'

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }

/** `herodot mcp` */
export const mcp: Command = {
  summary: 'let a program ask a record by the Model Context Protocol',
  help: `Answers programs that speak the Model Context Protocol, on standard input and output. It only reads,
and cites report, publisher, date and exact words for everything it says.

Usage: herodot mcp [OPTION]...

Tools: search_claims, get_incident, who_said_what, changes_since.

${RECORD_HELP}
A program is usually told of it in a file like this:
  {"mcpServers": {"herodot": {"command": "herodot",
                              "args": ["mcp", "--record", "/path/herodot.db"]}}}

Exit code: 0 the program is done, 1 there is no record, 2 wrong usage.
`,
  async run(args, { env }) {
    const { values, positionals } = parsed(args, RECORD_OPTION)
    if (positionals.length > 0) throw new UsageError(`"${positionals[0]}" is no option; --record FILE names the record`)
    const [{ StdioServerTransport }, { mcpServer }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/stdio.js'),
      import('../serve/mcp/server.js'),
    ])
    return withRecord(recordPath(values.record, env), { readOnly: true }, async (record) => {
      const server = mcpServer(record, version)
      const ended = once(process.stdin, 'end')
      await server.connect(new StdioServerTransport())
      await ended
      await server.close()
      return 0 as const
    })
  },
}
