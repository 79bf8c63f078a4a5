import type { ArchiveActor, ArchiveEvent, ArchiveEventName } from './archive-event.ts'
import type { Version } from './version.ts'

/** Of one version, which the log of its record names by its number. */
export function versionEvent(
  name: ArchiveEventName,
  { id, no, record, person }: Pick<Version, 'id' | 'no' | 'record' | 'person'>,
  actor: ArchiveActor,
  at: Date,
  more: ArchiveEvent['body'] = {},
): ArchiveEvent {
  return { name, record, person, actor, at, body: { version: id, no, ...more } }
}
