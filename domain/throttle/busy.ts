/** When to come back to a full hash queue (R-HA-03): by then some of it has been worked off. */
export const BUSY_SECONDS = 5
