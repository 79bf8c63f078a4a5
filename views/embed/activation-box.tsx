import type { Zone } from '#domain/agency.ts'
import { percentOf } from '#domain/boards/standing.ts'
import type { Progress, ToldCount } from '#domain/embed/progress.ts'
import { countText, percentText } from '../parts/number-words.ts'
import type { Box } from './box.tsx'
import { ACTIVATION_BOX, barText, countedText, toldShareText, toldText } from './box-words.ts'

type Props = { agency: string; zone: Zone; progress: Progress; countedAt: Date | undefined }

/** How far one agency is; of nobody in it, and of none of its units. */
export function activationBox(props: Props): Box {
  return { title: ACTIVATION_BOX.title, main: () => <Activation {...props} /> }
}

function Activation({ agency, zone, progress, countedAt }: Props) {
  return (
    <>
      <p>{agency}</p>
      {progress.kind === 'told' && <Told {...progress} />}
      {progress.kind !== 'told' && <p>{ACTIVATION_BOX[progress.kind]}</p>}
      {progress.kind === 'told' && countedAt && (
        <p class="asn-keterangan">{countedText(countedAt, zone)}</p>
      )}
    </>
  )
}

type ToldProps = Omit<Extract<Progress, { kind: 'told' }>, 'kind'>

function Told({ total, activated, left }: ToldProps) {
  const isRounded = activated.kind !== 'exactly'
  return (
    <>
      <Bar activated={activated} total={total} />
      <table class="asn-tabel">
        <caption>{ACTIVATION_BOX.table}</caption>
        <thead>
          <tr>
            <th scope="col">{ACTIVATION_BOX.state}</th>
            <th scope="col">{ACTIVATION_BOX.accounts}</th>
            <th scope="col">{ACTIVATION_BOX.share}</th>
          </tr>
        </thead>
        <tbody>
          <Row name={ACTIVATION_BOX.activated} count={activated} total={total} />
          <Row name={ACTIVATION_BOX.left} count={left} total={total} />
          <tr>
            <th scope="row">{ACTIVATION_BOX.all}</th>
            <td>{countText(total)}</td>
            <td>{percentText(100)}</td>
          </tr>
        </tbody>
      </table>
      {isRounded && <p class="asn-keterangan">{ACTIVATION_BOX.small}</p>}
    </>
  )
}

function Row({ name, count, total }: { name: string; count: ToldCount; total: number }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{toldText(count)}</td>
      <td>{toldShareText(count, total)}</td>
    </tr>
  )
}

/** Drawn in the colour of the text where no style of ours comes along. */
function Bar({ activated, total }: { activated: ToldCount; total: number }) {
  return (
    <svg
      class="asn-diagram"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      width="100%"
      height="16"
      fill="currentColor"
      role="img"
      aria-label={barText(activated, total)}
    >
      <rect width={percentOf(activated.count, total)} height={8} />
      <rect width={100} height={8} fill="none" stroke="currentColor" />
    </svg>
  )
}
