// Opens pages in headless Chromium, once for each mode, runs axe in them and looks at what axe does not.
// Reads {"axe", "browser", "workers", "jobs": [{"path", "mode"}]} as JSON, and prints one JSON object a line per job.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const request = JSON.parse(readFileSync(0, 'utf8'));
const { chromium } = createRequire(request.modules + '/')('playwright-core');
const axeSource = readFileSync(request.modules + '/axe-core/axe.min.js', 'utf8');

// 1280 pixels at a zoom of 400 % are 320 CSS pixels, each of 4 × 4 device pixels (WCAG 2.2, 1.4.10 Reflow).
const MODES = {
  light: { context: { viewport: { width: 1280, height: 1024 }, colorScheme: 'light' } },
  dark: { context: { viewport: { width: 1280, height: 1024 }, colorScheme: 'dark' } },
  narrow: { context: { viewport: { width: 320, height: 640 } }, reflows: true },
  zoomed: { context: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 }, reflows: true, ratio: 4 },
  print: { context: { viewport: { width: 800, height: 1100 } }, media: 'print' },
};
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--no-first-run',
  '--allow-file-access-from-files']; // axe reads the style sheets that lie beside a page

function told(results) {
  return results.map((rule) => ({
    rule: rule.id,
    help: rule.help,
    count: rule.nodes.length,
    first: rule.nodes[0].html.slice(0, 160),
    why: (rule.nodes[0].failureSummary ?? '').replace(/\s+/g, ' ').slice(0, 240),
  }));
}

// What axe cannot decide, with its reason where it names one: `color-contrast/nonBmp` is text without known letters.
function undecided(results) {
  const found = new Map();
  for (const rule of results) {
    for (const node of rule.nodes) {
      const reason = [...node.any, ...node.all, ...node.none].map((check) => check.data?.messageKey).find(Boolean);
      const key = reason ? `${rule.id}/${reason}` : rule.id;
      const known = found.get(key) ?? { rule: key, count: 0, first: node.html.slice(0, 160) };
      found.set(key, { ...known, count: known.count + 1 });
    }
  }
  return [...found.values()];
}

// Runs in the page: what axe has no rule for, or only a rule that can be content too soon.
function structure() {
  const faults = [];
  const all = (selector) => [...document.querySelectorAll(selector)];
  if (!document.documentElement.lang) faults.push('the page has no language');
  const mains = all('main, [role="main"]').length;
  if (mains !== 1) faults.push(`the page has ${mains} main parts`);
  let level = 0;
  for (const heading of all('h1, h2, h3, h4, h5, h6')) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) faults.push(`a heading of level ${next} follows one of level ${level}: ${heading.textContent}`);
    level = next;
  }
  if (all('h1').length !== 1) faults.push(`the page has ${all('h1').length} headings of level 1`);
  for (const head of all('th')) if (!/^(col|row)$/.test(head.scope)) faults.push(`a th has no scope: ${head.textContent}`);
  for (const time of all('time')) if (!time.dateTime) faults.push(`a time says no time: ${time.textContent}`);
  return faults;
}

async function skipLink(page) {
  const link = page.locator('a.bm-skip');
  if (await link.count() === 0) return [];
  const faults = [];
  await page.keyboard.press('Tab');
  const seen = await link.evaluate((one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return { first: document.activeElement === one, inside, above: document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === one };
  });
  if (!seen.first) faults.push('the skip link is not the first stop of the Tab key');
  if (!seen.inside || !seen.above) faults.push('the skip link cannot be seen when it has the focus');
  await page.keyboard.press('Enter');
  const reached = await page.evaluate(() => document.querySelector(':target')?.tagName);
  if (reached !== 'MAIN') faults.push(`the skip link leads to ${reached}`);
  return faults;
}

// Opens a page for a mode; what it asks for or complains of is written to the `faults` of the moment.
async function open(browser, mode, watch) {
  const context = await browser.newContext({ ...mode.context, reducedMotion: 'reduce' });
  const page = await context.newPage();
  if (mode.media) await page.emulateMedia({ media: mode.media });
  page.on('request', (sent) => { if (!sent.url().startsWith('file:')) watch.faults.push(`the page asks for ${sent.url()}`); });
  page.on('console', (said) => { if (said.type() === 'error') watch.faults.push(`the console says ${said.text()}`); });
  return page;
}

async function judge(page, job, faults) {
  const mode = MODES[job.mode];
  await page.goto(pathToFileURL(job.path).href);
  const shown = await page.evaluate(() => ({
    width: innerWidth, ratio: devicePixelRatio, wide: document.scrollingElement.scrollWidth,
    room: document.scrollingElement.clientWidth, dark: matchMedia('(prefers-color-scheme: dark)').matches,
    print: matchMedia('print').matches,
  }));
  const wanted = { width: mode.context.viewport.width, ratio: mode.ratio ?? 1, dark: job.mode === 'dark', print: job.mode === 'print' };
  for (const [name, value] of Object.entries(wanted)) {
    if (shown[name] !== value) faults.push(`the browser has ${name} ${shown[name]}, not ${value}`);
  }
  if (mode.reflows && shown.wide > shown.room) {
    const widest = await page.evaluate(() => [...document.body.querySelectorAll('*')]
      .filter((one) => one.getBoundingClientRect().right > document.scrollingElement.clientWidth + 1)
      .map((one) => one.outerHTML.slice(0, 120)).at(-1));
    faults.push(`the page is ${shown.wide} pixels wide and must be scrolled in ${shown.room}: ${widest}`);
  }
  await page.evaluate(axeSource);
  const found = await page.evaluate((values) => globalThis.axe.run(document, {
    runOnly: { type: 'tag', values }, resultTypes: ['violations', 'incomplete'],
  }), TAGS);
  if (job.mode === 'light') faults.push(...await page.evaluate(structure));
  if (job.mode === 'light' || job.mode === 'narrow') faults.push(...await skipLink(page));
  return { ...job, faults, violations: told(found.violations), incomplete: undecided(found.incomplete) };
}

// A page takes longer to open than to judge, so each worker goes from address to address in the one of its mode.
async function work(browser, waiting) {
  const watch = { faults: [] };
  let [mode, page] = [];
  for (const job of waiting) {
    if (job.mode !== mode) {
      await page?.context().close();
      [mode, page] = [job.mode, await open(browser, MODES[job.mode], watch)];
    }
    watch.faults = [];
    console.log(JSON.stringify(await judge(page, job, watch.faults)));
  }
}

const browser = await chromium.launch({ executablePath: request.browser, args: ARGUMENTS });
const waiting = request.jobs.sort((one, other) => one.mode.localeCompare(other.mode))[Symbol.iterator]();
await Promise.all(Array.from({ length: request.workers }, () => work(browser, waiting)));
await browser.close();
