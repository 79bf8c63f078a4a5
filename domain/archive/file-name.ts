import type { RecordType } from './record-type.ts'

/** What people call a document in its file's name; another is called by its code. */
const CALLED: Record<string, string> = {
  drh: 'DRH',
  d2np: 'D2NP',
  cpns: 'SK_CPNS',
  spmtCpns: 'SPMT_CPNS',
  pns: 'SK_PNS',
  skKp: 'SK_KP',
  skPmk: 'SK_PMK',
  skPak: 'SK_PAK',
  skPencantumanGelar: 'SK_PENCANTUMAN_GELAR',
  skPppk: 'SK_PPPK',
  niPppk: 'NI_PPPK',
  spmtPppk: 'SPMT_PPPK',
  pindahInstansi: 'SK_PINDAH_INSTANSI',
  cltn: 'SK_CLTN',
  skp22: 'SKP',
  hukumanDisiplin: 'SK_HUKUMAN_DISIPLIN',
  pemberhentian: 'SK_PEMBERHENTIAN',
}

type Named = {
  type: Pick<RecordType, 'code'>
  slot: string
  nip: string
  no: number
  isInForce: boolean
}

/**
 * SK_KP_IIId_<NIP>.pdf: made here, whatever the file was called that came, of signs that every system
 * takes; a version that is not in force says which one it is.
 */
export function fileNameOf({ type, slot, nip, no, isInForce }: Named): string {
  const [row = '', part = ''] = slot.split('#')
  const what = /[A-Za-z0-9]/.test(part) ? part : type.code
  const called = Object.hasOwn(CALLED, what) ? CALLED[what] : undefined
  const name = called ?? what.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase()
  const version = isInForce ? '' : `v${no}`
  const parts = [name, row, nip, version].map((one) => one.replace(/[^A-Za-z0-9_]/g, ''))
  return `${parts.filter(Boolean).join('_')}.pdf`
}
