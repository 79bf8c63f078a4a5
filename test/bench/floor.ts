import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { hash } from 'argon2'
import { type Context, Hono } from 'hono'
import postgres from 'postgres'

/**
 * What a sign-in costs at least with these libraries: five bare requests, eight empty statements
 * of which three write a row and commit, one argon2id with the parameters of the portal.
 */
const [url = '', size = '0', memoryCost = '0', timeCost = '0'] = process.argv.slice(2)
const page = `<!doctype html>${'a'.repeat(Math.max(Number(size) - 15, 0))}`
const sql = postgres(url, { max: 5, onnotice: () => {} })
await sql`create table if not exists floor (id bytea primary key)`

async function ask(statements: number) {
  for (let rest = statements; rest > 1; rest -= 1) await sql`select 1`
  await sql`insert into floor (id) values (${randomBytes(32)})`
}

const see = (c: Context) => c.html(page)
const app = new Hono()
  .get('/masuk', see)
  .post('/masuk', async (c) => {
    const typed = new URLSearchParams(await c.req.text()).get('password') ?? ''
    await ask(2)
    const cost = { memoryCost: Number(memoryCost), timeCost: Number(timeCost), parallelism: 1 }
    await hash(typed, { raw: true, hashLength: 32, type: 2, salt: randomBytes(16), ...cost })
    await ask(1)
    return c.redirect('/masuk/kode', 303)
  })
  .get('/masuk/kode', async (c) => {
    await sql`select 1`
    return see(c)
  })
  .post('/masuk/kode', async (c) => {
    await c.req.text()
    await ask(3)
    return c.redirect('/beranda', 303)
  })
  .get('/beranda', async (c) => {
    await sql`select 1`
    return see(c)
  })
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`siap di http://127.0.0.1:${port}\n`)
})
