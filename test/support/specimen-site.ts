import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import { colourName, readColours } from '#domain/embed/colour-name.ts'
import { getColours } from '#src/http/embed/colours.ts'
import { headers } from '#src/middleware/headers.ts'
import { makeSite } from '#src/site.ts'
import { BoxPage } from '#views/embed/box.tsx'
import { WholePage } from '#views/page.tsx'
import { paths } from '#views/paths.ts'
import { boxSpecimens } from './embed-specimens.ts'
import { assets } from './specimen-parts.ts'
import { specimens } from './specimens.ts'
import { staticFiles } from './static-files.ts'

const site = makeSite({
  baseUrl: 'http://localhost',
  isEmbedded: true,
  trustedProxies: [],
  officeNetworks: [],
})

/** Every specimen at its name, boxes too, with the style sheet, the scripts and the headers of the real site. */
export async function serveSpecimens() {
  const app = new Hono()
    .get(assets.captcha, (c) => c.redirect(staticFiles.assets.captcha))
    .get(assets.share, (c) => c.redirect(staticFiles.assets.share))
    .get(assets.verify, (c) => c.redirect(staticFiles.assets.verify))
    .get(assets.check, (c) => c.redirect(staticFiles.assets.check))
    .get(assets.upload, (c) => c.redirect(staticFiles.assets.upload))
    .get('/static/*', staticFiles.serve)
    .get(paths.embedScript, staticFiles.serve)
    .use(headers(site) as never)
    .get(paths.embedColours(':sheet'), getColours() as never)
    .get('/:name', (c) => {
      const box = boxSpecimens[c.req.param('name')]
      const colours = colourName(readColours((name) => c.req.query(name)))
      if (box) return c.html(String(BoxPage(box, { ...staticFiles.assets, colours })))
      const view = specimens[c.req.param('name')]
      return view ? c.html(String(WholePage(view, staticFiles.assets))) : c.notFound()
    })
    .get('*', (c) => (isPicture(c.req.raw) ? c.body(null, 204) : c.notFound()))
  return listenAlone(app.fetch)
}

/** Of a page of a document or of a security check: no specimen has the bytes. */
function isPicture({ headers }: Request): boolean {
  return headers.get('Sec-Fetch-Dest') === 'image'
}

/** Listens on a free port of this machine. */
export async function listenAlone(fetch: Parameters<typeof serve>[0]['fetch'], port = 0) {
  const server: ServerType = serve({ fetch, port, hostname: '127.0.0.1' })
  await new Promise((ready) => server.once('listening', ready))
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      if ('closeAllConnections' in server) server.closeAllConnections()
    })
  return { server, origin: `http://127.0.0.1:${taken}`, port: taken, close }
}
