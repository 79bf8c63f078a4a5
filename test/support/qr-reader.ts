import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

type Pixels = { width: number; height: number; pixels: number[] }
type Reader = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null

// Its types promise a default export that Node does not find there.
const jsQr = createRequire(import.meta.url)('jsqr') as Reader

/** What a reader that is not ours finds in a picture of the screen. */
export async function scan(page: Page): Promise<string> {
  const picture = await page.getByRole('img', { name: /^Kode QR/ }).screenshot()
  const { width, height, pixels } = await pixelsOf(page, picture)
  return jsQr(new Uint8ClampedArray(pixels), width, height)?.data ?? 'nothing'
}

async function pixelsOf(page: Page, png: Buffer): Promise<Pixels> {
  const blank = await page.context().newPage()
  const read = await blank.evaluate<Pixels>(`(async () => {
    const image = new Image()
    image.src = 'data:image/png;base64,${png.toString('base64')}'
    await image.decode()
    const { width, height } = image
    const canvas = new OffscreenCanvas(width, height).getContext('2d')
    canvas.drawImage(image, 0, 0)
    return { width, height, pixels: [...canvas.getImageData(0, 0, width, height).data] }
  })()`)
  await blank.close()
  return read
}
