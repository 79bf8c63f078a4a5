/**
 * What a field of metadata may hold. `latest`: a date that says when something was written is never in
 * the future; a TMT or an end may be, by so many years.
 */
export type FieldKind =
  | { kind: 'text'; longest: number }
  | { kind: 'date'; latest: 'today' | { years: number } }
  | { kind: 'year' }
  | { kind: 'number'; least: number; most: number }
  | { kind: 'decimal'; most: number }
  | { kind: 'rank' }

const TEXT = { kind: 'text', longest: 100 } as const
const NAME = { kind: 'text', longest: 200 } as const
const WRITTEN = { kind: 'date', latest: 'today' } as const

/** Every field that a record type may ask for (vectors/record-types.json). */
export const FIELDS = {
  decreeNumber: TEXT,
  decreeDate: WRITTEN,
  effectiveDate: { kind: 'date', latest: { years: 2 } },
  issuingOfficial: NAME,
  letterNumber: TEXT,
  letterDate: WRITTEN,
  documentDate: WRITTEN,
  rankGrade: { kind: 'rank' },
  promotionKind: TEXT,
  positionKind: TEXT,
  positionName: NAME,
  orgUnit: NAME,
  educationLevel: TEXT,
  institution: NAME,
  diplomaNumber: TEXT,
  graduationDate: WRITTEN,
  trainingKind: TEXT,
  trainingName: NAME,
  organiser: NAME,
  certificateNumber: TEXT,
  certificateDate: WRITTEN,
  lessonHours: { kind: 'number', least: 1, most: 9999 },
  fromAgency: NAME,
  toAgency: NAME,
  startDate: { kind: 'date', latest: { years: 2 } },
  endDate: { kind: 'date', latest: { years: 10 } },
  addedYears: { kind: 'number', least: 0, most: 40 },
  addedMonths: { kind: 'number', least: 0, most: 11 },
  awardName: NAME,
  creditPoints: { kind: 'decimal', most: 9999 },
  performanceYear: { kind: 'year' },
  performanceResult: TEXT,
  agreementNumber: { kind: 'number', least: 1, most: 9 },
  sanctionKind: TEXT,
  endReason: TEXT,
  title: NAME,
} as const satisfies Record<string, FieldKind>

export type MetadataField = keyof typeof FIELDS

export function isMetadataField(text: string): text is MetadataField {
  return Object.hasOwn(FIELDS, text)
}

/** Golongan/ruang of PNS and CPNS. */
export const RANKS = ['I', 'II', 'III', 'IV'].flatMap((grade) =>
  ['a', 'b', 'c', 'd', 'e']
    .filter((room) => room !== 'e' || grade === 'IV')
    .map((room) => `${grade}/${room}`),
)
