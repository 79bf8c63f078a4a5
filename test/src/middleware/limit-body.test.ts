import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { limitBody } from '#src/middleware/limit-body.ts'

const app = new Hono()
  .use(limitBody(10, (c) => c.text('too large', 413)))
  .post('/', async (c) => c.text(await c.req.text()))
  .get('/', (c) => c.text('page'))

function post(body: string, headers: Record<string, string> = {}) {
  return app.request('/', { method: 'POST', body, headers })
}

test.each([
  ['said and too long', 'x'.repeat(11), { 'Content-Length': '11' }, 413],
  ['said and long enough', 'x'.repeat(10), { 'Content-Length': '10' }, 200],
  ['not said and too long', 'x'.repeat(11), {}, 413],
  ['not said and long enough', 'x'.repeat(10), {}, 200],
  [
    'said short, but sent in pieces and too long',
    'x'.repeat(11),
    { 'Content-Length': '1', 'Transfer-Encoding': 'chunked' },
    413,
  ],
])('a body whose length is %s answers %4$i', async (_, body, headers, status) => {
  const answer = await post(body, headers)
  expect(answer.status).toBe(status)
  if (status === 200) expect(await answer.text()).toBe(body)
})

test('a page asked for has no body to measure', async () => {
  expect((await app.request('/')).status).toBe(200)
})
