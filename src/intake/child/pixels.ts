/** A picture in memory: four bytes a pixel, red, green, blue, alpha. */
export type Pixels = Size & { data: Uint8Array | Uint8ClampedArray }

export type Size = { width: number; height: number }

const CHANNELS = 4

/** The largest size of the same shape that fits; `growing` it may become larger than it is. */
export function sizeWithin({ width, height }: Size, most: Size, growing = false): Size {
  const scale = Math.min(growing ? Infinity : 1, most.width / width, most.height / height)
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  }
}

/** Each new pixel is the mean of those that it covers, so that thin letters stay legible. */
export function shrink(from: Pixels, { width, height }: Size): Pixels {
  if (width >= from.width && height >= from.height) return from
  const data = new Uint8ClampedArray(width * height * CHANNELS)
  for (let y = 0; y < height; y += 1) {
    const top = Math.floor((y * from.height) / height)
    const bottom = Math.max(top + 1, Math.floor(((y + 1) * from.height) / height))
    for (let x = 0; x < width; x += 1) {
      const left = Math.floor((x * from.width) / width)
      const right = Math.max(left + 1, Math.floor(((x + 1) * from.width) / width))
      mean(from, left, right, top, bottom, data, (y * width + x) * CHANNELS)
    }
  }
  return { width, height, data }
}

function mean(
  { width, data }: Pixels,
  left: number,
  right: number,
  top: number,
  bottom: number,
  into: Uint8ClampedArray,
  at: number,
): void {
  const count = (right - left) * (bottom - top)
  let [red, green, blue, alpha] = [0, 0, 0, 0]
  for (let y = top; y < bottom; y += 1) {
    const end = (y * width + right) * CHANNELS
    for (let from = (y * width + left) * CHANNELS; from < end; from += CHANNELS) {
      red += data[from] as number
      green += data[from + 1] as number
      blue += data[from + 2] as number
      alpha += data[from + 3] as number
    }
  }
  into[at] = red / count
  into[at + 1] = green / count
  into[at + 2] = blue / count
  into[at + 3] = alpha / count
}
