import {
  type AgencyCare,
  type CopyCounts,
  type StoreCare,
  wantedCopies,
  worstCaredFirst,
} from '#domain/archive/copy-coverage.ts'
import { percentOf } from '#domain/boards/standing.ts'
import type { Frame, Page } from '../../page.tsx'
import { countText, percentText } from '../../parts/number-words.ts'
import { ShareBar } from '../../parts/plot/share-bar.tsx'
import { Scroll } from '../../parts/scroll.tsx'
import { paths } from '../../paths.ts'
import {
  AGENCIES_CAPTION,
  ALL_WELL,
  awayText,
  bytesText,
  CARE_TITLE,
  COVERED_HINT,
  careCountedText,
  incidentText,
  NO_FILES,
  NO_PAPERS,
  PAPERS_CAPTION,
  PAPERS_HINT,
  PAPERS_TITLE,
  STORES_CAPTION,
  storeText,
} from './care-words.ts'
import { INCIDENTS } from './incident-words.ts'

/** `away`: stores that give no answer just now. `agencies`: missing where the page is about one; `allPath`: where all stand, if these are the first. */
type Props = {
  frame: Frame
  away: readonly string[]
  countedAt: Date | undefined
  incidents: number
  stores: readonly StoreCare[]
  papers: readonly StoreCare[]
  agencies?: readonly AgencyCare[]
  allPath?: string | undefined
}

const SHOWN = 50

/** How well the copies of all files are: of the nation with its agencies, or of one agency. */
export function careBoardPage(props: Props): Page {
  return { title: CARE_TITLE, main: <CareBoard {...props} />, frame: props.frame }
}

function CareBoard(props: Props) {
  const { frame, away, countedAt, incidents, stores, papers, agencies, allPath } = props
  return (
    <div class="stack">
      <section class="card">
        <h1>{CARE_TITLE}</h1>
        <p class="hint">{careCountedText(countedAt, frame.clock.zone)}</p>
        {away.map((store) => (
          <p class="problem" role="status">
            {awayText(store)}
          </p>
        ))}
        {incidents > 0 && (
          <div class="problem" role="status">
            <p>{incidentText(incidents)}</p>
            {agencies ? (
              <p>{INCIDENTS.ofAgencies}</p>
            ) : (
              <p>
                <a href={paths.agencyIncidents}>{INCIDENTS.see}</a>
              </p>
            )}
          </div>
        )}
        {away.length === 0 && incidents === 0 && isAllWell(stores) && <p>{ALL_WELL}</p>}
        <p class="hint">{COVERED_HINT}</p>
        {stores.length === 0 ? (
          <p class="none">{NO_FILES}</p>
        ) : (
          <Stores stores={stores} caption={STORES_CAPTION} />
        )}
        {!agencies && (
          <p class="actions">
            <a href={paths.agencyIncidentsIn('pulih')}>{INCIDENTS.mended}</a>
          </p>
        )}
      </section>
      {stores.length > 0 && <PaperCare papers={papers} />}
      {agencies && agencies.length > 0 && <Agencies agencies={agencies} allPath={allPath} />}
    </div>
  )
}

function isAllWell(stores: readonly StoreCare[]): boolean {
  return stores.length > 0 && stores.every((one) => one.covered === wantedCopies(one))
}

/** Of what stays when records go. */
function PaperCare({ papers }: { papers: readonly StoreCare[] }) {
  return (
    <section class="card">
      <h2>{PAPERS_TITLE}</h2>
      <p class="hint">{PAPERS_HINT}</p>
      {papers.length === 0 ? (
        <p class="none">{NO_PAPERS}</p>
      ) : (
        <Stores stores={papers} caption={PAPERS_CAPTION} />
      )}
    </section>
  )
}

function Stores({ stores, caption }: { stores: readonly StoreCare[]; caption: string }) {
  return (
    <Scroll label={caption}>
      <table class="numbers by-store">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Tempat</th>
            <th scope="col">Salinan</th>
            <th scope="col">Ukuran</th>
            <CountHeads />
          </tr>
        </thead>
        <tbody>
          {stores.map((one) => (
            <tr>
              <th scope="row">{storeText(one.store)}</th>
              <td>{countText(one.copies)}</td>
              <td>{bytesText(one.bytes)}</td>
              <CountCells counts={one} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function Agencies({
  agencies,
  allPath,
}: {
  agencies: readonly AgencyCare[]
  allPath: string | undefined
}) {
  const ranked = worstCaredFirst(agencies)
  const shown = allPath === undefined ? ranked : ranked.slice(0, SHOWN)
  return (
    <section class="card">
      <h2>Per instansi</h2>
      <Scroll label={AGENCIES_CAPTION}>
        <table class="numbers by-agency">
          <caption>{AGENCIES_CAPTION}</caption>
          <thead>
            <tr>
              <th scope="col">Instansi</th>
              <th scope="col">Tanpa salinan sehat</th>
              <CountHeads />
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr>
                <th scope="row">{one.name}</th>
                <td>{countText(one.incidents)}</td>
                <CountCells counts={one} />
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {shown.length < ranked.length && (
        <p class="actions">
          <a href={allPath}>Lihat semua instansi</a>
        </p>
      )}
    </section>
  )
}

function CountHeads() {
  return (
    <>
      <th scope="col">Terperiksa</th>
      <th scope="col">Rusak</th>
      <th scope="col">Hilang</th>
      <th scope="col">Belum diperiksa</th>
      <th scope="col">Belum disalin</th>
    </>
  )
}

function CountCells({ counts }: { counts: CopyCounts }) {
  const percent = percentOf(counts.covered, wantedCopies(counts))
  return (
    <>
      <td>
        {percentText(percent)}
        <ShareBar percent={percent} />
      </td>
      <td>{countText(counts.damaged)}</td>
      <td>{countText(counts.missing)}</td>
      <td>{countText(counts.unchecked)}</td>
      <td>{countText(counts.lacking)}</td>
    </>
  )
}
