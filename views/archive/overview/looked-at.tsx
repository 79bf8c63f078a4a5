import { nipText } from '../../parts/nip-words.ts'
import { paths } from '../../paths.ts'
import type { ArchiveSide } from '../archive-side.ts'
import { ARCHIVE, lookingText, PURPOSE } from './overview-words.ts'

type Props = { side: ArchiveSide; title?: string }

/** Whose archive it is; an officer is told for whom and for what they look. */
export function ArchiveHead({ side, title = ARCHIVE.title }: Props) {
  if (!side.of) return <h1>{title}</h1>
  const { id, name, nip } = side.of
  return (
    <>
      <p class="walk">
        <a href={paths.employee(id)}>{PURPOSE.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="lead">
        {name} <code>{nipText(nip)}</code>
      </p>
      <p class="hint">{lookingText(side.purpose)}</p>
    </>
  )
}
