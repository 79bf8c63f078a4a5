import type { Inspection, PhotoPdf } from '#domain/archive/intake.ts'
import { makeHashQueue } from '../secrets/hash-queue.ts'
import { type FileToInspect, inspectFile } from './inspect.ts'
import { joinPhotos, type PhotosToJoin } from './photos.ts'

/** What looks into files that people send; each in a process of its own. */
export type Intake = {
  inspect: (file: FileToInspect) => Promise<Inspection>
  joinPhotos: (photos: PhotosToJoin) => Promise<PhotoPdf>
}

/** At most `children` at once, each up to half a gigabyte; more than `waiting` are not looked at now. */
export function makeIntake({ children, waiting }: { children: number; waiting: number }): Intake {
  const queue = makeHashQueue({ workers: children, waiting })
  return {
    inspect: async (file) =>
      (await queue.enter()?.run(() => inspectFile(file))) ?? { kind: 'notInspected' },
    joinPhotos: async (photos) =>
      (await queue.enter()?.run(() => joinPhotos(photos))) ?? { kind: 'notMade' },
  }
}
