import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = process.env.DMB_SERVER ?? 'http://localhost:8080';

/** Libraries that every page needs, or that belong to one group of pages, in chunks that change seldom. */
const groups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
  {
    name: 'mantine',
    test: /node_modules[\\/](@mantine[\\/](core|hooks)|@floating-ui|clsx)[\\/]/,
    priority: 20,
    entriesAware: true,
  },
  {
    name: 'platform',
    test: /node_modules[/](@tanstack[/](react-router|router-core|history|store|react-store)|@lingui[/](core|react))[/]/,
    priority: 20,
  },
  {
    name: 'graphql',
    test: /node_modules[/](urql|@urql|wonka|@0no-co|graphql-ws)[/]/,
    priority: 20,
    entriesAware: true,
  },
];

export default defineConfig({
  plugins: [react({ babel: { plugins: ['@lingui/babel-plugin-lingui-macro'] } }), lingui()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  // Its workers are imported as such, which the bundler of dependencies can't follow.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  server: {
    port: 5173,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/download': { target: server },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/test-setup.ts'],
  },
});
