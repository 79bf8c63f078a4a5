import type { Role } from '#domain/access/mandate.ts'
import type { Frame, Page } from '../page.tsx'
import { roleText } from '../parts/role-words.ts'
import { momentText } from '../parts/time-words.ts'
import { paths } from '../paths.ts'
import { happeningText } from './happening-words.ts'
import type { ShownEvent } from './history-page.tsx'
import { NOBODY, NOBODY_OLDER, nobodyText, RECORD } from './history-words.ts'

type ShownTouch = ShownEvent & {
  by: { name: string; agency: string; role: Role | undefined } | 'import'
  reason: string | undefined
}

type Props = {
  frame: Frame
  touches: readonly ShownTouch[]
  older: number | undefined
  isNewest: boolean
}

/** R-AU-02 */
export function recordPage(props: Props): Page {
  return {
    title: 'Siapa yang menyentuh akun saya',
    main: <Touches {...props} />,
    frame: props.frame,
  }
}

function Touches({ frame, touches, older, isNewest }: Props) {
  return (
    <section id="catatan" class="card">
      <h1>Siapa yang menyentuh akun saya</h1>
      <p>{RECORD}</p>
      {touches.length === 0 && <p class="none">{isNewest ? NOBODY : NOBODY_OLDER}</p>}
      <ol class="log">
        {touches.map((touch) => (
          <TouchLine frame={frame} touch={touch} />
        ))}
      </ol>
      <p class="actions">
        {older !== undefined && (
          <a class="button quiet" href={paths.recordBefore(older)}>
            Yang lebih lama
          </a>
        )}
        {!isNewest && <a href={paths.record}>Yang terbaru</a>}
        <a href={paths.account}>Kembali ke Akun</a>
      </p>
    </section>
  )
}

function TouchLine({ frame, touch }: { frame: Frame; touch: ShownTouch }) {
  const { zone } = frame.clock
  const { by, reason } = touch
  return (
    <li>
      <p class="hint">{momentText(touch.at, zone)}</p>
      <p>{happeningText(touch.happening, zone)}</p>
      <p>
        Oleh{' '}
        {by === 'import'
          ? nobodyText(touch.happening)
          : [by.name, by.role && roleText(by.role), by.agency].filter(Boolean).join(', ')}
        {reason && `. Alasan: ${reason}`}
      </p>
    </li>
  )
}
