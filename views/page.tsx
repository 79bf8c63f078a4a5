import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Zone } from '#domain/agency.ts'
import { DOOR, Footer, Header } from './parts/frame.tsx'
import { CONNECTION_LOST } from './parts/frame-words.ts'

/**
 * What a view hands to a handler; `respond` makes of it a whole page or a part. `part` is what
 * htmx gets where it redraws less than `main`; `sheet`: styles that pages of that area have beside;
 * `isBare`: nothing on it is redrawn, so that htmx need not come.
 */
export type Page = {
  title: string
  main: Child
  part?: Child
  frame?: Frame
  sheet?: 'archive'
  isBare?: true
}

/**
 * What surrounds a page of someone signed in; `csrf` belongs to signing out. `hat`: in whose name they
 * act, `work`: where that is done; `mayAct`: whether there is one to put on. `proofDue`: a form of an office asks for a code.
 */
export type Frame = {
  name: string
  csrf: string
  clock: SessionClock
  hat: string | undefined
  work: Work | undefined
  mayAct: boolean
  proofDue: boolean
}

/** A page and what it is called. */
export type Work = { path: string; name: string }

/**
 * `canExtend` is false when the absolute end is near; `csrf` belongs to extending, `extended` to
 * the answer to it.
 */
export type SessionClock = {
  now: Date
  warnsAt: Date
  endsAt: Date
  canExtend: boolean
  zone: Zone
  csrf: string
  state: 'running' | 'warning' | 'over'
  extended?: true
}

/** Addresses of the static files, with the hash of their content. */
export type Assets = {
  css: string
  htmx: string
  app: string
  captcha: string
  office: string
  archive: string
  verify: string
  share: string
  upload: string
  box: string
  boxScript: string
  /** A module, which asks for others beside it. */
  check: string
}

const HTMX = JSON.stringify({ includeIndicatorCSS: false, history: false })

/** Inline, for a browser that finds none asks for /favicon.ico at each first visit. */
const ICON = `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill='%23125a9c' d='${DOOR}'/></svg>`

export function WholePage({ title, main, frame, sheet, isBare }: Page, assets: Assets) {
  const { css, htmx, app, office } = assets
  return html`<!doctype html>${(
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="htmx-config" content={HTMX} />
        <title>{title} · ASN Digital</title>
        <link rel="stylesheet" href={css} />
        {frame?.hat && <link rel="stylesheet" href={office} />}
        {sheet && <link rel="stylesheet" href={assets[sheet]} />}
        <link rel="icon" href={ICON} />
        {!isBare && <script src={htmx} defer></script>}
        <script src={app} defer></script>
      </head>
      <body>
        <a class="skip" href="#isi">
          Langsung ke isi
        </a>
        <Header frame={frame} />
        <main id="isi" tabindex={-1} data-lost={CONNECTION_LOST}>
          {main}
        </main>
        <Footer />
      </body>
    </html>
  )}`
}

/** What htmx swaps in; it lifts the title into the tab. */
export function PagePart({ title, main, part }: Page) {
  return (
    <>
      <title>{title} · ASN Digital</title>
      {part ?? main}
    </>
  )
}
