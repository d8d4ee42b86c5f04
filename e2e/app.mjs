// One running Afterword: the real binary with a folder of its own and a pretended clock.
//
//   const app = await start({ demo: true })
//   app.run('add', '--employer', 'Hale Studio')   // any command, on the same folder
//   const later = await app.later('2026-12-07T09:30:00Z')   // the same folder, on another day
//   await later.stop()
//
// The binary is built by browser_test.go, which names it in AFTERWORD_BIN.

import { spawn, spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

// The afternoon of an interview that ended at ten past three, in London.
export const NOW = '2026-11-20T15:20:00Z'

export async function start({ demo = false, now = NOW, zone = 'Europe/London', args = [], before, folder } = {}) {
  const bin = process.env.AFTERWORD_BIN
  if (!bin) throw new Error('AFTERWORD_BIN names no program: run these tests with make browser')
  folder ??= await mkdtemp(path.join(tmpdir(), 'afterword-e2e-'))
  const common = ['--now', now, ...(demo ? [] : ['--data', path.join(folder, 'data')])]
  const env = { PATH: process.env.PATH, HOME: folder, TMPDIR: folder, TZ: zone, LANG: 'C.UTF-8' }

  const run = (...command) => {
    const done = spawnSync(bin, [...common, ...command], { env, encoding: 'utf8', timeout: 30_000 })
    if (done.status !== 0) {
      throw new Error(`afterword ${command.join(' ')}: exit ${done.status}\n${done.stderr}`)
    }
    return done.stdout
  }
  if (before) await before(run)

  const child = spawn(bin, [...common, demo ? 'demo' : 'serve', '--addr', '127.0.0.1:0', ...args], { env })
  let said = ''
  child.stdout.resume()
  const address = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no address after 20 s:\n${said}`)), 20_000)
    child.stderr.on('data', (chunk) => {
      said += chunk
      const found = said.match(/(https?:\/\/\S+)\s*\n/)
      if (found) { clearTimeout(late); resolve(found[1]) }
    })
    child.on('exit', (code) => { clearTimeout(late); reject(new Error(`the server ended (${code}):\n${said}`)) })
  }).catch(async (fault) => {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
    throw fault
  })

  const ended = new Promise((resolve) => child.on('exit', resolve))
  const end = async () => {
    child.kill('SIGTERM')
    const hard = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await ended
    clearTimeout(hard)
  }
  return {
    address, // opens the first browser session, once
    origin: new URL(address).origin,
    pid: child.pid,
    folder,
    run,
    said: () => said, // what the server wrote for people
    async later(now) {
      await end()
      return start({ now, zone, args, folder })
    },
    async stop() {
      await end()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
