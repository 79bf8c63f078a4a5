import type { Zone } from '#domain/agency.ts'
import { momentText } from '../parts/time-words.ts'

type Asked = { askerName: string; askedAt: Date; deciderName: string | undefined }

/** `state`: as people call it. */
type Props = {
  request: Asked & ({ state: 'open' } | { state: string; decidedAt: Date })
  state: string
  zone: Zone
}

/** Who asked for what two decide about, who decided, and when; for a list of facts. */
export function AskedFacts({ request, state, zone }: Props) {
  return (
    <>
      <dt>Diusulkan</dt>
      <dd>
        {request.askerName}, {momentText(request.askedAt, zone)}
      </dd>
      <dt>Keadaan</dt>
      <dd>{state}</dd>
      {'decidedAt' in request && (
        <>
          <dt>Diputuskan</dt>
          <dd>
            {request.deciderName}, {momentText(request.decidedAt, zone)}
          </dd>
        </>
      )}
    </>
  )
}
