import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { catalogueFaults } from './catalogue-check';

const api = process.env['GONGFANG_API_URL'] ?? 'http://localhost:8080';

/** A sentence that a language lacks fails the build: nobody meets a bare key. */
const completeCatalogues: Plugin = {
  name: 'complete-catalogues',
  apply: 'build',
  buildStart() {
    const faults = catalogueFaults(resolve(__dirname, 'src'));
    if (faults.length > 0) this.error(`The catalogues are not complete:\n${faults.join('\n')}`);
  },
};

export default defineConfig({
  root: __dirname,
  plugins: [react(), completeCatalogues],
  build: {
    outDir: resolve(__dirname, '../../dist/dashboard'),
    emptyOutDir: true,
    // The policy of the pages allows no inline script and nothing from data: but images.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
    // Which chunk needs which: the check of the initial script's size reads it.
    manifest: true,
  },
  server: { proxy: { '/api': api } },
});
