import type { Zone } from '#domain/agency.ts'
import type { IntakeRefusal } from '#domain/archive/intake.ts'
import type { Version } from '#domain/archive/version.ts'
import { paths } from '../../paths.ts'
import type { ArchiveSide } from '../archive-side.ts'
import type { ShownProposed } from '../destruction/own-page.tsx'
import { answerText, untilText } from '../destruction/own-words.ts'
import { intakeRefusalWords } from '../intake-words.ts'
import { placeText, RECORD, reasonTexts, revokedForText } from './record-words.ts'
import type { ShownRecord } from './shown-record.ts'

type Props = {
  side: ArchiveSide
  record: ShownRecord
  version: Version
  revokedFor: string | undefined
}

/** What is to be known of the version before its pages: why it came back, that it is doubted, or gone. */
export function StandingPart({ side, record, version, revokedFor }: Props) {
  if (version.status === 'returned')
    return <ReturnedPart side={side} record={record} version={version} />
  if (version.status === 'rejectedBySystem') {
    const { reason, step } = intakeRefusalWords(version.refusal as IntakeRefusal)
    return (
      <div class="problem">
        <p>{reason}</p>
        <p>{step}</p>
      </div>
    )
  }
  if (version.scan === 'scanFound') return <p class="problem">{RECORD.malware}</p>
  if (version.status !== 'awaitingVerification' || !revokedFor) return null
  return (
    <div class="notice">
      <p>{RECORD.revoked}</p>
      <p>{revokedForText(revokedFor)}</p>
    </div>
  )
}

type ReturnedProps = Omit<Props, 'version' | 'revokedFor'> & {
  version: Extract<Version, { status: 'returned' }>
}

function ReturnedPart({ side, record, version }: ReturnedProps) {
  const { returned, no } = version
  const place = placeText(returned)
  return (
    <div class="problem">
      <p>{RECORD.returned}</p>
      {reasonTexts(returned).map((text) => (
        <p>{text}</p>
      ))}
      {place && returned.place && (
        <p>
          {place}{' '}
          <a href={side.page(record.record.id, returned.place.page, no)}>{RECORD.toPlace}</a>
        </p>
      )}
    </div>
  )
}

type ProposalProps = { proposed: ShownProposed | undefined; zone: Zone }

/** On its way to the end of its life; until when its owner may object, or what came of it. */
export function ProposalPart({ proposed, zone }: ProposalProps) {
  if (!proposed) return null
  const { record, until, mayObject, objection } = proposed
  return (
    <div class="problem">
      <p>{RECORD.proposed}</p>
      <p>{RECORD.proposedText}</p>
      <p>
        {objection ? answerText(objection.accepted, objection.because) : untilText(until, zone)}
      </p>
      {mayObject && (
        <p>
          <a href={paths.ownObjection(record)}>{RECORD.object}</a>
        </p>
      )}
    </div>
  )
}
