import type { Hat } from '#domain/access/hat.ts'
import { permits } from '#domain/access/permission.ts'
import { paths } from '../paths.ts'
import { approvalsText, DESK_AREAS, EXPORT_ALL, PASTE_LIST } from './desk-words.ts'

/** `waiting`: requests that whoever looks may decide or go on with. */
export type DeskWork = { hat: Pick<Hat, 'role' | 'agency'>; waiting: number }

/** What else is done at the desk, as far as the hat permits it. */
export function DeskAreas({ hat, waiting }: DeskWork) {
  const isOfAgency = hat.agency !== undefined
  return (
    <nav aria-label="Meja layanan">
      <ul class="links">
        <li>
          <a href={paths.approvals}>{approvalsText(waiting)}</a>
        </li>
        <li>
          <a href={paths.deskLists}>{PASTE_LIST}</a>
        </li>
        {isOfAgency && (
          <li>
            <a href={paths.agencyBoard('month')}>{DESK_AREAS.board}</a>
          </li>
        )}
        {permits(hat, 'uploadOnBehalf') && (
          <>
            <li>
              <a href={paths.agencyArchive}>{DESK_AREAS.archive}</a>
            </li>
            <li>
              <a href={paths.gaps}>{DESK_AREAS.gaps}</a>
            </li>
            <li>
              <a href={paths.bulkUploads}>{DESK_AREAS.bulk}</a>
            </li>
            <li>
              <a href={paths.deskUploads}>{DESK_AREAS.uploads}</a>
            </li>
          </>
        )}
        {permits(hat, 'giveRoles') && (
          <li>
            <a href={isOfAgency ? paths.roles : paths.rolesOfNation}>{DESK_AREAS.roles}</a>
          </li>
        )}
        {hat.role === 'agencyAdmin' && (
          <>
            <li>
              <a href={paths.deskSettings}>{DESK_AREAS.settings}</a>
            </li>
            <li>
              <a href={paths.accessObjections}>{DESK_AREAS.objections}</a>
            </li>
            <li>
              <a href={paths.secretReaders}>{DESK_AREAS.secrets}</a>
            </li>
          </>
        )}
        <li>
          <a href={paths.deskExport}>{EXPORT_ALL}</a>
        </li>
      </ul>
    </nav>
  )
}
