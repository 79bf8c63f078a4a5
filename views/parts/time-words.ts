import type { Zone } from '#domain/agency.ts'
import { secondsBetween } from '#domain/instant.ts'

const PLACE: Record<Zone, string> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
}

const MINUTE = 60
const HOUR = 3600

/** 17 Agustus 2026 */
export function dayText(moment: Date, zone: Zone): string {
  return moment.toLocaleDateString('id-ID', { timeZone: PLACE[zone], dateStyle: 'long' })
}

/** 09.30 WIB */
export function timeText(moment: Date, zone: Zone): string {
  const clock = { timeZone: PLACE[zone], hour: '2-digit', minute: '2-digit' } as const
  return `${moment.toLocaleTimeString('id-ID', clock)} ${zone}`
}

/** 10.42.15 WIB, rounded up: whoever comes at that second is not sent away. */
export function clockText(moment: Date, zone: Zone): string {
  const clock = { timeZone: PLACE[zone], timeStyle: 'medium' } as const
  const whole = new Date(Math.ceil(moment.getTime() / 1000) * 1000)
  return `${whole.toLocaleTimeString('id-ID', clock)} ${zone}`
}

/** 17 Agustus 2026 pukul 09.30 WIB */
export function momentText(moment: Date, zone: Zone): string {
  return `${dayText(moment, zone)} pukul ${timeText(moment, zone)}`
}

/** Whole seconds as 3 menit 10 detik, or 1 jam 5 menit. */
export function spanText(seconds: number): string {
  const parts = [
    [Math.floor(seconds / HOUR), 'jam'],
    [Math.floor((seconds % HOUR) / MINUTE), 'menit'],
    [seconds % MINUTE, 'detik'],
  ] as const
  const told = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`)
  return told.join(' ') || '0 detik'
}

/** How long it takes until `moment`, in minutes begun: whoever waits that long waits enough. */
export function waitText(now: Date, moment: Date): string {
  return spanText(Math.max(Math.ceil(secondsBetween(now, moment) / MINUTE), 1) * MINUTE)
}
