import { html } from 'hono/html'
import type { Child } from 'hono/jsx'
import { paths } from '../paths.ts'
import { NEW_TAB } from './box-words.ts'

/** A page made to stand in those of others; `title` is also its heading. */
export type Box = { title: string; main: (place: BoxPlace) => Child }

/**
 * `base` comes before each address: in a page of its own a box needs none, as a part of somebody
 * else's page it leads back here.
 */
export type BoxPlace = { form: 'page' | 'part'; base: string }

/** Addresses of what a box loads; `colours` only where the host page asks for its own. */
type BoxAssets = { box: string; boxScript: string; colours: string | undefined }

export function BoxPage({ title, main }: Box, { box, boxScript, colours }: BoxAssets) {
  const place: BoxPlace = { form: 'page', base: '' }
  return html`<!doctype html>${(
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>{title} · ASN Digital</title>
        <link rel="stylesheet" href={box} />
        {colours && <link rel="stylesheet" href={paths.embedColours(`${colours}.css`)} />}
        <script src={boxScript} defer></script>
      </head>
      <body>
        <main class="asn-kotak">
          <h1 class="asn-judul">{title}</h1>
          {main(place)}
        </main>
      </body>
    </html>
  )}`
}

/** The same for a page that puts it into its own, in its own style: no script, no style, no id. */
export function BoxPart({ title, main }: Box, base: string) {
  return (
    <section class="asn-kotak" aria-label={title} lang="id">
      <h2 class="asn-judul">{title}</h2>
      {main({ form: 'part', base })}
    </section>
  )
}

type OutProps = { place: BoxPlace; path: string; button?: boolean; children?: Child }

/** Whatever is signed in or typed happens in a tab of ours, where the address can be seen. */
export function Out({ place, path, button = false, children }: OutProps) {
  return (
    <a
      class={button ? 'asn-tombol' : 'asn-tautan'}
      href={place.base + path}
      target="_blank"
      rel="noopener"
    >
      {children}
    </a>
  )
}

export function NewTab() {
  return <p class="asn-keterangan">{NEW_TAB}</p>
}
