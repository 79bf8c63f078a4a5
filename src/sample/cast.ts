import { EMPLOYEES } from './employees.ts'
import { OFFICERS } from './officers.ts'
import { RETIRED } from './retired.ts'
import type { SamplePerson } from './sample-person.ts'

/**
 * Everybody a developer wants to meet; the numbers use sequence 901 and up and belong to nobody. Ids
 * follow the order: whoever is new comes last.
 */
export const CAST: readonly SamplePerson[] = [
  ...EMPLOYEES,
  ...OFFICERS,
  {
    nip: RETIRED,
    name: 'Karel Rumbewas',
    kind: 'pns',
    agency: 0,
    password: { text: 'Perahu.Cadik-Teluk86', kept: 'own' },
    mfa: 'inUse',
    isRetired: true,
    note: 'aktif, pensiun 2010: arsipnya lewat masa simpan',
  },
  {
    nip: '198405232009042930',
    name: 'Yuliana Mandacan',
    kind: 'pns',
    agency: 0,
    password: { text: 'Tifa*Asmat-Gema37', kept: 'own' },
    mfa: 'inUse',
    role: 'verifier',
    note: 'aktif, verifikator kedua',
  },
]
