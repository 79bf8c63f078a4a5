import type { Palette } from '#domain/embed/colours.ts'

/** The style sheet that gives a box the colours of its host page; the second for a dark screen. */
export function coloursCss([one, dark]: readonly Palette[]): string {
  const first = one ? `:root{${declarations(one)}}` : ''
  return dark ? `${first}@media(prefers-color-scheme:dark){:root{${declarations(dark)}}}` : first
}

function declarations({ scheme, base, ink, soft, edge, accent, good, bad }: Palette): string {
  const colours = Object.entries({ page: base, ink, soft, edge, accent, good, bad })
  const set = colours.map(([name, hex]) => `--${name}:#${hex}`)
  return [`color-scheme:${scheme}`, ...set].join(';')
}
