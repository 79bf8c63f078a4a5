import type { Zone } from '#domain/agency.ts'
import type { CivilDate } from '#domain/civil-date.ts'
import { secondsBetween } from '#domain/instant.ts'
import { dayStart } from '#domain/zone-day.ts'
import { countText } from './number-words.ts'

const PLACE: Record<Zone, string> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
}

const MINUTE = 60
const HOUR = 3600

const DAY = { dateStyle: 'long' } as const
const TIME = { hour: '2-digit', minute: '2-digit' } as const
const CLOCK = { timeStyle: 'medium' } as const

/** Made once for each zone: a new one costs more than the page around it. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** 17 Agustus 2026 */
export function dayText(moment: Date, zone: Zone): string {
  return formatOf(DAY, zone).format(moment)
}

/** A day of a paper, which is the same in every zone. */
export function civilDayText(date: CivilDate): string {
  return dayText(dayStart(date, 'WIB'), 'WIB')
}

/** The last day of a term that ends with the midnight after it. */
export function lastDayText(until: Date, zone: Zone): string {
  return dayText(new Date(until.getTime() - 1), zone)
}

/** 09.30 WIB */
export function timeText(moment: Date, zone: Zone): string {
  return `${formatOf(TIME, zone).format(moment)} ${zone}`
}

/** 10.42.15 WIB, rounded up: whoever comes at that second is not sent away. */
export function clockText(moment: Date, zone: Zone): string {
  const whole = new Date(Math.ceil(moment.getTime() / 1000) * 1000)
  return `${formatOf(CLOCK, zone).format(whole)} ${zone}`
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

/** Whole days between two moments, which no zone changes. */
export function daysText(from: Date, to: Date): string {
  const days = Math.floor(secondsBetween(from, to) / (24 * HOUR))
  return days < 1 ? 'kurang dari sehari' : `${countText(days)} hari`
}

/** How long it takes until `moment`, in minutes begun: whoever waits that long waits enough. */
export function waitText(now: Date, moment: Date): string {
  return spanText(Math.max(Math.ceil(secondsBetween(now, moment) / MINUTE), 1) * MINUTE)
}

function formatOf(options: Intl.DateTimeFormatOptions, zone: Zone): Intl.DateTimeFormat {
  const key = `${Object.keys(options).join()} ${zone}`
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat('id-ID', { timeZone: PLACE[zone], ...options })
  formats.set(key, made)
  return made
}
