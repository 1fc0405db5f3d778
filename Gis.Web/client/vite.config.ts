import { defineConfig } from 'vitest/config';

// Entries keep their names, because the pages link them and ASP.NET Core adds the fingerprint; chunks, which only
// other scripts load, carry a hash.
export default defineConfig({
  base: './',
  publicDir: false,
  build: {
    outDir: '../wwwroot/dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: false,
    // MapLibre alone is larger than Vite's warning; it is loaded only where a map is.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      input: {
        site: 'src/site.ts',
        plan: 'src/plan.ts',
        compare: 'src/compare.ts',
        scenario: 'src/scenario.ts',
        passkey: 'src/passkey.ts',
        wishes: 'src/wishes.ts',
        hours: 'src/hours.ts',
        find: 'src/find.ts',
        cities: 'src/cities.ts',
        offline: 'src/offline.ts',
        sw: 'src/sw.ts',
        hear: 'src/hear.ts',
      },
      output: {
        entryFileNames: '[name].js',
        // No chunk may import an entry: the page knows it by its fingerprinted name, and under two names it runs twice.
        codeSplitting: {
          groups: [
            // Pages that bring in a map later, and nothing of the plan, need this alone.
            { name: 'runtime', test: /preload-helper|rolldown[\\/]runtime/ },
            { name: 'shared', test: /src[\\/](coverage|siting|words)/ },
          ],
        },
        chunkFileNames: 'chunks/[name]-[hash].js',
        assetFileNames: (asset) => (asset.names.includes('site.css') ? 'site.css' : 'chunks/[name]-[hash][extname]'),
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: 'chunks/[name]-[hash].js' } },
  },
  // For a machine that is busy with other work, too.
  test: { environment: 'happy-dom', testTimeout: 30_000, include: ['src/**/*.test.ts'] },
});
