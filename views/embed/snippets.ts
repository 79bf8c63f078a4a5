import { paths } from '../paths.ts'
import type { Shown } from './embeds-words.ts'

/** What stands for the key of a site until it is filled in. */
const KEY = 'KUNCI'

/** What a host page writes to show a box, in each of the three ways. */
export type Snippets = { element: string; frame: string; part: string }

export function snippetsFor(origin: string, shown: Shown): Snippets {
  const { box, topic, name, height } = shown
  const address = origin + addressOf(KEY, shown)
  const link = `<a href="${origin}${linkOf(KEY, shown)}">${name}</a>`
  const attributes = `situs="${KEY}" kotak="${box}"${topic ? ` topik="${topic}"` : ''}`
  return {
    element: `<script src="${origin}${paths.embedScript}" defer></script>
<asn-sematan ${attributes}>
  ${link}
</asn-sematan>`,
    frame: `<iframe src="${address}" title="${name}" width="100%" height="${height}" loading="lazy"></iframe>`,
    part: `<!-- di dalam head, sebelum script htmx -->
<meta name="htmx-config" content='{"mode":"cors"}'>

<div hx-get="${address}?bentuk=potongan" hx-trigger="load">
  ${link}
</div>`,
  }
}

function addressOf(key: string, { box, topic }: Shown): string {
  return box === 'bantuan' ? paths.embedHelp(key, topic ?? '') : paths.embedBox(key, box)
}

/** Where the link leads that stays wherever the box cannot be shown. */
export function linkOf(key: string, shown: Shown): string {
  switch (shown.box) {
    case 'verifikasi':
      return paths.check
    case 'masuk':
      return paths.signIn
    case 'bantuan':
      return shown.topic ? paths.helpOn(shown.topic) : paths.help
    case 'aktivasi':
      return addressOf(key, shown)
  }
}
