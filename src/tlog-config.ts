import { join } from 'node:path'
import { z } from 'zod'

/** Where the log lies; `signing` is missing where no jobs run, which then needs no key. */
export type LogPlaces = {
  /** Served as it is, by the portal or any web server under /log. */
  folder: string
  signing: { secondFolder: string; keyFile: string } | undefined
}

const FOLDER = 'set it to the folder of the public log, which all processes reach'
const SECOND =
  'set it to a folder on another disk than LOG_DIR and the database, for the newest checkpoint'
const KEY =
  'set it to the file that npm run asn -- log key NAME printed, for the jobs alone to read'

export const logEmbedded = {
  LOG_DIR: z.string().optional(),
  LOG_SECOND_DIR: z.string().optional(),
  LOG_KEY_FILE: z.string().optional(),
}

export const logProduction = { ...logEmbedded, LOG_DIR: z.string(FOLDER) }

const embedded = z.object(logEmbedded)
const production = z.object(logProduction)

export function embeddedLog(set: z.infer<typeof embedded>, dataDir: string): LogPlaces {
  return {
    folder: set.LOG_DIR ?? join(dataDir, 'log'),
    signing: {
      secondFolder: set.LOG_SECOND_DIR ?? join(dataDir, 'log-tempat-kedua'),
      keyFile: set.LOG_KEY_FILE ?? join(dataDir, 'kunci-log'),
    },
  }
}

export function productionLog(set: z.infer<typeof production>): LogPlaces {
  const { LOG_DIR: folder, LOG_SECOND_DIR: secondFolder, LOG_KEY_FILE: keyFile } = set
  return { folder, signing: secondFolder && keyFile ? { secondFolder, keyFile } : undefined }
}

/** Whoever does jobs signs; judged on its own, so that it is told beside whatever else is missing. */
export function signingProblems(set: Record<string, string | undefined>) {
  if (set['JOBS'] === 'off') return []
  return [
    !set['LOG_SECOND_DIR'] && { variable: 'LOG_SECOND_DIR', todo: SECOND },
    !set['LOG_KEY_FILE'] && { variable: 'LOG_KEY_FILE', todo: KEY },
  ].filter((problem) => problem !== false)
}
