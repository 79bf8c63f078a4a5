import { PDFArray, PDFDict, PDFName, type PDFObject, PDFStream } from '@cantoo/pdf-lib'
import type { IntakeNote, StructureRefusal } from '#domain/archive/intake.ts'

type Judged = { refusal: StructureRefusal | undefined; notes: IntakeNote[] }

const ACTIVE_KEYS = new Set(['JS', 'XFA', 'RichMediaContent'])
const ACTIVE_ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'Rendition',
  'Movie',
  'Sound',
  'GoToR',
  'GoToE',
])
const FILE_KEYS = new Set(['EF', 'EmbeddedFiles'])

/** What the objects contain that a document of a record must not, at any depth. */
export function judgeObjects(objects: readonly PDFObject[]): Judged {
  const judged: Judged = { refusal: undefined, notes: [] }
  const open = [...objects]
  // An action may name its kind by an object of its own; no honest file keeps such a name apart.
  if (objects.some(isActiveAction)) return { ...judged, refusal: 'activeContent' }
  for (let object = open.pop(); object; object = open.pop()) {
    if (object instanceof PDFArray) open.push(...object.asArray())
    if (object instanceof PDFStream) open.push(object.dict)
    if (!(object instanceof PDFDict)) continue
    if (isClosedObjectStream(object)) return { ...judged, refusal: 'damagedStructure' }
    for (const [key, value] of object.entries()) {
      const name = key.decodeText()
      const refusal = refusalOf(name, value)
      if (refusal) return { ...judged, refusal }
      if (name === 'ByteRange') judged.notes = ['signaturePresent']
      open.push(value)
    }
  }
  return judged
}

function refusalOf(name: string, value: PDFObject): StructureRefusal | undefined {
  if (ACTIVE_KEYS.has(name) || (name === 'S' && isActiveAction(value))) return 'activeContent'
  return FILE_KEYS.has(name) ? 'embeddedFile' : undefined
}

function isActiveAction(value: PDFObject): boolean {
  return value instanceof PDFName && ACTIVE_ACTIONS.has(value.decodeText())
}

/** Holds objects, but does not say so as plainly as the parser wants it before it opens one. */
function isClosedObjectStream(dict: PDFDict): boolean {
  const names = ['N', 'First', 'Length'].map((name) => PDFName.of(name))
  return names.every((name) => dict.has(name)) && dict.get(PDFName.Type) !== PDFName.of('ObjStm')
}
