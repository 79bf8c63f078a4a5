import type { ServerResponse } from 'node:http'
import { type ServerType, serve } from '@hono/node-server'
import { type Config, localUrl } from './config.ts'
import { startRefusal } from './store/start-refusal.ts'

const GRACE_MS = 10_000

type Answer = (request: Request, env: object) => Response | Promise<Response>

/** The port comes first, for an address that is not configured has it in it. */
export async function listen({ port, host, baseUrl }: Pick<Config, 'port' | 'host' | 'baseUrl'>) {
  let answer: Answer | undefined
  const fetch: Answer = (request, env) =>
    answer?.(request, env) ?? new Response(null, { status: 503 })
  const server = serve({ fetch, port, hostname: host })
  const connections = lastAnswers(server)
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve)
    server.once('error', (problem) => reject(portRefusal(problem, port)))
  })
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return {
    origin: baseUrl ?? localUrl(host, taken),
    answerWith: (app: Answer) => {
      answer = app
    },
    close: () => {
      connections.end()
      return closed(server)
    },
  }
}

function portRefusal(problem: Error, port: number): Error {
  const isTaken = 'code' in problem && problem.code === 'EADDRINUSE'
  return isTaken
    ? startRefusal(`Port ${port} is taken; set PORT to another one.`, problem)
    : problem
}

/** Once it ends, no answer keeps its connection: whoever went on asking by it would be answered for ever. */
function lastAnswers(server: ServerType): { end: () => void } {
  const underWay = new Set<ServerResponse>()
  let isEnding = false
  const endWith = (answer: ServerResponse) => {
    if (!answer.headersSent) answer.setHeader('Connection', 'close')
  }
  server.prependListener('request', (_: unknown, answer: ServerResponse) => {
    if (isEnding) return endWith(answer)
    underWay.add(answer)
    answer.once('close', () => underWay.delete(answer))
  })
  return {
    end: () => {
      isEnding = true
      for (const answer of underWay) endWith(answer)
    },
  }
}

/** Answers under way are finished; connections that only wait are closed at once. */
async function closed(server: ServerType): Promise<void> {
  const done = new Promise<void>((resolve) => server.close(() => resolve()))
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const late = setTimeout(
    () => 'closeAllConnections' in server && server.closeAllConnections(),
    GRACE_MS,
  )
  await done
  clearTimeout(late)
}
