// Pictures of every page: light and dark at 1,280 px, both at 360 px, on paper, and without scripts. The bash script beside this says
// how to start it.
import fs from 'node:fs';
import path from 'node:path';
import { chromium as engine } from 'playwright-core';
import { chromium, fileName, flags, pages } from './browser.mjs';

const [base, folder, ...only] = process.argv.slice(2);

const wide = { width: 1280, height: 900 };
const narrow = { width: 360, height: 740 };
const looks = {
  'light-1280': { viewport: wide, colorScheme: 'light' },
  'dark-1280': { viewport: wide, colorScheme: 'dark' },
  'light-360': { viewport: narrow, colorScheme: 'light' },
  'dark-360': { viewport: narrow, colorScheme: 'dark' },
  print: { viewport: { width: 794, height: 1123 }, media: 'print' },
  'no-js': { viewport: wide, javaScriptEnabled: false },
};

fs.mkdirSync(folder, { recursive: true });
const browser = await engine.launch({ executablePath: chromium, args: flags });
for (const [look, { media, ...options }] of Object.entries(looks)) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  const page = await context.newPage();
  for (const one of only.length > 0 ? only : pages) {
    await page.goto(base + one);
    if (options.javaScriptEnabled !== false && (await page.locator('[data-live-state]').count()) > 0) {
      await page.locator('[data-live-state]', { hasText: 'Live.' }).waitFor();
    }
    if (media) {
      await page.emulateMedia({ media });
    }
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (tooWide > 0) {
      console.log(`${one} (${look}): ${tooWide} px wider than the window`);
    }
    await page.screenshot({ path: path.join(folder, `${fileName(one)}_${look}.png`), fullPage: true });
    await page.emulateMedia({ media: null });
  }
  await context.close();
}
await browser.close();
