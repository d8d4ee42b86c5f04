// Pictures of the main pages, for the README and for whoever looks at a change: phone and desktop,
// light and dark, into the folder that AFTERWORD_PICTURES names.

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { start } from './app.mjs'
import { launch, looks, open, signIn } from './browser.mjs'

const pages = { today: '/' }

const folder = process.env.AFTERWORD_PICTURES
await mkdir(folder, { recursive: true })
const app = await start({ demo: true })
const browser = await launch()
try {
  const session = await signIn(browser, app)
  for (const look of looks.filter((l) => l.script)) {
    const { page, close } = await open(browser, app, session, look)
    for (const [name, where] of Object.entries(pages)) {
      await page.goto(where)
      await page.screenshot({ path: path.join(folder, `${name}-${look.size}-${look.theme}.png`) })
    }
    await close()
  }
} finally {
  await browser.close()
  await app.stop()
}
