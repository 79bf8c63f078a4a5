import { create } from 'qrcode'

/** The dark and light squares of a QR code, row by row and without the quiet zone around it. */
export function qrSquares(text: string): boolean[][] {
  const { size, data } = create(text, { errorCorrectionLevel: 'L' }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from(data.slice(row * size, (row + 1) * size), Boolean),
  )
}
