/// <reference lib="webworker" />
import { chunksOf, filesOf, isKept, newestOf, withBanner } from './finder/keeping';

declare const self: ServiceWorkerGlobalScope;

const files = 'files-1';
const pages = 'pages-1';
const lists = 'lists-1';

// So many pages that were seen are kept; the oldest go first.
const mostPages = 80;

// On a slow network a page that is kept is better after so long than none.
const patience = 8_000;

// The pages of one city: those of others have a worker of their own.
const root = new URL(self.registration.scope).pathname.replace(/\/$/, '');

const offlinePages = [`${root}/offline`, `${root}/en/offline`];

self.addEventListener('install', (event) => event.waitUntil(prepare().then(() => self.skipWaiting())));
self.addEventListener('activate', (event) => event.waitUntil(tidy().then(() => self.clients.claim())));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== 'GET' || address.origin !== self.location.origin) return;
  const kind = isKept(address.pathname.slice(root.length), request.mode === 'navigate');
  if (kind === 'file') event.respondWith(fromFiles(request));
  else if (kind === 'list') event.respondWith(fresh(request, lists).catch(() => kept(request, lists)));
  else if (kind === 'page') event.respondWith(page(request, address));
});

/** Keeps what the page without a network needs: itself, its files and the index. */
async function prepare(): Promise<void> {
  const store = await caches.open(pages);
  for (const offline of offlinePages) {
    const answer = await fetch(offline, { credentials: 'omit' });
    if (!answer.ok) throw new Error(`${offline}: ${answer.status}`);
    const text = await answer.clone().text();
    await store.put(offline, answer);
    await Promise.all(filesOf(text).map(keepFile));
  }
  await (await caches.open(lists)).add(`${root}/api/finder/index.json`);
}

/** Keeps a file and, of a script, those that it brings in. */
async function keepFile(address: string): Promise<void> {
  const store = await caches.open(files);
  if (await store.match(address)) return;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await store.put(address, answer.clone());
  if (address.endsWith('.js')) await Promise.all(chunksOf(await answer.text(), root).map(keepFile));
}

async function tidy(): Promise<void> {
  const current = [files, pages, lists];
  for (const name of await caches.keys()) if (!current.includes(name)) await caches.delete(name);
}

/** Files carry a fingerprint in their name: the same name is the same file. */
async function fromFiles(request: Request): Promise<Response> {
  const store = await caches.open(files);
  return (await store.match(request)) ?? fresh(request, files);
}

async function page(request: Request, address: URL): Promise<Response> {
  const store = await caches.open(pages);
  try {
    const known = await store.match(request);
    return await (known ? within(fresh(request, pages), patience) : fresh(request, pages));
  } catch {
    const known = await store.match(request);
    if (known) return withBanner(known);
    const english = /^\/en(\/|$)/.test(address.pathname.slice(root.length));
    const offline = await store.match(offlinePages[english ? 1 : 0] ?? '');
    return offline && !offlinePages.includes(address.pathname)
      ? Response.redirect(`${offlinePages[english ? 1 : 0]}${address.search}`)
      : (offline ?? Response.error());
  }
}

/** Asks the server and keeps what is the same for everybody. */
async function fresh(request: Request, name: string): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok && !(answer.headers.get('cache-control') ?? '').includes('no-store')) {
    const store = await caches.open(name);
    await store.put(request, answer.clone());
    if (name === pages)
      for (const old of newestOf(await store.keys(), mostPages, offlinePages)) await store.delete(old);
  }
  return answer;
}

async function kept(request: Request, name: string): Promise<Response> {
  return (await (await caches.open(name)).match(request)) ?? Response.error();
}

function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return Promise.race([work, new Promise<T>((_, give) => setTimeout(() => give(new Error('too slow')), milliseconds))]);
}
