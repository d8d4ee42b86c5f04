// Pictures of the main pages, for the README and for whoever looks at a change: a phone in daylight,
// and the desktop by day and by night, into the folder that AFTERWORD_PICTURES names.

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { start } from './app.mjs'
import { launch, look, open, signIn } from './browser.mjs'
import { begin, press, writeDown } from './way.mjs'

const folder = process.env.AFTERWORD_PICTURES
await mkdir(folder, { recursive: true })
const app = await start({ demo: true })
const browser = await launch()

const take = (page, name) => page.screenshot({ path: path.join(folder, `${name}.png`) })
try {
  const session = await signIn(browser, app)
  for (const theme of ['light', 'dark']) {
    const { page, close } = await open(browser, app, session, look({ size: 'desktop', theme }))
    await page.goto('/')
    await take(page, `today-desktop-${theme}`)
    await close()
  }
  const { page, close } = await open(browser, app, session, look())
  await page.goto('/')
  await take(page, 'today-phone')
  await page.goto('/interviews')
  await page.getByRole('link', { name: /^Hale Studio/ }).click()
  await page.waitForURL(/interviews\/\w+/)
  await take(page, 'interview-phone')
  await begin(page)
  await writeDown(page, { before: { 'Anything unsaid, or promised?': () => take(page, 'debrief-phone') } })
  await press(page, 'Read them now')
  await take(page, 'note-phone')
  await close()
} finally {
  await browser.close()
  await app.stop()
}
