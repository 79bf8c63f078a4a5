import { serve } from '@hono/node-server'
import { Hono } from 'hono'

/** What a page costs at least: as many bytes of HTML, from the same server, with nothing around. */
const page = `<!doctype html>${'a'.repeat(Math.max(Number(process.argv[2]) - 15, 0))}`
const app = new Hono().get('/', (c) => c.html(page))
serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
  process.stdout.write(`siap di http://127.0.0.1:${port}\n`)
})
