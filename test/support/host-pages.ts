import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { listenAlone } from './specimen-site.ts'

const HTMX = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')

/** The pages of other sites, under any name that ends in `.localhost`, with a strict policy. */
export async function startHosts(portal: string) {
  const htmx = await readFile(HTMX, 'utf8')
  const [, quiet = ''] = /```js\n(.*?)```/s.exec(await readFile('docs/embedding.md', 'utf8')) ?? []
  const shown = { html: '', css: '' }
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${portal}`,
    "style-src 'self'",
    `frame-src 'self' http://*.localhost:* ${portal}`,
    `connect-src ${portal}`,
    'img-src data:',
  ].join('; ')
  const { port } = await listenAlone((request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/htmx.js') return answer(htmx, 'text/javascript', policy)
    if (pathname === '/host.css') return answer(shown.css, 'text/css', policy)
    if (pathname === '/quiet.js') return answer(quiet, 'text/javascript', policy)
    if (pathname === '/shout.js') return answer(SHOUT, 'text/javascript', policy)
    if (pathname === '/shouting') return page('<script src="/shout.js"></script>', policy)
    return page(shown.html, policy)
  })
  return { shown, originOf: (name: string) => `http://${name}.localhost:${port}` }
}

/** What a frame of somebody else would say to be taken for a box. */
const SHOUT = "setInterval(() => parent.postMessage({ asn: 4321 }, '*'), 20)"

function page(html: string, policy: string): Response {
  const head = '<meta charset="utf-8"><title>Situs</title><link rel="stylesheet" href="/host.css">'
  return answer(`<!doctype html><html lang="id">${head}${html}`, 'text/html', policy)
}

function answer(body: string, type: string, policy: string): Response {
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Content-Security-Policy': policy }
  return new Response(body, { headers })
}
