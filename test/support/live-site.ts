import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll } from 'vitest'
import { after } from '#domain/instant.ts'
import { createApp } from '#src/app.ts'
import type { Deps } from '#src/deps.ts'
import { makeSite } from '#src/site.ts'
import type { Sql } from '#src/store/database.ts'
import { NOW } from './builders.ts'
import { listenAlone } from './specimen-site.ts'
import { staticFiles } from './static-files.ts'
import { depsOf } from './visitor.ts'

/** `answer`: what stands between the application and the wire, for tests that spoil its pages. */
type Options = Partial<Deps> & {
  answer?: (response: Response, wire: Wire) => Response | Promise<Response>
}

type Wire = { incoming: IncomingMessage }

/** The application on a port of this machine, under a clock that only the test moves. */
export async function startSite(sql: Sql, { answer, ...fields }: Options = {}) {
  let now = NOW
  const told: { problems: unknown[]; asked: string[] } = { problems: [], asked: [] }
  const site = makeSite({ ...ANYWHERE, officeNetworks: ['127.0.0.1/32'] })
  const report = {
    request: () => {},
    problem: (problem: unknown) => told.problems.push(problem),
    blocked: () => {},
  }
  const start = (port = 0) => {
    const app = createApp(depsOf(sql, { clock: () => now, site, report, ...fields }), staticFiles)
    return listenAlone(async (request, env) => {
      const response = await app.fetch(request, env)
      return answer ? answer(response, env as Wire) : response
    }, port)
  }
  let listening = await start()
  const sockets = new Set<Socket>()
  const watch = () => {
    listening.server.on('connection', (socket: Socket) => sockets.add(socket))
    listening.server.on('request', ({ method, url }: IncomingMessage) =>
      told.asked.push(`${method} ${url}`),
    )
  }
  watch()
  afterAll(() => listening.close())

  return {
    origin: listening.origin,
    told,
    now: () => now,
    pass: (seconds: number) => {
      now = after(now, seconds)
    },
    /** All that lay in memory is gone; the port and the database stay. */
    restart: async () => {
      await listening.close()
      listening = await start(listening.port)
      watch()
    },
    bytesSent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
  }
}

const ANYWHERE = { baseUrl: 'http://localhost', isEmbedded: true, trustedProxies: [] }
