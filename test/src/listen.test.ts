import { Agent, type IncomingMessage, request } from 'node:http'
import { expect, test } from 'vitest'
import { listen } from '#src/listen.ts'

test('once it ends, what is under way is the last answer of its connection', async () => {
  const server = await listen({ port: 0, host: '127.0.0.1', baseUrl: undefined })
  const begun = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  server.answerWith(async () => {
    begun.resolve()
    await gate.promise
    return new Response('selesai')
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const first = ask(server.origin, agent)
  const second = ask(server.origin, agent)
  await begun.promise
  const closed = server.close()
  gate.resolve()
  expect((await first).headers.connection).toBe('close')
  await expect(second).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  await closed
})

function ask(origin: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(origin, { agent }, (answer) => {
      answer.resume().once('end', () => resolve(answer))
    })
      .once('error', reject)
      .end()
  })
}
