import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { judgePassword, type PasswordFacts } from '#domain/password/rule.ts'

const sleman =
  "198502032010121901 131.908.274; Siti Rahayu Nur'aini, S.Farm.; Pemerintah Kabupaten Sleman"
const ministry = '199010172019031905; Prof. Dr. I Made José Ardi; Kementerian Dalam Negeri'
const palu = "200012112025212903; Eko Adi Ma'ruf La Ode; Kota Bau-Bau"

/** Number(s); name; agency, then the verdict and the passwords, two spaces apart. */
const TABLE: [string, string, string][] = [
  [
    sleman,
    'containsNumber',
    `Kw#v198502xbmz  Kw#v850203xbmz  Kw#v502032xbmz  Kw#v020320xbmz  Kw#v203201xbmz
     Kw#v032010xbmz  Kw#v320101xbmz  Kw#v201012xbmz  Kw#v010121xbmz  Kw#v101219xbmz
     Kw#v012190xbmz  Kw#v121901xbmz  Kw#v198502032010121901  Kw#v19850203 201012 1 901
     Kw#v131908274xb  Kw#v319082xbmz  Kw#v908274xbmz  131.908.274 Kwvb  Kw#v19850203xb
     Kw#v03021985xb  Kw#v030285xbmz  Kw#v850203mzrt  99Kw#v03028599  Kw-03-02-1985
     Kw-1985-02-03  Kw 03/02/85 xb  Kw 03.02.85 xb  Kw 85_02_03 xb  Kw 3-2-1985 xb
     Kw 3/2/85 xbmz  Kw 1985/2/3 xb  Kw 03 02 1985  Kw:03 - 02 - 85  Kw:0302-1985
     Kw:03,02,1985  #１９８５０２Kwvbx  Kw#20-10-12-xb  2010.12.1.901Kw`,
  ],
  [
    ministry,
    'containsNumber',
    'Kw#v17101990xb  Kw 17-10-1990  Kw#v171090xbmz  Kw 90-10-17 xb  Kw#v901017xbmz  Kw#031905xbmz',
  ],
  [
    palu,
    'containsNumber',
    'Kw#v111200xbmz  Kw#v001211xbmz  Kw 11/12/00 xb  Kw 2000-12-11  Kw#212903xbmz',
  ],
  [
    sleman,
    'containsName',
    `Kw9#siti-mobk  SITI#kw9mobk  kwSiTi#9mobk  Kw9#s1ti-mobk  Kw9#sit1-ayam  Kw9#$1t1-mobk  Kw9#5iti-mobk
     Kw9#s!t!-mobk  Kw9#si7i-mobk  Kw9#$17i-mobk  Kw9#s|ti-mobk  Prositio#99kw  Rahayu#2026kw
     Kw9#r4hayu-mo  Kw9#R@H@YU-mo  9#Kwrahayuxz  Kw9#Nuraini-x  Kw9#Nur'aini-x  Kw9#Nur’aini-x
     Kw9#aini-mobk  Kw9#a1n1-mobk  Kw9#@ini-mobk  Permainian#9  Kw9#ｓｉｔｉ-mob  Kw9#sítì-mobk
     Kw9#si\u0301ti-mobk  Kw9#si\u200dti-mo  Jl.Rahayu.99`,
  ],
  [
    ministry,
    'containsName',
    'Kw9#made-mobk  M4de#kw9mobk  Kw9#jose-mobk  Kw9#José-mobk  Kw9#J0s€-mobk  Kw9#4rd1-mobk  Pahardian#99x',
  ],
  [palu, 'containsName', "Kw9#ma'ruf-mobk  Kw9#maruf-mobk  Kw9#M4'ruf-mobk"],
  [
    sleman,
    'containsAgency',
    `Kw9#sleman-xb  SLEMAN#kw9mob  Kw9#5l3m4n-x  Kw9#$1em@n-x  PSSlemanKw#9  asn#Kw9mobkv
     Kw9mobkv#ASN  Kw9#asn#mobk  Kw9 @sn mobkv  Kw9#4$n#mobk  Asn2026#kwmo  2026Asn#kwmo
     Kw9#bkn#mobk  Kw9#8kn#mobk  Kw9#pns#mobk  Kw9#PN5#mobk  Kw9#bkd#mobk  Kw9#siasn-xb
     Kw9#51asn-xbm  Kw9#myasn-xb  xMyAsnx#9kwm  AsnDigital#9  4snD1g1t4l#k  Kw9#sapk-mob
     MySAPK#9kwmo  SSCASN#9kwmo  Kw9#sscn-mob  Cpns#9kwmobk  Kw9#pppk-mob  PPPK#9kwmobk
     Kw9#bkpsdm-x  BKPSDM#9kwmo  Kw9#bkpp-mob  Kanreg#9kwmo  Kw9#simpeg-x  EKinerja#9kw
     Korpri#9kwmo  Kepegawaian#9  Aparatur#9kw  Kw9#pemda-xb  Pemkab#9kwmo  Kw9#pemkot-x
     Pemprov#9kwm`,
  ],
  [
    ministry,
    'containsAgency',
    'DalamNegeri#9  Dalam Negeri 9  D4l4m-n3g3r1!K  Kw9#dalam_negeri  Kw9#pns#mobk',
  ],
  [palu, 'containsAgency', 'Kw9#bau#mobk  Bau2026#kwmo  Kw9#8au#mobk  BauBau#9kwmo  Kw9#bau-bau-x'],
  [
    sleman,
    'common',
    `Indonesia123!  Bismillah2026!  Rahasia@1234  Qwerty12345!  P@ssw0rd1234  Password123!
     1Ndonesi4@2026  BISMILLAh#123  Jakarta2026!!  !Jakarta2026  123Bandung!!  #1Surabaya2024
     Merdeka170845!  Merdeka1708!  Merdeka!17!45  Indonesia!2026#  IndonesiaRaya1!  Admin1234567!
     Administrator1!  Welcome2026!  Alhamdulillah1!  B1sm1ll4h#99  Sayangku1234!  Iloveyou123!
     Cinta12345678!  Keluarga#2026  Agustus_2026  Desember2025!  Persib12345!  Garuda123456!
     Semangat2026!  Sukses111111!  Rahasia Aja 1!  RahasiaAja123!  Rahasia123Aku!  Rahasia 123 !!  KatasandI 12!  Katasandi123@
     Budi12345678!  Dewi@2026!!!  Yogyakarta#1  Makassar#2026  Jayapura2026!  Rahasia1!Rahasia1!
     1qaz@WSX3edc  !QAZ2wsx#EDC  Qwer1234!@#$  Asdf1234!@#$  Zxcvbnm123!@  Abcd1234!@#$
     1q2w3e4r5T!@  Q1w2e3r4t5!!  Aa123456789!  Abc123456789!  Zp7!Zp7!Zp7!  Zzzzzzzz777!  Aaaaaaaa111!
     Poiuytrewq1!  Rahasia\u200b1234!  ＩＮＤＯＮＥＳＩa123!  Índonesia123!`,
  ],
  [
    sleman,
    'ok',
    `Kw#v19850xbmz  Kw#v50203xbmz  Kw#v198503xbmz  Kw#v030286xbmz  Kw#v02031985x  Kw 4-2-1985 xb
     Kw 13-2-1985 xb  Kw 3-2-198 xbm  Kw 3-2-857 xbm  Kw 1985 mobkv  Kw-1985-bm-02  Kw#v13190xbmz  Kw#v19 85 xbmz
     Hujan 5171 Turun  Kw9#5171-mobk  Kw9#s1t-mobkv  Kw9#nurxbmzv  Kw9#rahayxmob
     Kw9#ainmobkvz  Farmasi#9kwmo  Kw9#sle-man-x  Kw9#slemxbmzv  Kw9#kabupaten  Pemerintah-99x
     KotakBiru#9kw  Kw9#pasnmobk  Dasnah-Hebat-77  Kw9#asnxmobk  Kw9#xasnmobk  Kw9#bknxmobk
     Kw9#apnsmobk  Kw9#a-s-n-xb  Kw9#pppxmobk  Kw9#8-4-5-4-x  Tujuh kerbau 9  Kerbau-7-putar
     Jakarta Kw9#mob  Indonesia mobk 7  Rahasia dan Kw 7  Kuda Poni 2026!  Bismillah Kwmob 7!
     Indonesia47219!  Rahasia 48 29 17!  Qwerty mobkv 7!  Zxcvbnm456Kh!  Wxq12345!mobk  Tr0ub4dor&3xyz
     Sawah 7 petak!  aku Suka durian9  Kw9#mobkvzrt  Zp7!qmDv-3kW  🐊🐘🦜Kw9mobkvz`,
  ],
  [
    ministry,
    'ok',
    `Profesor#9kwm  Kw9#dr-mobkvz  DalamHati#9kw  Negeriku 9 kw!  Luar biasa 99!  Kw9#sleman-xb
     Kw9#siti-mobk  Kw 17-10-1991  Kw#v198502xbmz  Kw9#jos-mobkv`,
  ],
  [
    palu,
    'ok',
    `Kw9#eko-mobkv  Kw9#adi-mobkv  Kw9#odexmobk  Kw9#kerbau-xb  Bauksit#9kwm  KotaLama#9kwm
     Kw 11/12/01 xb  Kw9#baubxmobk`,
  ],
]

