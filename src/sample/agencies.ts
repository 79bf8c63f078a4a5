import type { Zone } from '#domain/agency.ts'

/** Two agencies in two zones; names and codes are invented. */
export const AGENCIES = [
  {
    id: '5a3f1d00-0000-4000-9000-000000000001',
    code: '9801',
    name: 'Pemerintah Kabupaten Contoh Jaya',
    zone: 'WIT',
  },
  {
    id: '5a3f1d00-0000-4000-9000-000000000002',
    code: '9802',
    name: 'Badan Contoh Nasional',
    zone: 'WIB',
  },
] as const satisfies readonly { id: string; code: string; name: string; zone: Zone }[]

/** Units of the first agency, two levels. */
export const UNITS = [
  {
    id: '5a3f1d00-0000-4000-a000-000000000001',
    code: '01',
    name: 'Dinas Pendidikan',
    parent: undefined,
  },
  {
    id: '5a3f1d00-0000-4000-a000-000000000002',
    code: '01.01',
    name: 'SD Negeri Contoh 1',
    parent: 0,
  },
  {
    id: '5a3f1d00-0000-4000-a000-000000000003',
    code: '02',
    name: 'Dinas Kesehatan',
    parent: undefined,
  },
] as const satisfies readonly {
  id: string
  code: string
  name: string
  parent: number | undefined
}[]
