import type { Activation } from './progress.ts'

/** The key of no site: under it our own page about boxes shows them, and nobody else can. */
export const DEMO_KEY = 'contoh'

export const DEMO = {
  agencyName: 'Pemerintah Kabupaten Contoh',
  zone: 'WIB',
  activation: { total: 4821, activated: 4210 },
} as const satisfies { activation: Activation; agencyName: string; zone: string }
