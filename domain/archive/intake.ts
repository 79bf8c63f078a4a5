/** Why the system refuses a file before a person sees it. */
export type IntakeRefusal = StructureRefusal | 'malwareFound' | 'identicalTwin'

/** What the look into the file itself can object to. */
export type StructureRefusal = (typeof STRUCTURE_REFUSALS)[number]

export const STRUCTURE_REFUSALS = [
  'emptyFile',
  'notPdf',
  'typeMismatch',
  'headerNotAtStart',
  'dataAfterEnd',
  'damagedStructure',
  'encryptedPdf',
  'activeContent',
  'embeddedFile',
  'tooManyPages',
  'tooComplex',
  'tooLarge',
] as const

/** What a reader is told about a file that is taken: seen, but not judged. */
export type IntakeNote = 'signaturePresent'

/** `notInspected`: the machine could not look. It says nothing about the file; look again later. */
export type Inspection =
  | { kind: 'accepted'; pages: number; notes: IntakeNote[] }
  | { kind: 'refused'; reason: StructureRefusal }
  | { kind: 'notInspected' }

/** Why pictures of a paper cannot become a PDF; too large only after all shrinking. */
export type PhotoRefusal =
  | { kind: 'noPicture' | 'tooManyPictures' | 'tooLarge' | 'tooComplex' }
  | { kind: PictureRefusal; picture: number }

/** Why one of them cannot, which is named by its number, from 1. */
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number]

export const PICTURE_REFUSALS = [
  'notPicture',
  'damagedPicture',
  'tooManyPixels',
  'pictureTooLarge',
] as const

/** What one PDF of photos takes: so many, each so large; more pixels the memory of a child cannot bear. */
export const PHOTO_CAPS = { pictures: 50, megabytes: 12, megapixels: 20 } as const

/** `notMade`: the machine could not; it says nothing about the pictures. */
export type PhotoPdf =
  | { kind: 'made'; pages: number }
  | { kind: 'refused'; reason: PhotoRefusal }
  | { kind: 'notMade' }

/** The preview widths of each page, in pixels. */
export const PREVIEW_WIDTHS = [320, 1000] as const

export type PreviewWidth = (typeof PREVIEW_WIDTHS)[number]
