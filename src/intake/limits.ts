/** What a child may use: of the processor, of time by the clock, of memory. */
export type Limits = {
  startMs: number
  pageMs: number
  /** By the clock it has this many times as long, or a busy machine would refuse good files. */
  patience: number
  residentKib: number
}

export const INSPECTION_LIMITS: Limits = {
  startMs: 5_000,
  pageMs: 50,
  patience: 4,
  residentKib: 512 * 1024,
}

/** Pictures of a telephone are decoded, shrunk and written anew: a second and more each. */
export const PHOTO_LIMITS: Limits = { ...INSPECTION_LIMITS, pageMs: 3_000 }

export const HEAP_MIB = 256
/** Read by whoever the child dies with: a runaway nobody watches ends by itself. */
export const PROCESSOR_SECONDS = 120
/** The hard cap of a version, archive.md §3; the cap of its type stands below it. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024
export const MAX_PICTURE_BYTES = 12 * 1024 * 1024
export const MAX_PICTURES = 50
