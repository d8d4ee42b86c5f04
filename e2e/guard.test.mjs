// The twelve cases of the guard, through the whole program: what a person sees who wants to write.
// The stories are told on the command line at their own times; the pages are looked at on one day.

import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { launch, look, open, signIn } from './browser.mjs'
import { press } from './way.mjs'

const NOW = '2026-12-08T10:00:00Z'
const PEOPLE = ['Hana Mori', 'Tom Reed']

// each story: the day of the interview, what is written down of it, what happened after it
const cases = [
  { name: 'early', day: '2026-12-04', try: 'status', sees: 'Let this one rest until Mon 21 Dec', main: /^Write it now, keep it until Mon 21 Dec/ },
  { name: 'on the day', day: '2026-11-20', try: 'status', letter: true },
  { name: 'second', day: '2026-11-20', then: [['2026-12-07T10:00:00Z', 'asks']], try: 'status', sees: 'You have asked once. That is enough.', main: /^Back/ },
  { name: 'other person', day: '2026-11-20', then: [['2026-12-07T10:00:00Z', 'asks']], try: 'status', to: 'Tom Reed', sees: 'One question, one person' },
  { name: 'call', day: '2026-11-20', channel: 'email', try: 'status', by: 'phone', sees: 'They asked for email', main: /^Write instead/ },
  { name: 'reply', day: '2026-12-04', then: [['2026-12-07T15:00:00Z', 'news', 'wrote', '--from', 'Hana Mori']], try: 'reply', letter: true },
  { name: 'promise', day: '2026-12-04', then: [['2026-12-07T15:00:00Z', 'promise', 'the portfolio']], try: 'promised', letter: true },
  { name: 'new date', day: '2026-11-20', then: [['2026-12-03T09:00:00Z', 'news', 'delay', '--until', '2026-12-11']], try: 'status', sees: 'Let this one rest until Mon 14 Dec' },
  { name: 'next round', day: '2026-11-20', then: [['2026-12-03T09:00:00Z', 'news', 'next_round', '--start', '2026-12-10 14:00']], try: 'status', sees: 'A round is booked' },
  { name: 'agency', day: '2026-11-20', agency: true, try: 'status', to: 'Hana Mori', sees: 'Ask Dana Cole' },
  { name: 'drawer', day: '2026-11-20', then: [['2026-11-25T10:00:00Z', 'keeps']], try: 'status', letter: true },
  { name: 'clocks', day: '2026-10-23', then: [['2026-10-26T12:00:00Z', 'news', 'delay', '--until', '2026-12-07']], try: 'status', letter: true },
]

let app, browser, session
const ids = {}
before(async () => {
  app = await start({ now: NOW, before: (run) => { for (const c of cases) ids[c.name] = tell(run, c) } })
  browser = await launch()
  session = await signIn(browser, app)
})
after(async () => {
  await browser?.close()
  await app?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const folder = mkdtempSync(path.join(tmpdir(), 'afterword-guard-'))
function file(debrief) {
  const name = path.join(folder, 'debrief.json')
  writeFileSync(name, JSON.stringify(debrief))
  return name
}

function tell(run, c) {
  const at = (now, ...command) => JSON.parse(run('--now', now, ...command, '--json'))
  const employer = `${c.name[0].toUpperCase()}${c.name.slice(1)} Works`
  const domain = c.name.replaceAll(' ', '')
  const iv = at(`${c.day}T09:00:00Z`, 'add', '--employer', employer, '--start', `${c.day} 10:00`, '--end', `${c.day} 11:00`, '--zone', 'Europe/London',
    ...PEOPLE.flatMap((p) => ['--with', `${p} <${p[0].toLowerCase()}@${domain}.example>`]), ...(c.agency ? ['--agency', `Dana Cole <dana@${domain}.agency.example>`] : [])).id
  at(`${c.day}T12:00:00Z`, 'debrief', iv, '--from', file({ met: PEOPLE.map((name) => ({ name, talked_about: 'the plan' })), hear: { said: '1 to 2 weeks', channel: c.channel ?? 'any' }, want: 'still' }))
  for (const [now, verb, ...words] of c.then ?? []) {
    if (verb === 'asks' || verb === 'keeps') {
      const note = at(now, 'write', iv, 'status', '--to', 'Hana Mori').id
      run('--now', now, 'note', note, verb === 'asks' ? '--sent' : '--keep')
    } else at(now, verb, iv, ...words)
  }
  return iv
}

for (const script of [true, false]) {
  test(`the twelve cases of the guard, ${script ? 'with' : 'without'} JavaScript`, async () => {
    const { page, close } = await open(browser, app, session, look({ script }))
    const wrong = []
    for (const c of cases) {
      await page.goto(`/interviews/${ids[c.name]}/write`)
      await page.locator(`[name=kind][value=${c.try}]`).check({ force: true })
      if (c.to) await page.locator('[name=to]').selectOption({ label: await labelOf(page, c.to) })
      if (c.by) await page.locator('[name=by]').selectOption(c.by)
      await press(page, 'Draft it')
      const heading = await page.getByRole('heading', { level: 1 }).innerText()
      if (c.letter ? !/^For /.test(heading) : heading !== c.sees) wrong.push(`${c.name}: ${heading}`)
      if (c.letter) continue
      const main = await page.locator('.rest .btn.go').innerText()
      if (c.main && !c.main.test(main)) wrong.push(`${c.name}: ${main}`)
      if (await page.locator('.rest .btn.go').count() !== 1) wrong.push(`${c.name}: not one main button`)
      // Three honest ways round stand on each of them.
      for (const way of ['They wrote to me, I am replying', 'They gave me a new date', 'I promised to send something']) {
        if (!await page.getByRole('link', { name: way }).count()) wrong.push(`${c.name}: no way ${way}`)
      }
    }
    assert.deepEqual(wrong, [])
    await close()
  })
}

const labelOf = (page, name) => page.locator('[name=to] option').filter({ hasText: name }).first().innerText()
