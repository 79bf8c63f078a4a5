import { loadStaticFiles } from '#src/middleware/static-files.ts'

/** Compressed once for all sites of a worker. */
export const staticFiles = loadStaticFiles('static')
