import type { Frame } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { dayText } from '../../parts/time-words.ts'
import { paths } from '../../paths.ts'
import { ageText, revokedBeforeText, scanText, VERIFY } from './verification-words.ts'
import type { ShownWork } from './work-page.tsx'

type Props = { frame: Frame; work: ShownWork }

/** Whose it is, who sent it, and what is known of the file. */
export function WorkFacts({ frame, work }: Props) {
  const { version, person, before, notes } = work
  const told = [
    notes.includes('signaturePresent') && VERIFY.signature,
    work.digitised && VERIFY.digitised,
  ].filter((text) => text !== false)
  const { now, zone } = frame.clock
  const isOwn = version.uploadedBy === version.person
  const since = 'submittedAt' in version ? version.submittedAt : version.receivedAt
  return (
    <>
      {work.isLost && <p class="problem">{VERIFY.lost}</p>}
      {work.hasTwinElsewhere && <p class="problem">{VERIFY.twin}</p>}
      {work.revokedFor && version.status === 'awaitingVerification' && (
        <p class="problem">{revokedBeforeText(work.revokedFor)}</p>
      )}
      <dl class="facts">
        <dt>Pegawai</dt>
        <dd>{person.name}</dd>
        <dt>NIP</dt>
        <dd>{person.nip && nipText(person.nip)}</dd>
        <dt>Diunggah</dt>
        <dd>
          {isOwn ? VERIFY.own : work.uploaderName}, {dayText(version.receivedAt, zone)}
        </dd>
        {version.status === 'awaitingVerification' && (
          <>
            <dt>Menunggu</dt>
            <dd>{ageText(since, now)}</dd>
          </>
        )}
        {work.verifierName && (
          <>
            <dt>Diverifikasi</dt>
            <dd>{work.verifierName}</dd>
          </>
        )}
        <dt>Malware</dt>
        <dd>{scanText(version.scan)}</dd>
        <dt>Versi</dt>
        <dd>
          {version.no}
          {before && (
            <>
              , menggantikan <a href={paths.verificationOf(before.id)}>versi {before.no}</a> yang
              terverifikasi
            </>
          )}
        </dd>
      </dl>
      {told.length > 0 && (
        <ul>
          {told.map((text) => (
            <li>{text}</li>
          ))}
        </ul>
      )}
    </>
  )
}
