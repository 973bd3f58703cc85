import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// `npm run dev` passes the API through to a `sayso serve` on this machine.
const desk = process.env["SAYSO_DESK"] ?? "http://127.0.0.1:8321";

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/sayso/desk/web/static",
    emptyOutDir: true,
    target: "es2022",
    // Nothing is written into the page itself: its Content-Security-Policy knows only files from this server.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1400,
  },
  server: { proxy: { "/api": desk, "/schema": desk } },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
