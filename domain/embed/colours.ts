import { contrast, type Rgb, steer } from './contrast.ts'

/** Six hexadecimal digits, as a host page's address names a colour. */
export type Hex = string

export type Scheme = 'light' | 'dark'

/** What a host page asks for; where it says nothing the box follows whoever looks at it. */
export type AskedColours = {
  accent: Hex | undefined
  base: Hex | undefined
  scheme: Scheme | undefined
}

/** All that a box is drawn with. */
export type Palette = {
  scheme: Scheme
  base: Hex
  ink: Hex
  soft: Hex
  edge: Hex
  /** Of links, and of buttons, whose words have the colour of the background. */
  accent: Hex
  good: Hex
  bad: Hex
}

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what a control is known by. */
export const TEXT_CONTRAST = 4.5
export const CONTROL_CONTRAST = 3

type Wanted = Omit<Palette, 'scheme'>

const WANTED: Record<Scheme, Wanted> = {
  light: {
    base: 'ffffff',
    ink: '17212e',
    soft: '4d5b6c',
    edge: '76859a',
    accent: '125a9c',
    good: '1b6b3a',
    bad: 'a8201a',
  },
  dark: {
    base: '19222e',
    ink: 'e9eef4',
    soft: 'aebac8',
    edge: '8494a8',
    accent: '8cc2f5',
    good: '85d6a2',
    bad: 'ffaaa3',
  },
}

/** `#125A9C`, `abc` or `rgb(18, 90, 156)`, as people and browsers write it, as six digits in lower case. */
export function parseHex(text: string): Hex | undefined {
  const parts = /^rgb\((\d{1,3}), ?(\d{1,3}), ?(\d{1,3})\)$/.exec(text)?.slice(1).map(Number)
  if (parts) return parts.every((part) => part < 256) ? digitsOf(parts) : undefined
  const [, digits] = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text) ?? []
  if (!digits) return undefined
  const long = digits.length === 3 ? digits.replace(/./g, (digit) => digit + digit) : digits
  return long.toLowerCase()
}

/**
 * One palette, or one for each scheme where the host page left that open. The background stays as it
 * was asked; all that stands on it moves to black or white as far as it must to be read.
 */
export function palettesFor(asked: AskedColours): readonly Palette[] {
  const scheme = asked.scheme ?? (asked.base && schemeOf(asked.base))
  const schemes: readonly Scheme[] = scheme ? [scheme] : ['light', 'dark']
  return schemes.map((one) => paletteIn(one, asked))
}

function paletteIn(scheme: Scheme, asked: AskedColours): Palette {
  const base = asked.base ?? WANTED[scheme].base
  const wanted = WANTED[schemeOf(base)]
  const on = (colour: Hex, ratio: number) => hexOf(steer(rgbOf(colour), rgbOf(base), ratio))
  return {
    scheme,
    base,
    ink: on(wanted.ink, TEXT_CONTRAST),
    soft: on(wanted.soft, TEXT_CONTRAST),
    edge: on(wanted.edge, CONTROL_CONTRAST),
    accent: on(asked.accent ?? wanted.accent, TEXT_CONTRAST),
    good: on(wanted.good, TEXT_CONTRAST),
    bad: on(wanted.bad, TEXT_CONTRAST),
  }
}

/** What a background is, whatever it calls itself: that on which white is read better is dark. */
function schemeOf(base: Hex): Scheme {
  const white = contrast(rgbOf('ffffff'), rgbOf(base))
  return white > contrast(rgbOf('000000'), rgbOf(base)) ? 'dark' : 'light'
}

export function contrastOf(one: Hex, other: Hex): number {
  return contrast(rgbOf(one), rgbOf(other))
}

function rgbOf(hex: Hex): Rgb {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => Number(`0x${hex.slice(at, at + 2)}`))
  return { red, green, blue }
}

function hexOf({ red, green, blue }: Rgb): Hex {
  return digitsOf([red, green, blue])
}

function digitsOf(parts: readonly number[]): Hex {
  return parts.map((part) => part.toString(16).padStart(2, '0')).join('')
}
