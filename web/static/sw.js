// Keeps the pocket card and the blank debrief of the next two days for a train without signal. It
// answers from what it keeps only when the network does not; nothing typed is ever kept here.
const NAME = 'afterword-pages-1'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', e => e.waitUntil(clients.claim()))

// Today tells which pages to pack; what is no longer on the list is thrown out.
self.addEventListener('message', e => {
  if (e.data.forget) e.waitUntil(caches.delete(NAME))
  if (e.data.pack) e.waitUntil(pack(e.data.pack))
})

async function pack(list) {
  const cache = await caches.open(NAME)
  const want = new Set(list.map(p => new URL(p, location).pathname))
  for (const r of await cache.keys()) if (!want.has(new URL(r.url).pathname)) await cache.delete(r)
  for (const p of want) {
    const answer = await fetch(p, {credentials: 'same-origin'})
    if (answer.ok && !answer.redirected) await cache.put(p, answer)
  }
}

self.addEventListener('fetch', e => {
  const {pathname, origin} = new URL(e.request.url)
  if (e.request.method !== 'GET' || origin !== location.origin) return
  e.respondWith(fetch(e.request).catch(async () => {
    const kept = await (await caches.open(NAME)).match(pathname)
    return kept ?? Response.error()
  }))
})
