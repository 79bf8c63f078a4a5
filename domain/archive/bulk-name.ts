import { type Nip, parseNip } from '../nip.ts'
import { no, ok, type Result } from '../result.ts'
import type { Slot } from './slot.ts'

/** What the name of a file says: which document it is, and whose. */
export type BulkName = { type: string; part: string | undefined; key: string; nip: Nip }

export type BulkNameProblem = 'notPdf' | 'noNip' | 'unknownType'

type Document = { type: string; part?: string }

/** How people begin the names of such files, longest first where one begins another. */
const BEGINNINGS: readonly (readonly [string, Document])[] = [
  ['DRH', { type: 'drh' }],
  ['D2NP', { type: 'd2np' }],
  ['D2NIP', { type: 'd2np' }],
  ['SKCPNS', { type: 'cpns' }],
  ['SPMTCPNS', { type: 'spmtCpns' }],
  ['SPMTPPPK', { type: 'spmtPppk' }],
  ['SKPNS', { type: 'pns' }],
  ['SKPPPK', { type: 'skPppk' }],
  ['NIPPPK', { type: 'niPppk' }],
  ['PERJANJIANKERJA', { type: 'perjanjianKerja' }],
  ['IJAZAH', { type: 'pendidikan', part: 'ijazah' }],
  ['TRANSKRIP', { type: 'pendidikan', part: 'transkrip' }],
  ['SKGELAR', { type: 'pendidikan', part: 'skPencantumanGelar' }],
  ['SKKP', { type: 'golongan', part: 'skKp' }],
  ['PERTEKKP', { type: 'golongan', part: 'pertekKp' }],
  ['SKJABATAN', { type: 'jabatan', part: 'skJabatan' }],
  ['PELANTIKAN', { type: 'jabatan', part: 'suratPelantikan' }],
  ['DIKLAT', { type: 'diklat' }],
  ['SKPINDAH', { type: 'pindahInstansi' }],
  ['SKCLTN', { type: 'cltn' }],
  ['SKPMK', { type: 'pmk', part: 'skPmk' }],
  ['PENGHARGAAN', { type: 'penghargaan' }],
  ['SKPAK', { type: 'angkaKredit', part: 'skPak' }],
  ['DOKPAK', { type: 'angkaKredit', part: 'dokPak' }],
  ['SKPENSIUN', { type: 'pemberhentian' }],
  ['SKPEMBERHENTIAN', { type: 'pemberhentian' }],
  ['SKHUKDIS', { type: 'hukumanDisiplin' }],
  ['SERTIFIKASI', { type: 'sertifikasi' }],
  ['KURSUS', { type: 'kursus' }],
  ['PATEN', { type: 'paten' }],
  ['KARYAILMIAH', { type: 'penulisanIlmiah' }],
  ['SKP', { type: 'skp22' }],
]

/**
 * SK_PNS_198501012010011901.pdf, SK_KP_IIIb_1985….pdf, IJAZAH_S1_1985….pdf: the document, for a
 * history what names its row, the NIP, with anything but letters and digits between.
 */
export function readBulkName(name: string): Result<BulkName, BulkNameProblem> {
  const base = name.split(/[\\/]/).at(-1) ?? ''
  if (!/\.pdf$/i.test(base)) return no('notPdf')
  const parts = base
    .replace(/\.pdf$/i, '')
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
  const nip = parseNip(parts.at(-1) ?? '')
  if (!nip.ok) return no('noNip')
  const said = parts.slice(0, -1).map((part) => part.toUpperCase())
  for (let words = said.length; words > 0; words -= 1) {
    const beginning = said.slice(0, words).join('')
    const document = BEGINNINGS.find(([known]) => known === beginning)?.[1]
    if (document)
      return ok({
        type: document.type,
        part: document.part,
        key: said.slice(words).join(''),
        nip: nip.value,
      })
  }
  return no('unknownType')
}

/** The place that a name means among those of its person; undefined where there is none like it. */
export function slotNamed<One extends Slot>(
  slots: readonly One[],
  { type, part, key }: Pick<BulkName, 'type' | 'part' | 'key'>,
): One | undefined {
  const alike = slots.filter((slot) => slot.type.code === type && slot.part?.code === part)
  if (key === '') return alike.length === 1 ? alike[0] : undefined
  return alike.find(({ row }) => row && plain(row.key) === key)
}

function plain(key: string): string {
  return key.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
}
