import type { Stage } from '#domain/archive/record.ts'

/** Where a record is in its life, as a cell of a table says it. */
export function stageText(stage: Stage): string {
  return STAGE[stage]
}

const STAGE: Record<Stage, string> = {
  draft: 'Draf',
  active: 'Aktif',
  inactive: 'Inaktif',
  retentionEnded: 'Retensi berakhir',
  underAppraisal: 'Sedang dinilai',
  proposedForDestruction: 'Diusulkan musnah',
  waitingPeriod: 'Masa tunggu',
  destroying: 'Sedang dimusnahkan',
  destroyed: 'Musnah',
  permanent: 'Permanen',
  transferred: 'Diserahkan',
}
