// The letter: checks that follow the typing, words from the debrief, copying and sharing.
const form = document.querySelector('form[data-note]')

// The server checks, 800 ms after the last key. Only the count is spoken; the focus never moves.
function liveChecks() {
  const box = form.querySelector('#body')
  const list = form.querySelector('[data-checks]')
  if (!box || !list) return
  list.querySelector('[data-check]').hidden = true
  const ask = new XMLHttpRequest() // it reads a page where fetch has only words
  ask.onload = () => {
    if (ask.status !== 200) return ask.onerror()
    list.querySelector('[data-found]').replaceChildren(...ask.response.body.childNodes)
    list.querySelector('[data-count]').textContent = 'Checks: ' + list.querySelector('h2').textContent
  }
  ask.onerror = () => { list.querySelector('[data-check]').hidden = false }
  const check = () => {
    ask.open('POST', form.getAttribute('action') + '/check')
    ask.responseType = 'document'
    ask.send(new URLSearchParams({subject: form.querySelector('#subject')?.value ?? '', body: box.value}))
  }
  let timer
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(check, 800) })
}

const asSentence = words => words[0].toUpperCase() + words.slice(1) + (/[.?!]$/.test(words) ? '' : '.')

// Words from the debrief go in where the cursor is, or before the close, and out again. The browser
// can undo it, as it undoes typing.
function bring() {
  const box = form.querySelector('#body')
  if (!box) return
  let at = -1
  box.addEventListener('blur', () => { at = box.selectionStart })
  const put = (from, to, text) => {
    box.focus()
    box.setSelectionRange(from, to)
    if (!document.execCommand(text ? 'insertText' : 'delete', false, text)) {
      box.setRangeText(text, from, to, 'end')
      box.dispatchEvent(new Event('input', {bubbles: true}))
    }
  }
  form.addEventListener('click', e => {
    const button = e.target.closest('[data-bring]')
    if (!button) return
    e.preventDefault()
    const words = asSentence(button.dataset.bring)
    const from = box.value.indexOf(words)
    if (from >= 0) {
      const lead = box.value.slice(0, from).match(/(\n\n| )?$/)[0].length
      put(from - lead, from + words.length, '')
    } else {
      const breaks = [...box.value.trimEnd().matchAll(/\n\n/g)].map(m => m.index)
      const close = breaks.at(breaks.length > 2 ? -2 : -1) ?? -1 // good wishes and the name come after
      if (at < 1 || at >= box.value.length) at = close < 0 ? box.value.length : close
      const lead = /(^|\s)$/.test(box.value.slice(0, at)) ? '' : at === close ? '\n\n' : ' '
      const tail = /^\S/.test(box.value.slice(at)) ? ' ' : ''
      put(at, at, lead + words + tail)
    }
    at = box.selectionStart
  })
  // What a button does follows the letter, also when that was typed or undone.
  form.addEventListener('input', () => {
    for (const button of form.querySelectorAll('.bring [data-bring]')) {
      button.textContent = box.value.includes(asSentence(button.dataset.bring)) ? 'Take out' : 'Add'
      button.setAttribute('aria-label', button.textContent + ': ' + button.dataset.bring)
    }
  })
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
