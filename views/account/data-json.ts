import type { Zone } from '#domain/agency.ts'
import type { DataFile, DataFrame, DataLine } from './data-file.ts'
import { byText } from './data-words.ts'
import { happeningText } from './happening-words.ts'

/** Moments as ISO 8601; the record stands last, so that it can be written line by line. */
export function dataJson(data: DataFile): DataFrame {
  const text = JSON.stringify(toPlain(data), null, 2)
  return {
    head: `${text.slice(0, text.lastIndexOf('\n}'))},\n  "catatan": [\n`,
    line: (line, isFirst) =>
      `${isFirst ? '' : ',\n'}    ${lineText(line, data.person.agency.zone)}`,
    foot: '\n  ]\n}\n',
  }
}

function toPlain({ person, account, hold, recovery, ...data }: DataFile) {
  return {
    dibuat: data.madeAt,
    nama: person.name,
    jenisAsn: person.kind,
    nip: person.nip,
    instansi: { nama: person.agency.name, zona: person.agency.zone },
    namaMasuk: data.aliases.map(({ identifier, kind, from, until }) => ({
      nama: identifier,
      jenis: kind,
      mulai: from,
      sampai: until,
    })),
    penugasan: data.mandates.map(({ role, agencyName, from, until }) => ({
      peran: role,
      instansi: agencyName,
      mulai: from,
      sampai: until,
    })),
    email: data.addresses.map(({ address, usableFrom }) => ({
      alamat: address,
      dapatDipakaiMulai: usableFrom,
    })),
    akun: {
      keadaan: account.state,
      sejak: account.since,
      mfa: account.mfa,
      masukTerakhir: account.lastSignedInAt,
    },
    penahanan: hold && { sampai: hold.until, karena: hold.because },
    perangkat: data.devices.map(({ name, since, retiredAt }) => ({
      nama: name,
      sejak: since,
      dihapus: retiredAt,
    })),
    kodeCadangan: recovery && {
      dibuat: recovery.madeAt,
      ditandaiTersimpan: recovery.savedAt,
      tersisa: recovery.left,
    },
    sesi: data.sessions.map(({ browser, network, startedAt, activeAt }) => ({
      browser,
      jaringan: network,
      mulai: startedAt,
      kegiatanTerakhir: activeAt,
    })),
    checkpointLog: data.checkpoint,
    browserDikenal: data.knownBrowsers.map(({ since, until }) => ({ sejak: since, sampai: until })),
  }
}

function lineText({ at, happening, browser, network, by }: DataLine, zone: Zone): string {
  const oleh = typeof by === 'object' ? { nama: by.name, instansi: by.agency } : byText(by)
  const keterangan = happeningText(happening, zone)
  return JSON.stringify({
    waktu: at,
    kejadian: happening,
    keterangan,
    browser,
    jaringan: network,
    oleh,
  })
}
