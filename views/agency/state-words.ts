import type { Zone } from '#domain/agency.ts'
import type { Happening } from '#domain/audit/event.ts'
import type { Standing } from '#domain/desk/standing.ts'
import { happeningText } from '../account/happening-words.ts'
import { dayText, momentText } from '../parts/time-words.ts'
import { offText } from './advice-words.ts'

export const NO_EMAIL = 'Tidak ada email yang tercatat.'

export const NO_DEVICE = 'Tidak ada perangkat.'

export const NO_FAILURE = 'Tidak ada.'

export const CLOSED_TO_BROWSERS =
  'Masuk dari browser baru sedang ditutup karena terlalu banyak password salah.'

/** Since when the account is what it is; one never activated only exists. */
export function activeText({ kind }: Standing, since: Date, zone: Zone): string {
  return kind === 'neverActivated' ? 'belum pernah aktif' : dayText(since, zone)
}

export function recoveryText(
  recovery: { madeAt: Date; isSaved: boolean; left: number } | undefined,
  zone: Zone,
): string {
  if (!recovery) return 'belum dibuat'
  const { madeAt, isSaved, left } = recovery
  return `tersisa ${left}, dibuat ${dayText(madeAt, zone)}${isSaved ? '' : ', belum ditandai tersimpan'}`
}

export function pendingText(opensAt: Date | undefined, zone: Zone): string {
  return opensAt ? `menunggu sampai ${momentText(opensAt, zone)}` : 'sedang berlangsung'
}

type Address = { bouncedAt: Date | undefined; usableFrom: Date; isUsable: boolean }

export function addressText({ bouncedAt, usableFrom, isUsable }: Address, zone: Zone): string {
  if (bouncedAt) return `surat tidak sampai sejak ${momentText(bouncedAt, zone)}`
  if (!isUsable) return `dapat dipakai untuk reset mulai ${momentText(usableFrom, zone)}`
  return 'dapat dipakai untuk reset'
}

/** A wrong clock is told apart, for it is mended in a minute. */
export function codeText(happening: Happening, zone: Zone): string {
  if (happening.kind !== 'codeWrong' || happening.off === undefined)
    return happeningText(happening, zone)
  const { reason, off } = happening
  if (reason === 'late') return `Kode sudah lewat sekitar ${Math.abs(off)} detik`
  return `Jam HP ${offText(off)}${reason === 'zone' ? ', zona waktu keliru' : ''}`
}
