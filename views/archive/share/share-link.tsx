import type { VersionId } from '#domain/archive/version.ts'
import { paths } from '../../paths.ts'
import { SHARE } from './share-words.ts'

/** For the page of a record, beside a version that is verified. */
export function ShareLink({ version }: { version: VersionId }) {
  return <a href={paths.newShare(version)}>{SHARE.title}</a>
}
