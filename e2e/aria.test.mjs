// What a screen reader finds in six flows, as trees kept in testdata/aria. AFTERWORD_UPDATE=1 writes them.
// Each page has one heading of the first rank, at most one main button, and dates as people say them.

import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { launch, look, open, signIn } from './browser.mjs'
import { begin, go, met, press, writeDown } from './way.mjs'

const trees = new URL('./testdata/aria/', import.meta.url)

let app, browser, session
before(async () => {
  app = await start()
  browser = await launch()
  session = await signIn(browser, app)
})
after(async () => {
  await browser?.close()
  await app?.stop()
})

// tree is the page as it is read out; addresses and ids change from one start to the next.
async function tree(page, without) {
  const whole = await page.locator('body').ariaSnapshot()
  return whole.split('\n').filter((l) => !/^\s*- \/url:/.test(l) && !without?.test(l))
    .map((l) => l.replace(/:$/, '').replace(/^(\s*- (?:textbox "Letter"|group "Text of the letter")): .*/, '$1')).join('\n') + '\n'
}

// without names lines that other tests hold: what a letter says, and each of its checks.
async function same(page, name, { main = 1, without } = {}) {
  const got = await tree(page, without)
  assert.equal((got.match(/- heading .*\[level=1\]/g) ?? []).length, 1, `${name}: not one heading of the first rank`)
  assert.equal(await page.locator('main .btn.go:visible').count(), main, `${name}: not ${main} main button`)
  const prose = got.replace(/^\s*- textbox .*$/gm, '') // a date box says its date by itself
  assert.doesNotMatch(prose, /\d{4}-\d\d-\d\d|\d\d?\/\d\d?\/\d\d/, `${name}: a date that nobody says`)
  for (const said of await page.locator('time:visible').allInnerTexts()) {
    assert.match(said, /today|tomorrow|yesterday|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|^\d+ [A-Z][a-z]{2} \d\d:\d\d$/, `${name}: ${said}`)
  }
  const file = new URL(`${name}.txt`, trees)
  if (process.env.AFTERWORD_UPDATE) {
    mkdirSync(trees, { recursive: true })
    writeFileSync(file, got)
  }
  assert.ok(existsSync(file), `${name}: there is no tree; AFTERWORD_UPDATE=1 writes it`)
  assert.equal(got, readFileSync(file, 'utf8'), name)
}

test('the six flows as they are read out', async () => {
  const { page, close } = await open(browser, app, session, look({ size: 'desktop' }))

  await page.goto('/add')
  await same(page, 'add')
  await page.locator('[name=invitation]').fill(invitation)
  await press(page, 'Read it')
  await same(page, 'add-check')

  const at = await begin(page, 'Northwind')
  await same(page, 'debrief-1')
  await writeDown(page, { before: { 'Anything unsaid, or promised?': () => same(page, 'debrief-3'), 'Do you still want it?': () => same(page, 'debrief-5') } })
  await same(page, 'debrief-done')

  await press(page, 'Read them now')
  await same(page, 'note', { without: /- listitem: / })
  await press(page, 'Approve, open in my mail app')
  await same(page, 'note-send', { without: /- (paragraph|definition): / })
  await press(page, 'Yes, sent')

  app.run('referee', 'add', 'Ruth Adeyemi <ruth@mira.example>', '--agreed', '2026-11-02')
  app.run('referee', 'add', 'Sam Ortiz')
  await page.goto('/people/referees')
  await same(page, 'referees')

  await page.goto(`${at}/write`)
  await page.locator('[name=kind][value=status]').check({ force: true })
  await press(page, 'Draft it')
  await same(page, 'guard')

  await page.goto(`${at}/news/no`)
  await press(page, 'Note it')
  await same(page, 'outcome-no')
  await close()
})

test('waiting as it is read out', async () => {
  app.run('add', '--employer', 'Hale Studio', '--start', '2026-11-17 14:00', '--end', '2026-11-17 15:00', '--zone', 'Europe/London')
  const { page, close } = await open(browser, app, session, look({ size: 'desktop' }))
  await page.goto('/interviews')
  await press(page, 'Hale Studio', { exact: false })
  const at = new URL(page.url()).pathname
  await page.goto(`${at}/debrief/1`)
  await page.locator('[name=met][value=nobody]').check({ force: true })
  await go(page, 'One thing about each person')
  await page.goto(`${at}/debrief/5`)
  await page.locator('[name=said][value="1 to 2 weeks"]').check({ force: true })
  await page.locator('[name=either_way][value=only_if_yes]').check({ force: true })
  await go(page, 'Do you still want it?')
  await page.goto(at)
  await same(page, 'waiting', { main: 0 })
  await close()
})

test('a new line is said once', async () => {
  const { page, close } = await open(browser, app, session)
  await begin(page, 'Mira Books')
  await page.locator('input[name=name]').first().fill(met[0].name)
  await go(page, 'One thing about each person')
  await go(page, 'What did they ask?')
  const lines = await page.locator('[name=asked]').count()
  await page.evaluate(() => {
    window.heard = []
    new MutationObserver((list) => list.forEach((m) => { if (m.target.closest?.('[role=status]')) window.heard.push(m.target.textContent) }))
      .observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.locator('[name=asked]').last().pressSequentially('Why us?')
  assert.equal(await page.locator('[name=asked]').count(), lines + 1)
  assert.deepEqual(await page.evaluate(() => window.heard), [`Line ${lines + 1} is there.`])
  await close()
})

const invitation = [
  'BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VEVENT', 'UID:abc@orbit.example', 'DTSTAMP:20261118T090000Z',
  'DTSTART:20261125T100000Z', 'DTEND:20261125T110000Z', 'SUMMARY:Interview: Passenger information officer',
  'ORGANIZER;CN=Chi Okafor:mailto:chi.okafor@orbitrail.example', 'ATTENDEE;CN=Asha Kapoor:mailto:asha@gmail.example', 'END:VEVENT', 'END:VCALENDAR', '',
].join('\r\n')
