// The whole way of one interview: from the door to the last reply, on a phone and on a desktop, with
// and without JavaScript. Weeks pass by starting the program again on a later day.

import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { start } from './app.mjs'
import { launch, look, open, signIn } from './browser.mjs'
import { begin, press, writeDown } from './way.mjs'

let browser
before(async () => { browser = await launch() })
after(async () => { await browser?.close() })

const shows = async (page, ...words) => {
  const text = (await page.locator('main').innerText()).replace(/\s+/g, ' ')
  for (const w of words) assert.ok(text.includes(w), `${page.url()} does not say “${w}”:\n${text}`)
}

// Approve, send from the own mail app, and say that it went.
async function send(page) {
  await press(page, /^Approve/)
  await page.locator('h2, h1').filter({ hasText: 'Did it go?' }).first().waitFor()
  await press(page, 'Yes, sent')
  await shows(page, 'Sent. Nothing more to do for this note.')
}

for (const size of ['phone', 'desktop']) for (const script of [true, false]) {
  test(`the whole way: ${size}, ${script ? 'with' : 'without'} JavaScript`, async () => {
    let app = await start()
    let tab
    const day = async (now) => {
      await tab.close()
      app = await app.later(now)
      tab = await open(browser, app, await signIn(browser, app), look({ size, script }))
      return tab.page
    }
    try {
      tab = await open(browser, app, await signIn(browser, app), look({ size, script }))
      let { page } = tab
      const interview = await begin(page)
      await writeDown(page)
      await shows(page, '2 notes are ready to read', 'Fri 4 Dec')
      await press(page, 'Read them now')
      await shows(page, 'For Priya Nair')
      const letter = await page.locator('#body').inputValue()
      for (const w of ['Dear Priya,', 'moving the reports off spreadsheets']) assert.ok(letter.includes(w), letter)
      await send(page)
      await page.goto('/')
      await press(page, 'Read it')
      await shows(page, 'For Tom Reed')
      await send(page)

      page = await day('2026-11-23T10:00:00Z')
      await page.goto(interview)
      await shows(page, 'Nothing to do until', 'Friday 4 December', 'They said 1 to 2 weeks. We wait for the longer time. You can write to them from Mon 7 Dec.')
      await page.goto(`${interview}/write`)
      await page.locator('[name=kind][value=status]').check({ force: true })
      await press(page, 'Draft it')
      await shows(page, 'Let this one rest', 'Write it now, keep it until', 'They wrote to me, I am replying', 'They gave me a new date', 'I promised to send something')

      page = await day('2026-12-07T09:30:00Z')
      await page.goto('/')
      await shows(page, 'You can ask once now, if you like')
      await press(page, 'Read the question')
      await send(page)
      await page.goto(`${interview}/write`)
      await page.locator('[name=kind][value=status]').check({ force: true })
      await press(page, 'Draft it')
      await shows(page, 'You have asked once', 'Back')

      await page.goto(`${interview}/news/no`)
      await press(page, 'Note it')
      await shows(page, 'I am sorry', 'What you take with you', '2 people who met you')
      await press(page, 'Read the reply')
      await press(page, 'Approve, let it rest an hour')
      await shows(page, 'Kept until')
    } finally {
      await tab?.close()
      await app.stop()
    }
  })
}
