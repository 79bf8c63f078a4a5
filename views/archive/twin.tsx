import type { Twin } from '#domain/archive/upload.ts'
import type { Page } from '../page.tsx'
import type { UploadSide } from './upload-side.ts'
import { SEE_TWIN, uploadTold } from './upload-words.ts'

/** What the script puts beside a file that was chosen: nothing, or that it is there already. */
export function twinPart(side: UploadSide, twin: Twin | undefined, clock: { now: Date }): Page {
  const known = <Known side={side} twin={twin} now={clock.now} />
  const main = (
    <section class="card narrow">
      <h1>Unggah</h1>
      {known}
    </section>
  )
  return { title: 'Unggah', main, part: known }
}

function Known({ side, twin, now }: { side: UploadSide; twin: Twin | undefined; now: Date }) {
  if (!twin) return <div id="kembar" />
  const { text } = uploadTold({ kind: 'identicalTwin', twin }, now, 'WIB')
  return (
    <div id="kembar" class="problem" role="alert">
      <p>{text}</p>
      <p>
        <a href={side.upload(twin.version)}>{SEE_TWIN}</a>
      </p>
    </div>
  )
}
