// Every page in every state, empty, full and with errors: no fault that axe finds, no sideways scroll.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { launch, look, open } from './browser.mjs'
import { accessible, sideways } from './measure.mjs'

const app = { origin: process.env.AFTERWORD_GALLERY }
const names = (await (await fetch(`${app.origin}/gallery`)).text()).trim().split('\n')

for (const wanted of [look(), look({ size: 'desktop', theme: 'dark' })]) {
  test(`the ${names.length} pages of the gallery, ${wanted.size} ${wanted.theme}`, async () => {
    const browser = await launch()
    const { page, close } = await open(browser, app, undefined, wanted)
    const faults = []
    for (const name of names) {
      await page.goto(`/gallery/${name}`)
      for (const fault of await accessible(page)) faults.push(`${name}: ${fault}`)
      for (const wide of await sideways(page)) faults.push(`${name}: ${wide}`)
    }
    assert.deepEqual(faults, [])
    await close()
    await browser.close()
  })
}
