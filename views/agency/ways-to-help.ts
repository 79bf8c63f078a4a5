import type { Standing } from '#domain/desk/standing.ts'
import type { DeskActPath } from '../path-names.ts'
import { paths } from '../paths.ts'

/** What decides which ways are offered. */
type HelpFacts = { standing: Standing; isClosedToNewBrowsers: boolean }

/** One thing that an officer can do for somebody; the page that asks first is at `path`. */
type WayToHelp = {
  label: string
  path: (id: string, walk: string) => string
  fits: (facts: HelpFacts) => boolean
}

function act(label: string, place: DeskActPath, fits: WayToHelp['fits']): WayToHelp {
  return { label, path: (id, walk) => paths.employeeAct(id, place, walk), fits }
}

const isOpen: WayToHelp['fits'] = ({ standing }) =>
  standing.kind !== 'disabled' && standing.kind !== 'frozen'

const WITH_MFA: readonly Standing['kind'][] = ['active', 'locked', 'budgetSpent', 'frozen']

/** In the order in which they are asked for. */
export const waysToHelp: readonly WayToHelp[] = [
  {
    label: 'Reset MFA',
    path: paths.employeeMfaReset,
    fits: ({ standing }) => WITH_MFA.includes(standing.kind),
  },
  {
    label: 'Perbaikan email',
    path: paths.employeeEmail,
    fits: ({ standing }) => standing.kind !== 'disabled',
  },
  act(
    'Buka kunci',
    'buka-kunci',
    ({ standing, isClosedToNewBrowsers }) => standing.kind === 'locked' || isClosedToNewBrowsers,
  ),
  act('Kirim surat', 'kirim-ulang', ({ standing }) => standing.kind !== 'disabled'),
  act('Tulis catatan', 'catatan', () => true),
  act('Tahan akun', 'penahanan', isOpen),
  act('Nonaktifkan', 'penonaktifan', ({ standing }) => standing.kind !== 'disabled'),
  act(
    'Aktifkan kembali',
    'pengaktifan',
    ({ standing }) => standing.kind === 'disabled' && standing.by === 'agency',
  ),
]
