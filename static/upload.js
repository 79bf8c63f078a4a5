// Sends a file piece by piece and goes on where a line broke; without it the form sends all at once.
'use strict'
{
  const LARGEST = 256 * 1024
  const SMALLEST = 64 * 1024
  const LONGEST_PAUSE = 30_000
  const EDGE = 2000
  const TUS = { 'Tus-Resumable': '1.0.0' }

  const root = document.querySelector('[data-upload]')
  const canHash = Boolean(globalThis.crypto?.subtle)
  const token = () => document.querySelector('[name=csrf]').value
  const part = (id) => document.getElementById(id)
  const chosen = () => root.querySelector('[type=file]')
  let ready

  function tell(what, share) {
    const box = part('pengiriman')
    box.hidden = false
    const words = JSON.parse(box.dataset.words)
    const percent = share === undefined ? '' : ` ${Math.floor(share * 100)} %`
    box.firstElementChild.textContent = words[what] + percent
    if (share !== undefined) box.lastElementChild.value = share
  }

  // A picture upright and no larger than a page needs; what cannot be read goes as it is.
  async function shrink(file) {
    const bitmap = await createImageBitmap(file).catch(() => null)
    if (!bitmap) return file
    const scale = Math.min(1, EDGE / Math.max(bitmap.width, bitmap.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(bitmap.width * scale)
    canvas.height = Math.round(bitmap.height * scale)
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height)
    bitmap.close()
    return new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', 0.8))
  }

  async function joined(files) {
    const parts = []
    for (const file of files) {
      const picture = await shrink(file)
      const head = new DataView(new ArrayBuffer(4))
      head.setUint32(0, picture.size)
      parts.push(head.buffer, picture)
    }
    return new Blob(parts)
  }

  async function hashOf(blob) {
    const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
    const bytes = Array.from(new Uint8Array(digest))
    return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')
  }

  // Read once, when it is chosen: whoever has it already is told before anything is typed.
  async function prepare(files) {
    const isPhotos = root.dataset.upload === 'photos'
    tell(isPhotos ? 'shrinking' : 'hashing')
    const blob = isPhotos ? await joined(files) : files[0]
    const sha256 = await hashOf(blob)
    part('pengiriman').hidden = true
    return { blob, sha256, name: files[0].name }
  }

  async function askTwin({ sha256 }) {
    const body = new URLSearchParams({ csrf: token(), sha256 })
    const headers = { 'HX-Request-Type': 'partial' }
    const answer = await fetch(root.dataset.twins, { method: 'POST', body, headers })
    if (answer.ok && !answer.redirected) put('kembar', await answer.text())
  }

  function put(id, html) {
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(id)
    if (fresh) part(id).replaceWith(fresh)
  }

  async function begin(form) {
    const { blob, sha256, name } = await ready
    const body = new URLSearchParams({ nama: name, ukuran: blob.size, sha256 })
    for (const [key, value] of new FormData(form)) if (typeof value === 'string') body.set(key, value)
    const headers = { 'HX-Request-Type': 'partial' }
    const answer = await fetch(form.action, { method: 'POST', body, headers })
    if (answer.status === 201) {
      for (const field of document.getElementsByName('csrf')) field.value = answer.headers.get('X-CSRF')
      return send(answer.headers.get('Location'), blob)
    }
    if (answer.redirected || answer.status < 400) return tell('over')
    again(await answer.text())
  }

  // The form as it comes back, with the file that is still chosen.
  function again(html) {
    const { files } = chosen()
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById(root.id)
    if (!fresh) return tell('failed')
    root.replaceChildren(...fresh.childNodes)
    chosen().files = files
    root.querySelector('[role=alert]')?.focus()
  }

  const pause = (milliseconds) =>
    new Promise((done) => {
      setTimeout(done, milliseconds)
      addEventListener('online', done, { once: true })
    })

  async function ask(url, method, headers, body) {
    const all = { ...TUS, 'X-CSRF': token(), ...headers }
    return fetch(url, { method, headers: all, body }).catch(() => null)
  }

  // HEAD tells where to go on; each piece that fails is halved, each that arrives is doubled.
  async function sendAll(url, blob) {
    let [size, wait, offset] = [LARGEST, 1000, -1]
    for (;;) {
      tell('sending', Math.max(offset, 0) / blob.size)
      const isAsking = offset < 0
      const piece = blob.slice(offset, offset + size)
      const answer = isAsking
        ? await ask(url, 'HEAD')
        : await ask(
            url,
            'PATCH',
            { 'Upload-Offset': offset, 'Content-Type': 'application/offset+octet-stream' },
            piece,
          )
      if (answer?.redirected || answer?.status === 403) return tell('over')
      if (answer?.ok) {
        offset = Number(answer.headers.get('Upload-Offset'))
        if (offset >= blob.size) break
        if (!isAsking) [size, wait] = [Math.min(size * 2, LARGEST), 1000]
        continue
      }
      const { status = 0 } = answer ?? {}
      if (status >= 400 && status < 500 && ![409, 423, 429].includes(status)) break
      offset = -1
      size = Math.max(size / 2, SMALLEST)
      tell('waiting')
      await pause(wait)
      wait = Math.min(wait * 2, LONGEST_PAUSE)
    }
    return true
  }

  async function send(url, blob) {
    if (await sendAll(url, blob)) location.href = url
  }

  async function resume() {
    const { blob, sha256 } = await ready
    if (sha256 !== root.dataset.sha256) return tell('other')
    await send(root.dataset.resume, blob)
  }

  // An officer's folder: its names become the list that is looked at first.
  const folder = document.querySelector('[data-folder]')
  if (folder) {
    folder.hidden = false
    folder.addEventListener('change', ({ target }) => {
      const lines = Array.from(target.files, ({ name, size }) => `${name}\t${size}`)
      part(folder.dataset.folder).value = lines.join('\n')
    })
  }

  // Then those that were recognised, one after the other.
  const bulk = document.querySelector('[data-bulk]')
  if (bulk && canHash)
    bulk.addEventListener('submit', async (event) => {
      const files = Array.from(bulk.querySelector('[type=file]').files)
      if (files.length === 0) return
      event.preventDefault()
      for (const row of document.querySelectorAll('[data-file]')) {
        const file = files.find(({ name }) => name === row.dataset.file)
        if (file) await sendOne(file, row).catch(() => tell('waiting'))
      }
      location.reload()
    })

  async function sendOne(file, row) {
    row.scrollIntoView({ block: 'nearest' })
    const sha256 = await hashOf(file)
    const body = new URLSearchParams({ csrf: token(), ukuran: file.size, sha256 })
    const url = `${bulk.dataset.bulk}/berkas/${row.dataset.n}`
    const answer = await fetch(url, { method: 'POST', body })
    if (answer.status === 201) await sendAll(answer.headers.get('Location'), file)
    row.lastElementChild.textContent = answer.status === 201 ? '✓' : '✗'
  }

  if (root && canHash) {
    root.hidden = false
    root.addEventListener('change', ({ target }) => {
      if (target.type !== 'file' || target.files.length === 0) return
      ready = prepare(target.files)
      void ready.then(root.dataset.resume ? resume : askTwin).catch(() => tell('failed'))
    })
    root.addEventListener('submit', (event) => {
      if (!ready || chosen().files.length === 0) return
      event.preventDefault()
      for (const button of root.querySelectorAll('button')) button.disabled = true
      void begin(event.target)
        .catch(() => tell('waiting'))
        .finally(() => {
          for (const button of root.querySelectorAll('button')) button.disabled = false
        })
    })
  }
}
