import { buffer } from 'node:stream/consumers'
import { inspectPdf } from './inspect-pdf.ts'
import { loadJpeg } from './jpeg.ts'
import { loadPainter } from './painter.ts'
import { makePhotoPdf } from './photo-pdf.ts'
import { tell } from './tell.ts'

/** Does one task and ends; it reads nothing of anybody's before it has said that it is ready. */
const [task, ...limits] = process.argv.slice(2)
const [first = 0, second = 0] = limits.map(Number)
const verdict = task === 'photos' ? await photos(first, second) : await pdf(first)
tell('verdict', { body: JSON.stringify(verdict) })

async function pdf(maxPages: number) {
  const painter = await loadPainter()
  tell('ready')
  return inspectPdf(await buffer(process.stdin), maxPages, painter)
}

async function photos(pictures: number, maxBytes: number) {
  await loadJpeg()
  tell('ready')
  return makePhotoPdf(process.stdin, { pictures, maxBytes })
}
