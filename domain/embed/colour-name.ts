import { type AskedColours, parseHex } from './colours.ts'

const SCHEMES = { terang: 'light', gelap: 'dark' } as const
const AS_IT_IS = 'asli'

/** What the address of a box asks for; what is no colour is not asked. */
export function readColours(query: (name: string) => string | undefined): AskedColours {
  return {
    accent: parseHex(query('warna') ?? ''),
    base: parseHex(query('dasar') ?? ''),
    scheme: schemeNamed(query('skema')),
  }
}

/** How their style sheet is called; undefined where nothing is asked that would need one. */
export function colourName({ accent, base, scheme }: AskedColours): string | undefined {
  if (!accent && !base && !scheme) return undefined
  const named = Object.entries(SCHEMES).find(([, one]) => one === scheme)
  return [accent ?? AS_IT_IS, base ?? AS_IT_IS, named?.[0] ?? AS_IT_IS].join('-')
}

/** Only what `colourName` writes is read. */
export function parseColourName(name: string): AskedColours | undefined {
  const [accent = '', base = '', scheme = ''] = name.split('-')
  const asked = {
    accent: parseHex(accent),
    base: parseHex(base),
    scheme: schemeNamed(scheme),
  }
  return colourName(asked) === name ? asked : undefined
}

function schemeNamed(name: string | undefined) {
  return name === 'terang' || name === 'gelap' ? SCHEMES[name] : undefined
}
