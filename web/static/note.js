// The letter: checks that follow the typing, words from the debrief, copying and sharing.
const form = document.querySelector('form[data-note]')
const tickPath = 'M4 10.8l4 4L16.2 5.6'

function make(tag, className, text) {
  const el = document.createElement(tag)
  if (className) el.className = className
  if (text) el.textContent = text
  return el
}

function tick() {
  const ns = 'http://www.w3.org/2000/svg'
  const svg = document.createElementNS(ns, 'svg')
  svg.setAttribute('class', 'tick')
  svg.setAttribute('viewBox', '0 0 20 20')
  svg.setAttribute('aria-hidden', 'true')
  const path = document.createElementNS(ns, 'path')
  path.setAttribute('d', tickPath)
  svg.append(path)
  return svg
}

// The server checks, 800 ms after the last key. Only the count is spoken; the focus never moves.
function liveChecks() {
  const box = form.querySelector('#body')
  const list = form.querySelector('[data-checks]')
  if (!box || !list) return
  list.querySelector('[data-check]').hidden = true
  let timer, running
  const check = async () => {
    running?.abort()
    running = new AbortController()
    const body = new URLSearchParams({subject: form.querySelector('#subject')?.value ?? '', body: box.value})
    try {
      const answer = await fetch(form.getAttribute('action') + '/check', {method: 'POST', body, signal: running.signal})
      if (answer.ok) show(list, await answer.json())
      else throw new Error(answer.status)
    } catch (e) {
      if (e.name !== 'AbortError') list.querySelector('[data-check]').hidden = false
    }
  }
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(check, 800) })
}

function show(list, found) {
  list.querySelector('#checks').textContent = found.head
  list.querySelector('[data-count]').textContent = 'Checks: ' + found.head
  list.querySelector('[data-looks]').replaceChildren(...found.looks.map(l => {
    const look = make('div', l.stops ? 'look stops' : 'look')
    look.append(make('span', '', l.says))
    return look
  }))
  list.querySelector('[data-goods]').replaceChildren(...found.goods.map(g => {
    const item = make('li')
    item.append(tick(), make('span', '', g.says))
    return item
  }))
}

// Words from the debrief go in where the cursor is, or before the close.
function bring() {
  const box = form.querySelector('#body')
  let at = -1
  box?.addEventListener('blur', () => { at = box.selectionStart })
  for (const button of form.querySelectorAll('[data-bring]')) {
    button.addEventListener('click', e => {
      if (!box) return
      e.preventDefault()
      let words = button.dataset.bring
      words = words[0].toUpperCase() + words.slice(1)
      if (!/[.?!]$/.test(words)) words += '.'
      const close = box.value.trimEnd().lastIndexOf('\n\n')
      if (at < 1 || at >= box.value.length) at = close < 0 ? box.value.length : close
      const before = box.value.slice(0, at), after = box.value.slice(at)
      const lead = before === '' || /\s$/.test(before) ? '' : at === close ? '\n\n' : ' '
      box.setRangeText(lead + words, at, at, 'end')
      if (after && !/^\s/.test(after)) box.setRangeText(' ', box.selectionEnd, box.selectionEnd, 'end')
      box.focus()
      box.dispatchEvent(new Event('input', {bubbles: true}))
      button.closest('li, .look')?.remove()
    })
  }
}

// Copy and share stand only where the browser has them; else the text is selected for copying.
function handOver() {
  const text = document.querySelector('[data-text]')
  if (!text) return
  const copy = document.querySelector('[data-copy]')
  if (copy) {
    copy.hidden = false
    copy.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent)
        copy.textContent = 'Copied'
      } catch {
        getSelection().selectAllChildren(text)
        copy.textContent = 'Selected: copy it now'
      }
    })
  }
  const share = document.querySelector('[data-share]')
  if (share && navigator.share) {
    share.hidden = false
    share.addEventListener('click', () => navigator.share({text: text.textContent}).catch(() => {}))
  }
}

if (form) { liveChecks(); bring() }
handOver()
