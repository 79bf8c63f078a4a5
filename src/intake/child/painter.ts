import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import encodeWebp, { init } from '@jsquash/webp/encode.js'
import { type Pixels, type Size, sizeWithin } from './pixels.ts'
import { wasmOf } from './wasm.ts'

export type Painter = {
  open: (bytes: Buffer) => Promise<PDFiumDocument | undefined>
  toWebp: (pixels: Pixels) => Promise<Uint8Array>
}

/** Letters stay legible at two thirds of the bytes of the usual 75: many look through a satellite. */
const WEBP = { quality: 20, method: 2 }

export async function loadPainter(): Promise<Painter> {
  const webp = wasmOf('@jsquash/webp/codec/enc/webp_enc_simd.wasm')
  const [pdfium] = await Promise.all([PDFiumLibrary.init(), webp.then(init)])
  return {
    open: (bytes) => pdfium.loadDocument(bytes).catch(() => undefined),
    toWebp: async (pixels) =>
      new Uint8Array(await encodeWebp(pixels as Parameters<typeof encodeWebp>[0], WEBP)),
  }
}

/** A page as people see it, signatures and filled-in fields included; undefined if it cannot be drawn. */
export async function drawPage(
  pdf: PDFiumDocument,
  index: number,
  most: Size,
): Promise<{ text: string; pixels: Pixels } | undefined> {
  try {
    const page = pdf.getPage(index)
    const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
    if (!(width > 0 && height > 0)) return undefined
    const text = page.getText()
    const size = sizeWithin({ width, height }, most, true)
    const { data } = await page.render({ ...size, render: 'bitmap', renderFormFields: true })
    return { text, pixels: { ...size, data } }
  } catch {
    return undefined
  }
}
