/** A colour of sRGB; each part from 0 to 255. */
export type Rgb = { red: number; green: number; blue: number }

const BLACK: Rgb = { red: 0, green: 0, blue: 0 }
const WHITE: Rgb = { red: 255, green: 255, blue: 255 }
const STEPS = 32

/** The contrast ratio of WCAG 2.2, from 1 to 21. */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/**
 * The colour nearest to the one that is wanted that reaches the ratio on this ground: as much of black
 * or white is mixed in as that takes. One of the two reaches 4.58 on any ground.
 */
export function steer(wanted: Rgb, ground: Rgb, ratio: number): Rgb {
  const pole = contrast(WHITE, ground) > contrast(BLACK, ground) ? WHITE : BLACK
  for (let step = 0; step < STEPS; step++) {
    const mixed = mix(wanted, pole, step / STEPS)
    if (contrast(mixed, ground) >= ratio) return mixed
  }
  return pole
}

function mix(from: Rgb, to: Rgb, share: number): Rgb {
  const part = (name: keyof Rgb) => Math.round(from[name] + (to[name] - from[name]) * share)
  return { red: part('red'), green: part('green'), blue: part('blue') }
}

function luminance({ red, green, blue }: Rgb): number {
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

function linear(part: number): number {
  const share = part / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
