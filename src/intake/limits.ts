/** What a child may use: of the processor, of time by the clock, of memory. */
export type Limits = {
  processorMs: number
  /** By the clock it has this many times as long, or a busy machine would refuse good files. */
  patience: number
  residentKib: number
}

export const LIMITS: Limits = { processorMs: 5_000, patience: 12, residentKib: 512 * 1024 }

/** Time beside, for each page that was counted. */
export const PAGE_MS = 50
/** Earned by each page that has come: an honest long scan gets through, a page that hangs does not. */
export const DRAWN_PAGE_MS = 400
/** Decoded, shrunk and written anew, several times where it must be small. */
export const PICTURE_MS = 4_000

export const HEAP_MIB = 256
/** More than any child may have: the kernel ends it should nobody be there to do so. */
export const KERNEL_SECONDS = 300
/** The hard cap of a version, whatever its type allows. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
