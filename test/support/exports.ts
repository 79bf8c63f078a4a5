import type { ArchiveExport, ExportId } from '#domain/archive/export/archive-export.ts'
import { exportUntil } from '#domain/archive/export/archive-export.ts'
import { NOW } from './builders.ts'
import { OWNER } from './versions.ts'

const asked = { id: 'unduhan' as ExportId, person: OWNER, askedAt: NOW }

/** One of every state. */
export const archiveExports: {
  [S in ArchiveExport['state']]: ArchiveExport & { state: S }
} = {
  asked: { ...asked, state: 'asked' },
  building: { ...asked, state: 'building', steps: 120, stepsDone: 30 },
  ready: { ...asked, state: 'ready', bytes: 34_567_890, readyAt: NOW, until: exportUntil(NOW) },
  failed: { ...asked, state: 'failed', endedAt: NOW },
  ended: { ...asked, state: 'ended', endedAt: NOW, because: undefined },
}
