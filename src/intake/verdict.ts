import { z } from 'zod'
import {
  type Inspection,
  type PhotoPdf,
  PICTURE_REFUSALS,
  STRUCTURE_REFUSALS,
} from '#domain/archive/intake.ts'

const inspection = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('accepted'),
    pages: z.int(),
    notes: z.array(z.literal('signaturePresent')),
  }),
  z.object({ kind: z.literal('refused'), reason: z.enum(STRUCTURE_REFUSALS) }),
])

const photoPdf = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made'), pages: z.int() }),
  z.object({
    kind: z.literal('refused'),
    reason: z.union([
      z.object({ kind: z.literal('tooLarge') }),
      z.object({ kind: z.enum(PICTURE_REFUSALS), picture: z.int().min(1) }),
    ]),
  }),
])

/** What a child concludes, or undefined where it is not among the things that can be concluded. */
export function readInspection(body: Buffer): Inspection | undefined {
  return inspection.safeParse(jsonIn(body)).data
}

export function readPhotoPdf(body: Buffer): PhotoPdf | undefined {
  return photoPdf.safeParse(jsonIn(body)).data
}

function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
