import type { Objection } from '#domain/archive/destruction/objection.ts'
import type { RetentionReason } from '#domain/archive/retention/reason.ts'
import type { DispositionException } from '#domain/archive/retention/rule.ts'
import type { Frame } from '../../page.tsx'
import { nipText } from '../../parts/nip-words.ts'
import { momentText } from '../../parts/time-words.ts'
import { recordName, type TypeNames } from '../record-name.ts'
import { type RuleSource, retentionText } from '../retention-words.ts'
import { exceptionText, ITEM, itemStateText, lastFourText } from './item-words.ts'
import type { ShownItem } from './items-part.tsx'

export type JudgedItem = ShownItem & {
  reason: string | undefined
  retention: RetentionReason | undefined
  exceptionApplies: boolean | undefined
  objection: Objection | undefined
}

type Props = {
  frame: Frame
  shown: JudgedItem
  source: RuleSource | undefined
  exceptions: readonly DispositionException[]
  names: TypeNames
}

/** What is judged, why its retention is over, and what was found. */
export function ItemFacts({ shown, names, source, exceptions }: Omit<Props, 'frame'>) {
  const { whose, year, retention, exceptionApplies, item, because, reason } = shown
  return (
    <dl class="facts">
      <dt>Arsip</dt>
      <dd>
        {recordName(shown, names)}
        {year !== undefined && `, ${year}`}
      </dd>
      <dt>Pegawai</dt>
      <dd>
        {'lastFour' in whose ? (
          lastFourText(whose.lastFour)
        ) : (
          <>
            {whose.name}, <code>{nipText(whose.nip)}</code>
          </>
        )}
      </dd>
      <dt>{ITEM.retention}</dt>
      <dd>{retention && retentionText(retention, source)}</dd>
      {exceptions.map((exception) => (
        <>
          <dt>{ITEM.exception}</dt>
          <dd>{exceptionText(exception, exceptionApplies)}</dd>
        </>
      ))}
      <dt>Keadaan</dt>
      <dd>
        {itemStateText(item, because)}
        {reason && `: ${reason}`}
      </dd>
    </dl>
  )
}

/** What its person says against it, and what was answered. */
export function Objecting({ shown, frame }: Pick<Props, 'shown' | 'frame'>) {
  const { objection } = shown
  if (!objection) return null
  return (
    <>
      <h2>{ITEM.objection}</h2>
      <p>{objection.reason}</p>
      <p class="hint">{momentText(objection.at, frame.clock.zone)}</p>
      {objection.state === 'answered' && (
        <p>
          {objection.accepted ? 'Diterima' : 'Ditolak'}: {objection.because}
        </p>
      )}
    </>
  )
}
