import { numberText } from '../import/progress-words.ts'

type Samples = { shards: number; people: number; versions: number }
type Unmatched = { keysWithoutVersion: number; versionsWithoutKey: number }
type Step =
  | { kind: 'begun' | 'rootDestroyed' | 'dumpsDestroyed'; epoch: number }
  | { kind: 'shardRenewed'; shard: number; left: number }
  | { kind: 'dumped'; dump: string }
  | { kind: 'proven'; opened: Samples }

export const KEYRING_BUSY = 'Proses lain sedang mengganti atau mencadangkan kunci. Coba lagi nanti.'
export const ROTATION_PENDING =
  'Penggantian kunci belum selesai. Lanjutkan dengan npm run asn -- keys rotate.'
export const KEYRING_NOT_EMPTY =
  'Basis data ini sudah berisi kunci. Cadangan hanya dimuat ke basis data tanpa kunci.'

/** What is behind a change of the root key, as the command line tells it. */
export function rotationText(step: Step): string {
  switch (step.kind) {
    case 'begun':
      return `Kunci induk ke-${step.epoch} dibuat.`
    case 'shardRenewed':
      return `Kelompok ${numberText(step.shard)} dibungkus ulang, tersisa ${numberText(step.left)}.`
    case 'dumped':
      return `Cadangan ditulis: ${step.dump}`
    case 'proven':
      return `Cadangan dimuat di tempat lain dan dapat dibuka: ${samplesText(step.opened)}.`
    case 'rootDestroyed':
      return `Kunci induk sebelum ke-${step.epoch} dimusnahkan.`
    case 'dumpsDestroyed':
      return 'Cadangan lama dimusnahkan.'
  }
}

export function rotatedText(epoch: number): string {
  return `Selesai. Kunci induk sekarang ke-${epoch}; salin berkas root-${epoch}.key ke tempat penyimpanannya dan musnahkan salinan yang lama.`
}

export function dumpedText(name: string): string {
  return `Cadangan ditulis: ${name}`
}

export function checkedText(opened: Samples, unmatched: Unmatched): string {
  const { keysWithoutVersion, versionsWithoutKey } = unmatched
  return [
    `Kunci dapat dibuka: ${samplesText(opened)}.`,
    `Kunci tanpa versi: ${numberText(keysWithoutVersion)}.`,
    `Versi tanpa kunci: ${numberText(versionsWithoutKey)}.`,
  ].join('\n')
}

export function loadedText(opened: Samples): string {
  return `Cadangan dimuat dan dapat dibuka: ${samplesText(opened)}.`
}

function samplesText({ shards, people, versions }: Samples): string {
  return `${numberText(shards)} kelompok, contoh ${numberText(people)} pegawai dan ${numberText(versions)} versi`
}
