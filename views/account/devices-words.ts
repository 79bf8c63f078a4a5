import type { Zone } from '#domain/agency.ts'
import type { DeviceNameProblem } from '#domain/mfa/device.ts'
import type { DeviceNotRemoved } from '#domain/mfa/remove-device.ts'
import { type ActivationProblem, activationTold } from '../activation/activation-words.ts'
import type { Told } from '../parts/problem.tsx'
import { momentText } from '../parts/time-words.ts'
import type { DeviceDone } from '../path-names.ts'
import { STALE, slowedTold } from '../sign-in/sign-in-words.ts'

export const DEVICES =
  'Kode dari salah satu perangkat ini diminta setiap kali Anda masuk. Anda dapat memiliki 1 sampai 5 perangkat; perangkat kedua menolong bila HP hilang.'

export const UNKNOWN_DEVICE =
  'Ada perangkat yang tidak Anda kenal? Hapus, akhiri semua sesi lain, lalu ganti password.'

export const ADD_DEVICE = 'Hubungkan perangkat tambahan. Perangkat yang sudah ada tetap berlaku.'

export const OLD_STAYS_UNTIL =
  'Perangkat lama tetap berlaku sampai kode perangkat baru ini cocok; saat itu juga perangkat lama dihapus.'

export const REMOVAL =
  'Kode dari perangkat ini tidak diterima lagi. Hapus juga entri ASN Digital di aplikasinya.'

export const NEW_NAME_HINT = 'Misalnya HP Samsung.'

const LAST_DEVICE: Told = {
  text: 'Perangkat terakhir tidak dapat dihapus. Tambahkan penggantinya lebih dahulu.',
  topic: 'ganti-hp',
}

const FIVE_DEVICES: Told = {
  text: 'Anda sudah memiliki 5 perangkat. Hapus satu lebih dahulu.',
  topic: 'ganti-hp',
}

/** Of a new device, added or in place of another. */
export type NewDeviceProblem =
  | Exclude<
      ActivationProblem,
      { kind: 'oldCodeTyped' | 'oldCodeWrong' | 'locked' | 'budgetSpent' | 'busy' }
    >
  | { kind: 'fiveDevices' }

export function newDeviceTold(problem: NewDeviceProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'fiveDevices') return FIVE_DEVICES
  return activationTold(problem, now, zone)
}

export type RenameProblem =
  | { kind: DeviceNameProblem }
  | { kind: 'stale' }
  | { kind: 'slowed'; until: Date; seconds: number }

export function renameTold(problem: RenameProblem, now: Date, zone: Zone): Told {
  if (problem.kind === 'slowed') return slowedTold(problem.until, problem.seconds, zone)
  return activationTold(problem, now, zone)
}

export type RemovalProblem = Exclude<DeviceNotRemoved, { kind: 'noSuchDevice' }> | { kind: 'stale' }

export function removalTold(problem: RemovalProblem): Told {
  switch (problem.kind) {
    case 'lastDevice':
      return LAST_DEVICE
    case 'stale':
      return STALE
  }
}

export function usedText(lastUsed: Date | undefined, zone: Zone): string {
  return lastUsed
    ? `Terakhir dipakai ${momentText(lastUsed, zone)}`
    : 'Belum pernah dipakai di sini'
}

export function deviceDoneText(done: DeviceDone): string {
  switch (done) {
    case 'ditambah':
      return 'Perangkat baru sudah ditambahkan.'
    case 'diganti':
      return 'Perangkat baru sudah berlaku dan perangkat lama dihapus. Hapus entri lama di aplikasinya.'
    case 'dinamai':
      return 'Nama perangkat sudah diganti.'
    case 'dihapus':
      return 'Perangkat sudah dihapus.'
  }
}