const ROWS = TABLE.flatMap(([who, kind, passwords]) =>
  passwords.split(/\s{2,}/).map((password): [string, string, string] => [password, kind, who]),
)

describe('banned in a password', () => {
  test.each(ROWS)('R-PW-03 "%s" is judged %s', (password, kind, who) => {
    const judged = judgePassword(password, factsOf(who), 'classes')
    expect(judged.ok ? 'ok' : judged.problem.kind).toBe(kind)
  })

  test('R-PW-03 the table has 200 rows, none twice', () => {
    expect(new Set(ROWS.map(String)).size).toBe(ROWS.length)
    expect(ROWS.length).toBeGreaterThanOrEqual(200)
  })

  test('R-PW-03 no agency may stand in a password of its people', () => {
    const { agencies } = JSON.parse(readFileSync('test/vectors/agencies.sample.json', 'utf8'))
    const names: string[] = agencies.map((agency: { name: string }) => agency.name)
    const accepted = names.filter((agency) => {
      const facts = { numbers: [], name: '', agency }
      return judgePassword(`Kw9#${agency.replaceAll(' ', '')}`, facts, 'classes').ok
    })
    expect(accepted).toEqual([])
  })

  test('R-PW-03 every common name of 4 letters or more is banned for who bears it', () => {
    const { given, second } = JSON.parse(readFileSync('test/vectors/indonesian-names.json', 'utf8'))
    const names: string[] = [...Object.values(given), ...Object.values(second)].flat() as string[]
    const judged = names.map((name): [string, boolean] => {
      const facts = { numbers: [], name: `La ${name}`, agency: '' }
      return [name, judgePassword(`Kw9#${name}#mobkv`, facts, 'classes').ok]
    })
    expect(judged.filter(([name, ok]) => ok !== name.length < 4)).toEqual([])
  })
})

function factsOf(who: string): PasswordFacts {
  const [numbers = '', name = '', agency = ''] = who.split('; ')
  return { numbers: numbers.split(' '), name, agency }
}
