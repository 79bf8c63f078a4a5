import { QrCode } from '../activation/qr-code.tsx'
import { MARK } from './mark-words.ts'

/** `code`: in groups, as it is typed where nothing scans. */
export type ShownMark = { squares: readonly (readonly boolean[])[]; code: string }

/** What a page carries that somebody may want to be sure of: to be scanned, or typed. */
export function Mark({ mark }: { mark: ShownMark }) {
  return (
    <figure class="proof-code">
      <QrCode squares={mark.squares} label={MARK.qr} />
      <figcaption>
        {MARK.code}
        <br />
        <code>{mark.code}</code>
      </figcaption>
    </figure>
  )
}
