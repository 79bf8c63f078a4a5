type Called = { typeName: string; slot: string; versionNo: number | undefined }

/** Riwayat Golongan, III/d (versi 2): where no row of a history is looked up. */
export function documentText({ typeName, slot, versionNo }: Called): string {
  const [row] = slot.split('#')
  const named = [typeName, row].filter(Boolean).join(', ')
  return versionNo === undefined ? named : `${named} (versi ${versionNo})`
}
