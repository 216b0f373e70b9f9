// One line for each page; what is not well is told below the table. The bash script beside this says how to start it.
import fs from 'node:fs';
import path from 'node:path';
import { chromium as engine } from 'playwright-core';
import { chromium, fileName, flags, pages } from './browser.mjs';

const [base, folder] = process.argv.slice(2);
// A page with more stops than this holds whoever walks through it by Tab.
const patience = 2000;

const complaints = [];

/** What has the focus: what it is, how it is called, and whether one sees it and that it has the focus. */
function stop() {
  const element = document.activeElement;
  if (element === document.body) {
    return null;
  }
  const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  return {
    tag: element.outerHTML.replace(/\s+/g, ' ').slice(0, 120),
    inView: width > 0 && height > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
    ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0,
    order: element.tabIndex,
    name: (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent
      ?? document.getElementById(element.getAttribute('aria-labelledby'))?.textContent ?? element.textContent).trim(),
  };
}

async function walk(page, where) {
  let stops = 0;
  for (;;) {
    await page.keyboard.press('Tab');
    const here = await page.evaluate(stop);
    if (here === null) {
      return stops;
    }
    stops += 1;
    const wrong = [
      here.name === '' && 'has no name',
      !here.inView && 'is out of sight while it has the focus',
      !here.ring && 'does not show that it has the focus',
      here.order > 0 && 'has an order of its own',
    ].filter(Boolean);
    wrong.forEach((what) => complaints.push(`${where}: ${here.tag} ${what}`));
    if (stops === patience) {
      complaints.push(`${where}: after ${patience} stops there is no end`);
      return stops;
    }
  }
}

async function outline(page, where) {
  const levels = await page.locator('h1, h2, h3, h4, h5, h6').evaluateAll((all) => all
    .filter((heading) => heading.checkVisibility())
    .map((heading) => [Number(heading.tagName[1]), heading.textContent.trim()]));
  let before = 0;
  for (const [level, text] of levels) {
    if (level > before + 1) {
      complaints.push(`${where}: “${text}” is a heading of level ${level} below one of level ${before}`);
    }
    before = level;
  }
  if (levels.filter(([level]) => level === 1).length !== 1) {
    complaints.push(`${where}: not exactly one heading of level 1`);
  }
  return levels.length;
}

const browser = await engine.launch({ executablePath: chromium, args: flags });
console.log('| Page | Stops by Tab | of which before the content | Headings | Lines that a screen reader reads |');
console.log('| --- | --: | --: | --: | --: |');
for (const where of pages) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  await page.goto(base + where);
  if ((await page.locator('[data-live-state]').count()) > 0) {
    await page.locator('[data-live-state]', { hasText: 'Live.' }).waitFor();
    await page.locator('[data-action="pause"]').click(); // what comes and goes meanwhile is not what is walked through
    await page.evaluate(() => document.activeElement.blur());
  }
  const spoken = await page.locator('body').ariaSnapshot();
  if (folder) {
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, `${fileName(where)}.txt`), spoken);
  }
  const headings = await outline(page, where);
  const before = await page.locator('body > header a, body > header button, body > header select, a.skip').evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
  await page.goto(base + where);
  const stops = await walk(page, where);
  console.log(`| \`${where}\` | ${stops} | ${before} | ${headings} | ${spoken.split('\n').length} |`);
  await page.close();
}
await browser.close();
console.log();
complaints.forEach((one) => console.log(`- ${one}`));
process.exitCode = complaints.length === 0 ? 0 : 1;
