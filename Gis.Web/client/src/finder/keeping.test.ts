import { describe, expect, it } from 'vitest';
import { chunksOf, filesOf, isKept, newestOf, withBanner } from './keeping';

describe('what a phone keeps', () => {
  it('is the public pages somebody opened, the files and the lists', () => {
    for (const path of [
      '/',
      '/en',
      '/en/',
      '/find',
      '/en/find',
      '/sites/room-1',
      '/areas/640122',
      '/advisers/640122100201',
      '/offline',
    ])
      expect([path, isKept(path, true)]).toEqual([path, 'page']);
    expect(isKept('/dist/site.css', false)).toBe('file');
    expect(isKept('/api/finder/index.json', false)).toBe('list');
  });

  it('is nothing of those who sign in, and no answer that is not a page', () => {
    for (const path of [
      '/plan',
      '/plan/progress',
      '/account/login',
      '/firm',
      '/village',
      '/voice',
      '/voice/A1',
      '/sites/room-1/voice',
      '/en/plan',
      '/finder',
      '/api/network',
    ])
      expect([path, isKept(path, true)]).toEqual([path, undefined]);
    expect(isKept('/find', false)).toBeUndefined();
    expect(isKept('/advisers/640122100201.ics', true)).toBeUndefined();
  });

  it('forgets the oldest pages and never the one without a network', () => {
    const requests = ['/offline', '/find', '/sites/a', '/sites/b'].map(
      (path) => new Request(`https://example.org${path}`),
    );
    expect(newestOf(requests, 2, ['/offline']).map((request) => request.url)).toEqual(['https://example.org/find']);
    expect(newestOf(requests, 3, ['/offline'])).toEqual([]);
  });
});

describe('a page that was kept', () => {
  it('says first that it is old, and how old', async () => {
    const page = new Response('<html lang="en"><main id="main" tabindex="-1"><h1>A</h1></main>', {
      headers: { date: 'Mon, 30 Nov 2026 08:00:00 GMT', 'content-encoding': 'br' },
    });
    const shown = await withBanner(page);
    expect(await shown.text()).toMatch(
      /<main id="main" tabindex="-1"><p class="notice offline-banner" role="status">Offline.*2026/,
    );
    expect(shown.headers.has('content-encoding')).toBe(false);
  });
});

describe('the files of a page', () => {
  it('are its scripts and styles with what the scripts bring in', () => {
    expect(filesOf('<link href="/dist/site.css"><script src="/dist/a.js"></script><a href="/find">')).toEqual([
      '/dist/site.css',
      '/dist/a.js',
    ]);
    expect(chunksOf('import{t as e}from"./chunks/p-1.js";import"./chunks/q.js";import("./chunks/map.js")')).toEqual([
      '/dist/chunks/p-1.js',
      '/dist/chunks/q.js',
    ]);
  });
});
