import type { Dice } from './captcha-dice.ts'
import { GLYPHS } from './captcha-glyphs.ts'
import { greyPng } from './png.ts'

const WIDTH = 264
const HEIGHT = 80

type Point = { x: number; y: number }
type Warp = (point: Point) => Point
/** Ink per pixel from 0, paper, to 1. */
type Canvas = Float32Array

/** Draws the signs as one warped, touching row under strokes as thick as its own. */
export function drawPicture(text: string, dice: Dice): Buffer<ArrayBuffer> {
  const canvas = new Float32Array(WIDTH * HEIGHT)
  const warp = waveOf(dice)
  const advance = (WIDTH - 40) / text.length
  ;[...text].forEach((sign, index) => {
    const place = placeOf(dice, 20 + (index + 0.5) * advance)
    for (const stroke of strokesOf(sign, dice))
      draw(canvas, stroke.map(place), warp, between(dice, 1.8, 2.4))
  })
  for (let line = 0; line < 1; line += 1)
    draw(canvas, lineAcross(dice), warp, between(dice, 1.7, 2))
  for (let hair = 0; hair < 5; hair += 1) draw(canvas, hairAt(dice), warp, between(dice, 0.7, 1.3))
  return greyPng(WIDTH, shadesOf(canvas, dice))
}

function between(dice: Dice, low: number, high: number): number {
  return low + dice() * (high - low)
}

/** The strokes of a sign, each corner moved a little, around the middle of its box. */
function strokesOf(sign: string, dice: Dice): Point[][] {
  const strokes = (GLYPHS[sign] ?? '').split('|')
  return strokes.map((stroke) =>
    stroke.split(' ').map((corner) => {
      const [x = 0, y = 0] = corner.split(',').map(Number)
      return { x: x - 2 + between(dice, -0.12, 0.12), y: y - 3 + between(dice, -0.12, 0.12) }
    }),
  )
}

/** Turns, leans, stretches and sets down one sign around `middle`. */
function placeOf(dice: Dice, middle: number): Warp {
  const angle = between(dice, -0.22, 0.22)
  const lean = between(dice, -0.15, 0.15)
  const [wide, high] = [between(dice, 6, 7.2), between(dice, 6.4, 8)]
  const [left, top] = [middle + between(dice, -2, 2), HEIGHT / 2 + between(dice, -5, 5)]
  return ({ x, y }) => {
    const [across, down] = [x * wide + lean * y * high, y * high]
    return {
      x: left + across * Math.cos(angle) - down * Math.sin(angle),
      y: top + across * Math.sin(angle) + down * Math.cos(angle),
    }
  }
}

function waveOf(dice: Dice): Warp {
  const [rise, push] = [between(dice, 2, 4.5), between(dice, 1.5, 3)]
  const [rate, pace] = [between(dice, 0.04, 0.08), between(dice, 0.08, 0.14)]
  const [start, begin] = [between(dice, 0, 6.3), between(dice, 0, 6.3)]
  return ({ x, y }) => ({
    x: x + push * Math.sin(y * pace + begin),
    y: y + rise * Math.sin(x * rate + start),
  })
}

/** From edge to edge through the signs, so that no gap parts one from the next. */
function lineAcross(dice: Dice): Point[] {
  const [rise, rate, start] = [
    between(dice, 10, 20),
    between(dice, 0.025, 0.045),
    between(dice, 0, 6.3),
  ]
  return Array.from({ length: WIDTH / 6 + 1 }, (_, at) => ({
    x: at * 6,
    y: HEIGHT / 2 + rise * Math.sin(at * 6 * rate + start),
  }))
}

function hairAt(dice: Dice): Point[] {
  const [x, y] = [between(dice, 8, WIDTH - 8), between(dice, 8, HEIGHT - 8)]
  return [
    { x, y },
    { x: x + between(dice, -14, 14), y: y + between(dice, -14, 14) },
  ]
}

/** Walks the corners in steps below a pixel and stamps a soft disc at each. */
function draw(canvas: Canvas, corners: Point[], warp: Warp, radius: number): void {
  corners.slice(1).forEach((to, index) => {
    const from = corners[index] ?? to
    const steps = Math.ceil(Math.hypot(to.x - from.x, to.y - from.y) / 0.8)
    for (let step = 0; step <= steps; step += 1) {
      const part = step / Math.max(1, steps)
      stamp(
        canvas,
        warp({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part }),
        radius,
      )
    }
  })
}

function stamp(canvas: Canvas, { x, y }: Point, radius: number): void {
  const reach = radius + 0.5
  const [top, bottom] = [
    Math.max(0, Math.ceil(y - reach)),
    Math.min(HEIGHT - 1, Math.floor(y + reach)),
  ]
  const [left, right] = [
    Math.max(0, Math.ceil(x - reach)),
    Math.min(WIDTH - 1, Math.floor(x + reach)),
  ]
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) {
      const ink = Math.min(1, reach - Math.hypot(column - x, row - y))
      const at = row * WIDTH + column
      canvas[at] = Math.max(canvas[at] ?? 0, ink)
    }
}

/** Four shades from black 0 to white 3, with specks. */
function shadesOf(canvas: Canvas, dice: Dice): Uint8Array {
  const shades = Uint8Array.from(canvas, (ink) => Math.round(3 - 3 * Math.max(0, ink)))
  for (let speck = 0; speck < 120; speck += 1) {
    const at = Math.floor(dice() * shades.length)
    shades[at] = 3 - (shades[at] ?? 0)
  }
  return shades
}
