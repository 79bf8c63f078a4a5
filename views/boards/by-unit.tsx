import {
  percentOf,
  type Standing,
  type UnitStanding,
  withRest,
  worstFirst,
} from '#domain/boards/standing.ts'
import { countText, percentText } from '../parts/number-words.ts'
import { ShareBar } from '../parts/plot/share-bar.tsx'
import { Scroll } from '../parts/scroll.tsx'
import { BY_UNIT_CAPTION, restText, WITHOUT_UNIT } from './board-words.ts'

/** `allPath`: where all units stand, if this page shows the first of them. */
type Props = { units: readonly UnitStanding[]; allPath: string | undefined }

const SHOWN = 20

/** The units that need a visit first. */
export function ByUnit({ units, allPath }: Props) {
  const ranked = worstFirst(units)
  const { shown, rest } = withRest(ranked, allPath === undefined ? ranked.length : SHOWN)
  return (
    <section class="card">
      <h2>Aktivasi per unit</h2>
      <Scroll label="Tabel per unit">
        <table class="numbers">
          <caption>{BY_UNIT_CAPTION}</caption>
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col">Akun</th>
              <th scope="col">Aktif</th>
              <th scope="col">Persen</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <ShareRow name={one.unit?.name ?? WITHOUT_UNIT} standing={one} />
            ))}
            {rest && <ShareRow name={restText(rest.units)} standing={rest} />}
          </tbody>
        </table>
      </Scroll>
      {rest && (
        <p class="actions">
          <a href={allPath}>Lihat semua unit</a>
        </p>
      )}
    </section>
  )
}

function ShareRow({ name, standing }: { name: string; standing: Standing }) {
  const percent = percentOf(standing.activated, standing.total)
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{countText(standing.total)}</td>
      <td>{countText(standing.activated)}</td>
      <td>
        {percentText(percent)}
        <ShareBar percent={percent} />
      </td>
    </tr>
  )
}
