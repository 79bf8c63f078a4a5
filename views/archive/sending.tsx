import { SENDING } from './upload-words.ts'

/** How far the script is; it shows this, and nobody sees it without. */
export function Sending() {
  return (
    <div id="pengiriman" data-words={JSON.stringify(SENDING)} hidden>
      <p role="status" />
      <progress aria-label="Pengiriman" max={1} value={0} />
    </div>
  )
}
