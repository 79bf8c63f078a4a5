import { Tile } from '../../parts/tile.tsx'
import { paths } from '../../paths.ts'
import { EXPORT } from '../export/export-words.ts'
import { SearchField } from '../search/search-form.tsx'
import { SHARES } from '../share/share-words.ts'
import { ARCHIVE } from './overview-words.ts'

/** Where else one's own archive leads; `open`: uploads that are not whole, `proposed`: to be destroyed. */
export type Ways = { open: number; proposed: number }

export function WaysTile({ open, proposed }: Ways) {
  return (
    <Tile heading={ARCHIVE.search}>
      <SearchField action={paths.archiveSearch} />
      <ul class="links">
        {open > 0 && (
          <li>
            <a href={paths.uploads}>{`${ARCHIVE.uploads} (${open})`}</a>
          </li>
        )}
        {proposed > 0 && (
          <li>
            <a href={paths.ownObjections}>{`${ARCHIVE.proposed} (${proposed})`}</a>
          </li>
        )}
        <li>
          <a href={paths.accesses}>{ARCHIVE.accesses}</a>
        </li>
        <li>
          <a href={paths.shares}>{SHARES.title}</a>
        </li>
        <li>
          <a href={paths.archiveExport}>{EXPORT.title}</a>
        </li>
        <li>
          <a href={paths.helpOn('arsip-saya')}>{ARCHIVE.help}</a>
        </li>
      </ul>
    </Tile>
  )
}
