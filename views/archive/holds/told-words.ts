/** What the subject of a hold reads on the record. */
export function toldHoldText(agencyName: string, since: string): string {
  return `Arsip ini ditahan ${agencyName} sejak ${since} karena suatu perkara. Selama ditahan, arsip ini tidak akan dimusnahkan; Anda tetap dapat membacanya.`
}
