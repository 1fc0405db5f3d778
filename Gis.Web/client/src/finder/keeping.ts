export type Kept = 'file' | 'list' | 'page';

// What anybody may read. What belongs to somebody who has signed in is never kept.
const publicPage = /^(?:\/en)?\/(?:find|areas|sites|advisers|offline|privacy|data|help|accessibility)?(?:\/[^.]*)?$/;

/** How a phone keeps what stands at an address; nothing where it does not. */
export function isKept(path: string, isNavigation: boolean): Kept | undefined {
  if (path.startsWith('/dist/') || path.startsWith('/icons/')) return 'file';
  if (path.startsWith('/api/finder/')) return 'list';
  // What somebody tells the bureau, and what it answers, is nobody else's who holds the phone.
  if (/\/voice(\/|$)/.test(path)) return undefined;
  return isNavigation && (publicPage.test(path) || path === '/en') ? 'page' : undefined;
}

/** The scripts and styles that a page names. */
export function filesOf(page: string): string[] {
  return [...page.matchAll(/(?:href|src)="((?:\/\d{6})?\/dist\/[^"]+)"/g)].map(([, address]) => address ?? '');
}

/** The scripts that a script brings in before it runs, below a root; those it may bring in later, as a map, are not kept. */
export function chunksOf(script: string, root = ''): string[] {
  return [...script.matchAll(/(?:from|import)"\.\/(chunks\/[^"]+)"/g)].map(([, name]) => `${root}/dist/${name}`);
}

/** The requests to forget so that the newest are kept, and those that are always. */
export function newestOf(requests: readonly Request[], most: number, always: readonly string[]): readonly Request[] {
  const others = requests.filter((request) => !always.includes(new URL(request.url).pathname));
  return others.slice(0, Math.max(0, others.length - most));
}

/** A page that was kept, saying first of all that it is old and how old. */
export async function withBanner(page: Response): Promise<Response> {
  const text = await page.text();
  const when = new Date(page.headers.get('date') ?? '');
  const english = /<html lang="en"/.test(text);
  const day = Number.isNaN(when.getTime()) ? '' : when.toLocaleString(english ? 'en' : 'zh-CN');
  const words = english
    ? `Offline. This page is of ${day}. Call before you go.`
    : `离线 · 更新于 ${day}。去之前先打电话。`;
  const banner = `<p class="notice offline-banner" role="status">${words}</p>`;
  const headers = new Headers(page.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  return new Response(
    text.replace(/<main[^>]*>/, (main) => `${main}${banner}`),
    { status: page.status, headers },
  );
}
