// Proof of work: finds numbers whose SHA-256 (FIPS 180-4) begins with zeros.
;(() => {
  const state = []
  const round = []
  const fraction = (root) => ((root % 1) * 2 ** 32) | 0
  for (let n = 2; round.length < 64; n++) {
    let divisor = 2
    while (n % divisor) divisor++
    if (divisor < n) continue
    if (n < 20) state.push(fraction(n ** (1 / 2)))
    round.push(fraction(n ** (1 / 3)))
  }

  const words = new Int32Array(64)
  const turn = (word, by) => (word >>> by) | (word << (32 - by))
  const mix = (word, x, y, z) => turn(word, x) ^ turn(word, y) ^ z

  // Its first 32 bits, for at most 55 ASCII characters: one block.
  function hashStart(text) {
    words.fill(0)
    words[15] = text.length * 8
    for (let i = 0; i <= text.length; i++)
      words[i >> 2] |= (text.charCodeAt(i) || 128) << (24 - 8 * (i & 3))
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 64; i++) {
      if (i > 15) {
        const x = words[i - 15]
        const y = words[i - 2]
        words[i] = words[i - 16] + words[i - 7] + mix(x, 7, 18, x >>> 3) + mix(y, 17, 19, y >>> 10)
      }
      const one = h + mix(e, 6, 11, turn(e, 25)) + ((e & f) ^ (~e & g)) + round[i] + words[i]
      const two = one + mix(a, 2, 13, turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
      h = g
      g = f
      f = e
      e = (d + one) | 0
      d = c
      c = b
      b = a
      a = two | 0
    }
    return (a + state[0]) >>> 0
  }

  function work(check) {
    const { captcha, parts, bits, busy, done } = check.dataset
    const say = check.querySelector('output')
    const found = []
    let number = 0
    // In slices, so that typing stays smooth.
    function slice() {
      const end = performance.now() + 20
      while (found.length < parts && performance.now() < end)
        if (hashStart(`${captcha}.${found.length}.${++number}`) < 2 ** (32 - bits))
          found.push(number)
      if (found.length < parts) return check.isConnected && setTimeout(slice)
      check.elements.captcha_proof.value = found.join('.')
      say.textContent = done
    }
    check.dataset.begun = ''
    say.textContent = busy
    slice()
  }

  const begin = () => document.querySelectorAll('[data-captcha]:not([data-begun])').forEach(work)
  document.addEventListener('htmx:after:swap', begin)
  begin()
})()
