import { acceptedSteps, type Device, type DeviceId, type DeviceName } from '#domain/mfa/device.ts'
import { diagnosedSteps } from '#domain/mfa/diagnosis.ts'
import { type CodeRefused, type CodeVerdict, judgeCode } from '#domain/mfa/otp.ts'
import { stepAt } from '#domain/mfa/step.ts'

/** Noon in Jakarta, the first second of a step. */
export const NOON = new Date('2026-11-21T12:00:00+07:00')

/** A code without its digits: whose step it belongs to, or nobody's. */
export type Code = { device: DeviceId; step: number } | 'random'

export function at(seconds: number): Date {
  return new Date(NOON.getTime() + seconds * 1000)
}

export function phone(fields: Partial<Device> = {}): Device {
  const id = 'hp-1' as DeviceId
  return { id, name: 'HP Samsung' as DeviceName, lastStep: 0, drift: 0, told: [], ...fields }
}

/** What a phone shows whose clock is `offset` seconds fast. */
export function codeOf({ id }: Device, offset: number, readAt: Date): Code {
  return { device: id, step: stepAt(new Date(readAt.getTime() + offset * 1000)) }
}

/** Types a code as the shell does: finds what it fits, judges, and keeps what was decided. */
export function typeCode(devices: readonly Device[], code: Code, now: Date) {
  const fits = devices.filter(({ id }) => code !== 'random' && id === code.device)
  const found = (steps: (device: Device) => number[]) =>
    fits.flatMap((device) =>
      steps(device).flatMap((step) =>
        code !== 'random' && step === code.step ? [{ device, step }] : [],
      ),
    )
  const near = found((device) => acceptedSteps(device, now))
  const matches = near.length > 0 ? near : found(() => diagnosedSteps(now))
  const verdict = judgeCode({ matches, oldQr: undefined }, now)
  return { verdict, devices: devices.map((device) => kept(device, verdict)) }
}

/** Types one code after the other on one phone; answers what the last one led to. */
export function typeInTurn(device: Device, tries: readonly { code: Code; now: Date }[]) {
  let [kept, verdict]: [Device, CodeVerdict | undefined] = [device, undefined]
  for (const { code, now } of tries) {
    const typed = typeCode([kept], code, now)
    verdict = typed.verdict
    kept = typed.devices[0] ?? kept
  }
  return { verdict, device: kept }
}

/** What the person reads; undefined if the code was accepted. */
export function refusalOf(verdict: CodeVerdict | undefined): CodeRefused | undefined {
  return verdict?.kind === 'refused' ? verdict.refused : undefined
}

/** The clock error that a refusal tells, in seconds; undefined if it tells none. */
export function toldSeconds(refused: CodeRefused | undefined): number | undefined {
  switch (refused?.kind) {
    case 'late':
      return -refused.seconds
    case 'clockOff':
      return refused.seconds
    case 'zone':
      return refused.hours * 3600
    default:
      return undefined
  }
}

function kept(device: Device, verdict: CodeVerdict): Device {
  if (verdict.kind === 'accepted') {
    const { device: id, step, drift } = verdict.acceptance
    return id === device.id ? { ...device, lastStep: step, drift } : device
  }
  const own = verdict.burned.filter((one) => one.device === device.id)
  const fresh = own.filter(({ step }) => !device.told.some((one) => one.step === step))
  return {
    ...device,
    told: [...device.told, ...fresh.map(({ step, atStep }) => ({ step, atStep }))],
  }
}
