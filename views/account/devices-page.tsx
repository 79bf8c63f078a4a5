import { hasRoom } from '#domain/mfa/add-device.ts'
import type { NamedDevice } from '#domain/mfa/device.ts'
import { isLast } from '#domain/mfa/remove-device.ts'
import type { Frame, Page } from '../page.tsx'
import { Notice } from '../parts/problem.tsx'
import { dayText } from '../parts/time-words.ts'
import type { DeviceDone } from '../path-names.ts'
import { paths } from '../paths.ts'
import { DEVICES, deviceDoneText, UNKNOWN_DEVICE, usedText } from './devices-words.ts'
import { NotYou } from './not-you.tsx'

type ShownDevice = NamedDevice & { since: Date; lastUsed: Date | undefined }

type Props = { frame: Frame; devices: readonly ShownDevice[]; done: DeviceDone | undefined }

export function devicesPage(props: Props): Page {
  return { title: 'Perangkat', main: <Devices {...props} />, frame: props.frame }
}

function Devices({ frame, devices, done }: Props) {
  return (
    <div id="perangkat" class="stack">
      <h1>Perangkat</h1>
      <Notice text={done && deviceDoneText(done)} />
      <p>{DEVICES}</p>
      <ul class="rows">
        {devices.map((device) => (
          <DeviceRow frame={frame} device={device} isLast={isLast(devices)} />
        ))}
      </ul>
      <p class="actions">
        {hasRoom(devices) && (
          <a class="button" href={paths.newDevice}>
            Tambah perangkat
          </a>
        )}
        <a href={paths.account}>Kembali ke Akun</a>
      </p>
      <NotYou text={UNKNOWN_DEVICE} />
    </div>
  )
}

type RowProps = { frame: Frame; device: ShownDevice; isLast: boolean }

/** The last one cannot go, so nothing invites to try. */
function DeviceRow({ frame, device: { id, name, since, lastUsed }, isLast }: RowProps) {
  const { zone } = frame.clock
  return (
    <li class="card">
      <h2>{name}</h2>
      <p class="hint">
        Sejak {dayText(since, zone)}. {usedText(lastUsed, zone)}.
      </p>
      <p class="actions">
        <Act path={paths.deviceReplacement(id)} label="Ganti" of={name} />
        <Act path={paths.deviceName(id)} label="Ubah nama" of={name} />
        {!isLast && <Act path={paths.deviceRemoval(id)} label="Hapus" of={name} />}
      </p>
    </li>
  )
}

/** Read aloud, each says which device it is about. */
function Act({ path, label, of }: { path: string; label: string; of: string }) {
  return (
    <a href={path}>
      {label}
      <span class="spoken"> {of}</span>
    </a>
  )
}
